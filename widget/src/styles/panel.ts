import { css } from 'lit';

const frame = css`
  .panel {
    position: fixed;
    inset-block-end: var(--_inset-block);
    inset-inline-end: var(--_inset-inline);
    z-index: var(--_z-index);
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr);
    inline-size: min(var(--attune-width, 392px), 100vw - 2 * var(--_inset-inline));
    block-size: min(var(--attune-height, 640px), 100vh - 2 * var(--_inset-block));
    block-size: min(var(--attune-height, 640px), 100dvh - 2 * var(--_inset-block));
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    transform-origin: bottom;
    animation: appear 160ms cubic-bezier(0.2, 0.7, 0.3, 1);
  }
  .panel:focus {
    outline: none;
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  .body {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr);
    min-block-size: 0;
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .sr p {
    margin: 0;
  }
`;

const header = css`
  .header {
    position: relative;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 10px;
    padding-block: 11px;
    padding-inline: 16px 6px;
    border-block-end: 1px solid var(--_border);
  }
  .avatar {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 1.1em;
    font-weight: 600;
    text-transform: uppercase;
    transition:
      background-color 300ms,
      color 300ms;
  }
  [data-register='calm_direct'] .avatar {
    background: var(--_bot-bubble);
    color: var(--_on-bot-bubble);
  }
  .who {
    flex: 1;
    min-inline-size: 0;
  }
  .name {
    margin: 0;
    overflow: hidden;
    font-size: 1.0667em;
    font-weight: 600;
    line-height: 1.3;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .disclosure {
    margin: 0;
    color: var(--_muted);
    font-size: 0.8333em;
    line-height: 1.35;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-wrap: balance;
  }
  .icon-button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: 10px;
    background: none;
    color: var(--_muted);
  }
  .menu-anchor + .icon-button {
    margin-inline-start: -10px;
  }
  .icon-button:hover,
  .icon-button[aria-expanded='true'] {
    background: var(--_bot-bubble);
    color: var(--_text);
  }
  .icon-button:focus-visible {
    outline-offset: -2px;
  }
`;

const menu = css`
  .menu-anchor {
    position: relative;
  }
  .menu {
    position: absolute;
    inset-block-start: calc(100% + 4px);
    inset-inline-end: 0;
    min-inline-size: 210px;
    padding: 6px;
    border: 1px solid var(--_border);
    border-radius: 12px;
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .menu-item {
    display: flex;
    align-items: center;
    gap: 10px;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 10px;
    border: 0;
    border-radius: 8px;
    background: none;
    color: inherit;
    text-align: start;
  }
  .menu-item:hover,
  .menu-item:focus-visible {
    background: var(--_bot-bubble);
  }
  .menu-item:focus-visible {
    outline-offset: -2px;
  }
  .menu-item .icon {
    inline-size: 20px;
    block-size: 20px;
    color: var(--_muted);
  }
`;

/** A phone gives the chat its whole screen, less what the on-screen keyboard takes. */
const smallScreens = css`
  @media (max-width: 480px), (max-height: 380px) {
    .panel {
      inset-block: var(--_view-block-start, 0px) auto;
      inset-inline: 0;
      inline-size: auto;
      block-size: var(--_view-block-size, 100vh);
      block-size: var(--_view-block-size, 100dvh);
      padding: env(safe-area-inset-top, 0px) env(safe-area-inset-right, 0px)
        env(safe-area-inset-bottom, 0px) env(safe-area-inset-left, 0px);
      border: 0;
      border-radius: 0;
    }
  }
  /* Too low for messages beside an offer: both scroll together. */
  @media (max-height: 420px) {
    .header {
      padding-block: 2px;
    }
    .avatar {
      display: none;
    }
    .body {
      display: block;
      overflow-y: auto;
    }
    .log {
      block-size: auto;
      overflow: visible;
    }
  }
`;

const comfort = css`
  @media (forced-colors: active) {
    .avatar {
      border: 1px solid CanvasText;
    }
    .icon-button,
    .menu-item {
      color: ButtonText;
    }
  }
`;

export const panelStyles = [frame, header, menu, smallScreens, comfort];
