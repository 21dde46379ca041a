import { adoptStyles, type CSSResult, supportsAdoptingStyleSheets } from 'lit';
import { cardStyles } from './cards.ts';
import { composerStyles } from './composer.ts';
import { messageStyles } from './messages.ts';
import { panelStyles } from './panel.ts';
import { theme } from './theme.ts';

const all: readonly CSSResult[] = [
  theme,
  ...panelStyles,
  ...messageStyles,
  ...cardStyles,
  composerStyles,
];

/** Adds the styles of the open chat to those of the launcher. */
export function adoptPanelStyles(renderRoot: HTMLElement | DocumentFragment): void {
  const root = renderRoot as ShadowRoot;
  if (supportsAdoptingStyleSheets) {
    const sheets = all.flatMap(({ styleSheet }) => styleSheet ?? []);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
  } else {
    adoptStyles(root, [...all]);
  }
}
