import { html, type TemplateResult } from 'lit/html.js';
import { openChat } from '../../chat.ts';

const EXAMPLES = [
  { label: 'A calm question', text: 'Hi, how long does delivery to Ireland take?' },
  { label: 'Angry capitals', text: 'WHERE IS MY PARCEL?!! It should have been here A WEEK AGO!!!' },
  {
    label: 'Third time writing',
    text: "This is the third time I'm writing about my refund. I have been waiting for three weeks and nobody answers.",
  },
  { label: 'Asks for a person', text: 'Can I just talk to a real person, please?' },
  { label: 'A dangerous lamp', text: 'The lamp started to smoke and I burned my hand on it.' },
  { label: 'Thanks', text: 'That solved it, thank you so much!' },
];

/** Messages to try: each opens the chat and says the text for the customer. */
export function examplesView(folded: boolean): TemplateResult {
  return html`
    <details class="examples" ?open=${!folded}>
      <summary>Try a message</summary>
      <ul class="plain" role="list">
        ${EXAMPLES.map(
          ({ label, text }) => html`
            <li><button type="button" @click=${() => void openChat(text)}><strong>${label}</strong> <span>${text}</span></button></li>`,
        )}
      </ul>
    </details>`;
}
