import { css } from 'lit';

export const composerStyles = css`
  .composer {
    padding: 8px 12px 12px;
  }
  .problem {
    margin: 0;
    color: var(--_danger);
    font-size: 0.8667em;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .problem:not(:empty) {
    padding: 4px 4px 8px;
  }
  .field {
    display: flex;
    align-items: flex-end;
    gap: 4px;
    padding: 3px;
    border: 1px solid var(--_field-border);
    border-radius: 24px;
    background: var(--_surface);
  }
  .field:focus-within {
    border-color: var(--_focus);
    box-shadow: 0 0 0 1px var(--_focus);
  }
  .grow {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }
  .input,
  .measure {
    grid-area: 1 / 1;
    min-inline-size: 0;
    max-block-size: 136px;
    margin: 0;
    padding: 8px 4px 8px 13px;
    padding-inline: 13px 4px;
    border: 0;
    /* Below 16 px iOS zooms into the page when the field gets the focus. */
    font-size: max(16px, 1em);
    line-height: 1.4;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .input {
    inline-size: 100%;
    overflow-y: auto;
    outline: none;
    background: none;
    color: var(--_text);
    resize: none;
    scrollbar-width: thin;
    text-align: start;
    /* The direction follows the text; dir="auto" does the same, but slows long texts down. */
    unicode-bidi: plaintext;
  }
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .measure {
    overflow: hidden;
    pointer-events: none;
    visibility: hidden;
  }
  .send {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 40px;
    block-size: 40px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .send[aria-disabled='true'] {
    background: var(--_bot-bubble);
    color: var(--_muted);
    cursor: default;
  }
  .send .icon {
    inline-size: 22px;
    block-size: 22px;
    stroke-width: 2;
  }
  @media (pointer: coarse) {
    .send {
      inline-size: 44px;
      block-size: 44px;
    }
    .input,
    .measure {
      padding-block: 11px;
    }
  }
  @media (forced-colors: active) {
    .field:focus-within {
      outline: 2px solid Highlight;
    }
    .send {
      border-color: ButtonText;
    }
    .send[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
