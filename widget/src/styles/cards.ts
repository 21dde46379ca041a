import { css } from 'lit';

const card = css`
  .card {
    display: flex;
    gap: 12px;
    margin: 6px 12px 4px;
    padding: 14px 16px;
    border: 1px solid transparent;
    border-radius: 14px;
    background: var(--_card);
    animation: settle 200ms cubic-bezier(0.2, 0.7, 0.3, 1);
  }
  @keyframes settle {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  .card-text {
    flex: 1;
    min-inline-size: 0;
  }
  .card p {
    margin: 0;
    overflow-wrap: anywhere;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .card-title {
    font-weight: 600;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .card-hint {
    color: var(--_muted);
    font-size: 0.9333em;
  }
  .card-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .card > .icon {
    inline-size: 22px;
    block-size: 22px;
    color: var(--_accent);
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 7px;
    min-block-size: 40px;
    padding: 7px 14px;
    border: 1px solid var(--_accent);
    border-radius: 10px;
    background: var(--_surface);
    color: var(--_accent);
    font-weight: 600;
    line-height: 1.25;
    text-decoration: none;
  }
  .button .icon {
    inline-size: 18px;
    block-size: 18px;
  }
  .button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button:hover {
    filter: brightness(1.06);
  }
  @media (pointer: coarse) {
    .button {
      min-block-size: 44px;
    }
  }
`;

const kinds = css`
  .prompt {
    flex-direction: column;
  }
  .prompt .button {
    flex: 1 1 auto;
  }
  .request .card-buttons {
    margin-block-start: 10px;
  }
  .request[data-state='refused'] > .icon,
  .request[data-state='shown'] > .icon {
    color: var(--_danger);
  }
  .plain {
    padding: 0;
    background: none;
  }
  .plain .button {
    flex: 1;
  }
  .spinner {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    border: 2px solid var(--_accent);
    border-block-start-color: transparent;
    border-radius: 50%;
    animation: turn 900ms linear infinite;
  }
`;

export const cardStyles = [card, kinds];
