import { css } from 'lit';

/** What every component of the console uses: tags, buttons, headings, text for the ear only. */
export const shared = css`
  :host {
    display: block;
  }
  * {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  .for-ear {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .soft {
    color: var(--text-soft);
  }

  .priority {
    font-weight: 650;
    font-size: 0.75rem;
    letter-spacing: 0.01em;
  }
  [data-priority='urgent'] {
    --tone: var(--urgent);
    --tone-soft: var(--urgent-soft);
  }
  [data-priority='high'] {
    --tone: var(--high);
    --tone-soft: var(--high-soft);
  }
  [data-priority='normal'] {
    --tone: var(--normal);
    --tone-soft: var(--normal-soft);
  }
  [data-priority='low'] {
    --tone: var(--low);
    --tone-soft: var(--low-soft);
  }
  .priority {
    display: inline-block;
    padding: 0.0625rem 0.4375rem;
    border-radius: 0.25rem;
    color: var(--tone);
    background: var(--tone-soft);
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }
  .tag {
    padding: 0.0625rem 0.4375rem;
    border: 1px solid var(--line);
    border-radius: 0.25rem;
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }

  button {
    font: inherit;
    font-weight: 600;
    min-height: 2.25rem;
    padding: 0.25rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    color: var(--text);
    background: var(--surface);
    cursor: pointer;
  }
  button:hover {
    background: var(--hover);
  }
  button.primary {
    border-color: var(--accent);
    color: var(--on-accent);
    background: var(--accent);
  }
  button.primary:hover {
    background: var(--accent-strong);
  }
  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: progress;
  }
`;
