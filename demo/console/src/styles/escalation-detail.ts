import { css } from 'lit';

export const escalationDetailStyles = css`
  article {
    max-width: 52rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 0.75rem 1.5rem;
    padding-block-end: 1rem;
  }
  .title {
    flex: 1 1 16rem;
    min-width: 0;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
  }
  h2 {
    margin-block-start: 0.25rem;
    font-size: 1.5rem;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  h2:focus {
    outline: none;
  }
  .error {
    padding: 0.5rem 0.75rem;
    margin-block-end: 1rem;
    border-radius: 0.5rem;
    color: var(--urgent);
    background: var(--urgent-soft);
  }

  figure {
    margin: 0;
    padding: 0.75rem 1rem;
    margin-block-end: 1rem;
    border-radius: 0.5rem;
    background: var(--surface-sunk);
  }
  figcaption {
    font-size: 0.8125rem;
  }
  blockquote {
    margin: 0.125rem 0 0;
    font-size: 1rem;
    overflow-wrap: anywhere;
  }

  .mood {
    display: flex;
    align-items: center;
    gap: 1.25rem;
  }
  .mood .figure {
    font-size: 2rem;
    line-height: 1;
    font-weight: 650;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }
  .mood .figure span {
    display: block;
    margin-block-start: 0.25rem;
    font-size: 0.8125rem;
    font-weight: 400;
    letter-spacing: 0;
    color: var(--text-soft);
  }
  .mood .bar {
    flex: 1;
    max-width: 28rem;
    display: grid;
    gap: 0.375rem;
  }
  .mood mood-meter {
    height: 0.625rem;
  }

  dl {
    display: grid;
    gap: 0.5rem;
  }
  dl div {
    display: grid;
    grid-template-columns: 8.5rem 1fr;
    gap: 1rem;
  }
  dt {
    color: var(--text-soft);
  }
  dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .dotted li {
    display: inline;
  }
  .dotted li + li::before {
    content: '\\00b7';
    padding-inline: 0.375rem;
    color: var(--text-soft);
  }
  .path {
    font-family: var(--mono);
    font-size: 0.8125rem;
  }
  @media (max-width: 40rem) {
    dl div {
      grid-template-columns: 1fr;
      gap: 0.0625rem;
    }
    h2 {
      font-size: 1.3125rem;
    }
    header button {
      width: 100%;
      min-height: 2.75rem;
    }
  }
`;
