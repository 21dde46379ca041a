import { css } from 'lit';

const list = css`
  .log-frame {
    position: relative;
    min-block-size: 0;
  }
  .log {
    position: relative;
    block-size: 100%;
    overflow-x: hidden;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-color: var(--_border) transparent;
    scrollbar-width: thin;
  }
  .log:focus-visible {
    outline-offset: -2px;
  }
  .list {
    display: flex;
    flex-direction: column;
    gap: 14px;
    margin: 0;
    padding: 18px 16px;
    list-style: none;
  }
  .notice-line {
    align-self: center;
    max-inline-size: 90%;
    color: var(--_muted);
    font-size: 0.8667em;
    text-align: center;
  }
  .newest {
    position: absolute;
    inset-block-end: 10px;
    inset-inline: 0;
    display: flex;
    align-items: center;
    gap: 6px;
    inline-size: fit-content;
    min-block-size: 36px;
    margin-inline: auto;
    padding: 4px 14px 4px 10px;
    border: 1px solid var(--_border);
    border-radius: 999px;
    background: var(--_surface);
    color: var(--_text);
    font-size: 0.8667em;
    box-shadow: var(--_shadow);
  }
  .newest .icon {
    inline-size: 18px;
    block-size: 18px;
  }
`;

const message = css`
  .message {
    display: flex;
    flex-direction: column;
    gap: 6px;
    align-items: flex-start;
    max-inline-size: 100%;
  }
  .message.customer {
    align-items: flex-end;
  }
  .message[data-follows] {
    margin-block-start: -8px;
  }
  .bubble {
    max-inline-size: 88%;
    padding: 9px 14px;
    /* Clips what marks stack above and below their line. */
    overflow: hidden;
    border: 1px solid transparent;
    border-radius: var(--_bubble-radius);
    background: var(--_bot-bubble);
    color: var(--_on-bot-bubble);
  }
  .bot .bubble {
    border-start-start-radius: 5px;
  }
  .customer .bubble {
    border-end-end-radius: 5px;
    background: var(--_customer-bubble);
    color: var(--_on-customer-bubble);
  }
  .text {
    margin: 0;
    overflow-wrap: anywhere;
    tab-size: 4;
    text-align: start;
    unicode-bidi: isolate;
    white-space: pre-wrap;
  }
  .text[data-shortened] {
    max-block-size: 12.5em;
    overflow: hidden;
    -webkit-mask-image: linear-gradient(#000 80%, transparent);
    mask-image: linear-gradient(#000 80%, transparent);
  }
  .more {
    min-block-size: 32px;
    padding: 4px 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .more:focus-visible {
    outline-color: currentColor;
    outline-offset: -2px;
  }
  .time {
    padding-inline: 2px;
    color: var(--_muted);
    font-size: 0.8em;
    font-variant-numeric: tabular-nums;
  }
`;

const actions = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 2px 0 0;
    padding: 0;
    list-style: none;
  }
  .actions li {
    display: flex;
    max-inline-size: 100%;
  }
  .action {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 38px;
    padding: 7px 14px;
    border: 1px solid var(--_accent);
    border-radius: 19px;
    background: var(--_surface);
    color: var(--_accent);
    font-weight: 500;
    line-height: 1.3;
    overflow-wrap: anywhere;
    text-align: start;
    text-decoration: none;
  }
  .action:hover {
    background: var(--_card);
  }
  .action .icon {
    inline-size: 16px;
    block-size: 16px;
    margin-inline-end: -3px;
  }
  .action .icon:dir(rtl) {
    transform: scaleX(-1);
  }
  .action-text {
    padding: 7px 0;
    color: var(--_muted);
  }
  @media (pointer: coarse) {
    .action,
    .more,
    .newest {
      min-block-size: 44px;
      border-radius: 22px;
    }
  }
`;

const typing = css`
  .typing .bubble {
    display: flex;
    gap: 5px;
    padding: 15px 16px;
  }
  .typing i {
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: var(--_muted);
    animation: breathe 1.1s ease-in-out infinite;
  }
  .typing i:nth-child(2) {
    animation-delay: 140ms;
  }
  .typing i:nth-child(3) {
    animation-delay: 280ms;
  }
  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }
    30% {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    .typing i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;

export const messageStyles = [list, message, actions, typing];
