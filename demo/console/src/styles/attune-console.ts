import { css } from 'lit';

export const attuneConsoleStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto 1fr;
    height: 100vh;
    height: 100dvh;
  }

  header {
    display: flex;
    align-items: baseline;
    gap: 0.25rem 1rem;
    padding: 0.75rem max(1rem, env(safe-area-inset-right)) 0.75rem
      max(1.125rem, env(safe-area-inset-left));
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  h1 {
    font-size: 1rem;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  h1:focus {
    outline: none;
  }
  .count {
    color: var(--text-soft);
    font-variant-numeric: tabular-nums;
  }
  .connection {
    display: flex;
    align-items: center;
    gap: 0.4375rem;
    margin-inline-start: auto;
    font-size: 0.8125rem;
    white-space: nowrap;
  }
  .dot {
    width: 0.5rem;
    height: 0.5rem;
    border-radius: 50%;
    background: var(--text-soft);
  }
  [data-state='live'] .dot {
    background: #2f9e6e;
  }
  [data-state='lost'],
  [data-state='offline'] {
    color: var(--urgent);
  }
  [data-state='lost'] .dot,
  [data-state='offline'] .dot {
    background: currentColor;
  }

  main {
    min-height: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  nav,
  main > section {
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  nav {
    background: var(--surface);
  }
  main > section {
    padding: 1rem max(1rem, env(safe-area-inset-right)) 2rem max(1rem, env(safe-area-inset-left));
    background: var(--surface);
    display: none;
  }
  .with-detail nav {
    display: none;
  }
  .with-detail > section {
    display: block;
  }
  .back {
    display: inline-block;
    padding-block: 0.5rem;
    margin-block-end: 0.5rem;
    color: var(--accent);
    font-weight: 600;
  }

  .notice {
    padding: 0.5rem 1.125rem;
    color: var(--high);
    background: var(--high-soft);
    font-size: 0.8125rem;
  }
  .state {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    padding: 2.5rem 1.125rem;
  }
  .state h2 {
    font-size: 1.0625rem;
    font-weight: 650;
  }

  .nobody {
    place-items: center;
    background: var(--surface);
  }
  .nobody .state {
    justify-items: center;
    text-align: center;
    padding-block-end: 20vh;
  }

  @media (min-width: 56rem) {
    main:not(.nobody) {
      grid-template-columns: minmax(20rem, 26rem) minmax(0, 1fr);
    }
    .with-detail nav {
      display: block;
    }
    main:not(.nobody) nav {
      border-inline-end: 1px solid var(--line);
    }
    main:not(.nobody) > section {
      display: block;
      padding: 1.5rem 2rem 3rem;
    }
    .back {
      display: none;
    }
  }
`;
