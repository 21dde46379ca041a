import { html, nothing, type TemplateResult } from 'lit';
import type { LauncherText } from '../locales/locale.ts';
import { chatIcon } from './icon.ts';

export type LauncherState = 'idle' | 'opening' | 'open' | 'failed';

export interface LauncherProps {
  readonly state: LauncherState;
  readonly texts: LauncherText;
  readonly contactHref: string | undefined;
  readonly onPress: () => void;
}

/** The button that opens the chat, and what is said when the chat could not be loaded. */
export function launcherView({
  state,
  texts,
  contactHref,
  onPress,
}: LauncherProps): TemplateResult {
  return html`
    ${state === 'failed' ? failureView(texts, contactHref, onPress) : nothing}
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

function failureView(
  texts: LauncherText,
  contactHref: string | undefined,
  onPress: () => void,
): TemplateResult {
  return html`
    <div class="failure" role="alert">
      <p>${texts.failed}</p>
      <button type="button" @click=${onPress}>${texts.retry}</button>
      ${contactHref ? html`<a href=${contactHref}>${texts.contact}</a>` : nothing}
    </div>
  `;
}
