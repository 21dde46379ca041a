import { eventSource } from '@attune/web/delivery';
import type { ReplyAction } from '@attune/web/types';
import { nothing, type TemplateResult } from 'lit';
import type { AttuneChat } from './attune-chat.component.ts';
import { Announcer } from './controllers/announcer.ts';
import { ComposerController } from './controllers/composer.ts';
import { ConversationController } from './controllers/conversation.ts';
import { Delivery } from './controllers/delivery.ts';
import { Knowledge } from './controllers/knowledge.ts';
import { MenuController } from './controllers/menu.ts';
import { ScrollController } from './controllers/scroll.ts';
import { Transcript } from './controllers/transcript.ts';
import { ViewportController } from './controllers/viewport.ts';
import { defaultPorts } from './default-ports.ts';
import { type ChatLanguage, languageOf } from './locales/index.ts';
import { createReport, warnAboutSharing } from './report.ts';
import { adoptPanelStyles } from './styles/index.ts';
import { maxMessageLength } from './text.ts';
import { composerView } from './views/composer.ts';
import { headerView } from './views/header.ts';
import { messageListView } from './views/message-list.ts';
import { plainModeView, requestNoticeView } from './views/notices.ts';
import { panelView } from './views/panel.ts';
import { personPromptView } from './views/person-prompt.ts';

/** The longest path that events carry. */
const maxPathLength = 1_024;

/** Everything behind the launcher; loaded when the chat is first used. */
export class Chat {
  readonly #element: AttuneChat;
  readonly #language: ChatLanguage;
  readonly #announcer: Announcer;
  readonly #transcript: Transcript;
  readonly #delivery: Delivery;
  readonly #conversation: ConversationController;
  readonly #composer: ComposerController;
  readonly #menu: MenuController;
  readonly #scroll: ScrollController;
  readonly #time: Intl.DateTimeFormat;
  #assistant: string;

  constructor(element: AttuneChat) {
    const ports = { ...defaultPorts, ...element.ports };
    const { emit } = element;
    const report = createReport(emit);
    const language = languageOf(element.locale, document.documentElement.lang);
    const { texts } = language;
    warnAboutSharing(element.share);
    this.#element = element;
    this.#language = language;
    this.#assistant = texts.assistant;
    this.#time = new Intl.DateTimeFormat(language.tag, { timeStyle: 'short' });
    this.#announcer = new Announcer(element);
    this.#transcript = new Transcript(element);
    this.#menu = new MenuController(element);
    this.#scroll = new ScrollController(element, this.#transcript);
    this.#composer = new ComposerController(element, texts, (text) => this.#conversation.say(text));
    new ViewportController(element);

    const knowledge = new Knowledge(
      {
        playbook: element.playbook,
        policy: element.policy,
        lexicon: element.lexicon,
        core: element.coreUrl,
        locale: language.wanted,
      },
      ports.loadCore,
      texts,
      report,
    );
    void knowledge.menu.then(({ assistant }) => this.#setAssistant(assistant));
    this.#delivery = new Delivery({
      endpoint: element.endpoint,
      source: eventSource(location.origin, element.widgetId),
      ports,
      emit,
      report,
      onChange: (change) => this.#conversation.escalation.deliveryChanged(change),
    });
    this.#conversation = new ConversationController(element, {
      ports,
      emit,
      report,
      texts,
      place: () => ({ locale: language.tag, page: pagePath() }),
      transcript: this.#transcript,
      announcer: this.#announcer,
      delivery: this.#delivery,
      knowledge,
    });
    adoptPanelStyles(element.renderRoot);
  }

  /** To be called when the panel has become visible. */
  opened(): void {
    void this.#conversation.greet();
    this.#scroll.toNewest();
    this.#focus();
  }

  say(text: string): void {
    if (text.length > maxMessageLength) {
      throw new RangeError(
        `say(): the message has ${text.length} characters; send at most ${maxMessageLength}.`,
      );
    }
    if (text.trim() !== '') this.#conversation.say(text);
  }

  clear(): void {
    this.#conversation.clear();
    this.#composer.clear();
  }

  /** The element has left the page, or has come back to it. */
  connectionChanged(isConnected: boolean): void {
    if (isConnected) this.#delivery.resume();
    else this.#delivery.pause();
  }

  render(open: boolean): TemplateResult {
    const { texts } = this.#language;
    return panelView({
      open,
      label: texts.dialog(this.#assistant),
      register: this.#conversation.register,
      announcements: this.#announcer.announcements,
      header: this.#header(),
      messages: this.#messages(),
      dock: this.#dock(),
      composer: composerView(texts, this.#composer),
      onKey: this.#onKey,
    });
  }

  #header(): TemplateResult {
    return headerView({
      texts: this.#language.texts,
      assistant: this.#assistant,
      menu: this.#menu,
      onTalkToPerson: this.#talkToPerson,
      onStartOver: this.#startOver,
      onClose: this.#close,
    });
  }

  #messages(): TemplateResult {
    return messageListView({
      texts: this.#language.texts,
      assistant: this.#assistant,
      entries: this.#transcript.entries,
      isTyping: this.#conversation.isTyping,
      hasNewer: this.#scroll.hasNewer,
      // Where the dock offers a person, an answer's own button would be a second one.
      offersPerson: this.#conversation.escalation.stage.kind === 'none' && !this.#isPlain,
      formatTime: (at) => this.#time.format(at),
      onScroll: this.#scroll.onScroll,
      onNewest: this.#scroll.toNewest,
      onToggle: (key) => this.#transcript.toggle(key),
      onAction: this.#onAction,
    });
  }

  #dock(): TemplateResult | typeof nothing {
    const { texts } = this.#language;
    const { escalation } = this.#conversation;
    const { stage } = escalation;
    if (stage.kind === 'offered') {
      return personPromptView({
        texts,
        explanation: stage.decision.explanation,
        onAccept: this.#talkToPerson,
        onDecline: this.#keepChatting,
      });
    }
    if (stage.kind === 'requested') {
      return requestNoticeView({
        texts,
        request: stage,
        status: escalation.statusText(),
        contactHref: this.#element.contactHref,
        onRetry: () => escalation.retry(),
      });
    }
    return this.#isPlain ? plainModeView(texts, this.#talkToPerson) : nothing;
  }

  readonly #talkToPerson = (): void => {
    this.#menu.close();
    this.#conversation.talkToPerson();
    this.#focus();
  };

  readonly #keepChatting = (): void => {
    this.#conversation.escalation.decline();
    this.#focus();
  };

  readonly #startOver = (): void => {
    this.#menu.close();
    this.clear();
    void this.#conversation.greet();
    this.#focus();
  };

  readonly #onAction = (action: ReplyAction): void => {
    if (action.message === undefined) this.#talkToPerson();
    else this.#conversation.say(action.message, action);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    this.#close();
  };

  readonly #close = (): void => this.#element.close();

  get #isPlain(): boolean {
    return this.#conversation.mode === 'plain';
  }

  #setAssistant(assistant: string | undefined): void {
    if (!assistant) return;
    this.#assistant = assistant;
    this.#element.requestUpdate();
  }

  /**
   * Moves the focus to where one writes, from a button that goes away. On a touch screen that
   * would bring up the keyboard over the messages, so the panel takes the focus there.
   */
  #focus(): void {
    const isTouch = matchMedia('(hover: none) and (pointer: coarse)').matches;
    const target = isTouch ? '.panel' : '.input';
    this.#element.renderRoot.querySelector<HTMLElement>(target)?.focus();
  }
}

/** The page without its query and fragment, which may hold personal data. */
function pagePath(): string {
  // An inline frame's "srcdoc" is no path.
  return location.pathname.startsWith('/') ? location.pathname.slice(0, maxPathLength) : '/';
}
