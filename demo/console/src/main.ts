import { AttuneConsole } from './attune-console.ts';
import { ConversationText } from './views/conversation-text.ts';
import { EscalationDetailView } from './views/escalation-detail.ts';
import { MoodMeter } from './views/mood-meter.ts';
import { QueueList } from './views/queue-list.ts';
import { ReadingList } from './views/reading-list.ts';
import { WaitingTime } from './views/waiting-time.ts';

// Children first, so that the page appears at once.
customElements.define('waiting-time', WaitingTime);
customElements.define('mood-meter', MoodMeter);
customElements.define('queue-list', QueueList);
customElements.define('reading-list', ReadingList);
customElements.define('conversation-text', ConversationText);
customElements.define('escalation-detail', EscalationDetailView);
customElements.define('attune-console', AttuneConsole);
