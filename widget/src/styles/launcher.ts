import { css } from 'lit';
import { tokens } from './tokens.ts';

const button = css`
  .launcher {
    position: fixed;
    inset-block-end: calc(var(--_inset-block) + env(safe-area-inset-bottom, 0px));
    inset-inline-end: calc(var(--_inset-inline) + env(safe-area-inset-right, 0px));
    z-index: var(--_z-index);
    display: grid;
    place-items: center;
    inline-size: var(--attune-launcher-size, 56px);
    block-size: var(--attune-launcher-size, 56px);
    padding: 0;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    box-shadow: var(--_shadow);
  }
  .launcher .icon {
    inline-size: 28px;
    block-size: 28px;
  }
  .launcher:hover {
    filter: brightness(1.08);
  }
  .launcher[aria-busy]::after {
    content: '';
    position: absolute;
    inset: -5px;
    border: 2px solid var(--_accent);
    border-block-start-color: transparent;
    border-radius: 50%;
    animation: turn 900ms linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
`;

const failure = css`
  .failure {
    position: fixed;
    inset-block-end: calc(var(--_inset-block) + var(--attune-launcher-size, 56px) + 12px);
    inset-inline-end: var(--_inset-inline);
    z-index: var(--_z-index);
    inline-size: 260px;
    padding: 14px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .failure button {
    display: block;
    padding: 10px 0 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
  }
`;

const comfort = css`
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

export const launcherStyles = [tokens, button, failure, comfort];
