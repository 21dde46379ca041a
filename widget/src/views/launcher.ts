import { html, nothing, type TemplateResult } from 'lit';
import type { LauncherText } from '../locales/locale.ts';
import { chatIcon } from './icon.ts';

export type LauncherState = 'idle' | 'opening' | 'open' | 'failed';

/** The button that opens the chat, and what is said when the chat could not be loaded. */
export function launcherView(
  state: LauncherState,
  texts: LauncherText,
  onPress: () => void,
): TemplateResult {
  return html`
    ${
      state === 'failed'
        ? html`
          <div class="failure" role="alert">
            ${texts.failed}
            <button type="button" @click=${onPress}>${texts.retry}</button>
          </div>
        `
        : nothing
    }
    <button
      class="launcher"
      part="launcher"
      type="button"
      aria-haspopup="dialog"
      aria-expanded=${state === 'open' ? 'true' : 'false'}
      aria-busy=${state === 'opening' ? 'true' : nothing}
      aria-label=${texts.open}
      ?hidden=${state === 'open'}
      @click=${onPress}
    >
      ${chatIcon}
    </button>
  `;
}
