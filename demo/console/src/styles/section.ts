import { css } from 'lit';

/** A part of the details, set off by a line and a quiet heading. */
export const sectionStyles = css`
  section {
    border-top: 1px solid var(--line);
    padding-block: 1rem;
  }
  h3 {
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--text-soft);
    margin-block-end: 0.5rem;
  }
`;
