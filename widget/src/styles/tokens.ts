import { css } from 'lit';

const light = css`
  --_d-accent: #0f5a6b;
  --_d-on-accent: #ffffff;
  --_d-surface: #ffffff;
  --_d-text: #1b2227;
  --_d-border: #dde2e5;
  --_d-focus: #0f5a6b;
  --_d-shadow: 0 1px 2px rgb(16 30 38 / 8%), 0 14px 44px rgb(16 30 38 / 20%);
  color-scheme: light;
`;

const dark = css`
  --_d-accent: #7fd0e0;
  --_d-on-accent: #05242b;
  --_d-surface: #15191c;
  --_d-text: #e9edef;
  --_d-border: #2c343a;
  --_d-focus: #9fe0ec;
  --_d-shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 14px 44px rgb(0 0 0 / 60%);
  color-scheme: dark;
`;

/**
 * What the launcher needs of the custom properties that a page may set, with the defaults for
 * light and dark; `theme.ts` has the others.
 *
 * The page's own rules must not reach in: what is important here wins over what is important
 * there. The element has no box, so nothing that the page does to it can move or clip the chat.
 */
export const tokens = css`
  :host {
    all: initial !important;
    display: contents !important;
  }
  :host([hidden]) {
    display: none !important;
  }
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
    --_accent: var(--attune-accent, var(--_d-accent));
    --_on-accent: var(--attune-on-accent, var(--_d-on-accent));
    --_surface: var(--attune-surface, var(--_d-surface));
    --_text: var(--attune-text, var(--_d-text));
    --_border: var(--attune-border, var(--_d-border));
    --_focus: var(--attune-focus, var(--_d-focus));
    --_shadow: var(--attune-shadow, var(--_d-shadow));
    --_radius: var(--attune-radius, 16px);
    --_inset-block: var(--attune-inset-block, 20px);
    --_inset-inline: var(--attune-inset-inline, 20px);
    --_z-index: var(--attune-z-index, 2147483000);
    color: var(--_text);
    font-family: var(--attune-font, system-ui, -apple-system, 'Segoe UI', sans-serif);
    font-size: var(--attune-font-size, 0.9375em);
    line-height: 1.45;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  button {
    margin: 0;
    font: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .icon {
    display: block;
    inline-size: 24px;
    block-size: 24px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media print {
    .root {
      display: none;
    }
  }
`;
