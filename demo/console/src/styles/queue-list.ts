import { css } from 'lit';

export const queueListStyles = css`
  li + li {
    border-top: 1px solid var(--line);
  }
  a {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.1875rem;
    padding: 0.625rem 1rem 0.6875rem 1.125rem;
    color: inherit;
    text-decoration: none;
  }
  a::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    width: 0.1875rem;
    background: var(--tone);
  }
  a:hover {
    background: var(--hover);
  }
  a[aria-current] {
    background: var(--selected);
    --meter-rest: color-mix(in srgb, var(--text) 14%, var(--selected));
  }
  a:focus-visible {
    outline-offset: -3px;
    border-radius: 0.375rem;
  }

  .line {
    display: flex;
    align-items: baseline;
    gap: 1rem;
  }
  .headline {
    flex: 1;
    min-width: 0;
    font-size: 0.9375rem;
    font-weight: 600;
    letter-spacing: -0.005em;
    overflow-wrap: anywhere;
  }
  .wait {
    font-weight: 600;
  }
  .about {
    flex: 1;
    min-width: 0;
    font-size: 0.8125rem;
    color: var(--text-soft);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tone {
    font-weight: 650;
    color: var(--tone);
  }
  .item::before {
    content: '\\00b7';
    padding-inline: 0.375rem;
  }
  .mood {
    flex: none;
    display: flex;
    align-items: center;
    align-self: center;
    gap: 0.5rem;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
  .mood mood-meter {
    width: 3.5rem;
  }
  .figure {
    min-width: 2.25rem;
    text-align: end;
  }
`;
