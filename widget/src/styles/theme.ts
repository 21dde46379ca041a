import { css } from 'lit';

const light = css`
  --_d-muted: #55616a;
  --_d-field-border: #7d8890;
  --_d-bot-bubble: #f1f4f5;
  --_d-on-bot-bubble: #1b2227;
  --_d-customer-bubble: #0f5a6b;
  --_d-on-customer-bubble: #ffffff;
  --_d-card: #edf5f6;
  --_d-danger: #9d2f22;
`;

const dark = css`
  --_d-muted: #a5b1b8;
  --_d-field-border: #76828a;
  --_d-bot-bubble: #22292d;
  --_d-on-bot-bubble: #e9edef;
  --_d-customer-bubble: #17515f;
  --_d-on-customer-bubble: #f2fafb;
  --_d-card: #1b2a2f;
  --_d-danger: #ff9d8e;
`;

/** The custom properties of the open chat; see `tokens.ts`. */
export const theme = css`
  .root {
    ${light}
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([color-scheme='light'])) .root {
      ${dark}
    }
  }
  :host([color-scheme='dark']) .root {
    ${dark}
  }
  .root {
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    --_muted: var(--attune-muted, var(--_d-muted));
    --_field-border: var(--attune-field-border, var(--_d-field-border));
    --_bot-bubble: var(--attune-bot-bubble, var(--_d-bot-bubble));
    --_on-bot-bubble: var(--attune-on-bot-bubble, var(--_d-on-bot-bubble));
    --_customer-bubble: var(--attune-customer-bubble, var(--_d-customer-bubble));
    --_on-customer-bubble: var(--attune-on-customer-bubble, var(--_d-on-customer-bubble));
    --_card: var(--attune-card, var(--_d-card));
    --_danger: var(--attune-danger, var(--_d-danger));
    --_bubble-radius: var(--attune-bubble-radius, 16px);
  }
  textarea {
    font: inherit;
  }
`;
