import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ComposerController } from '../controllers/composer.ts';
import type { Locale } from '../locales/locale.ts';
import { sendIcon } from './icons.ts';

/** More than the tallest composer shows; the rest of a long draft does not change its height. */
const measuredCharacters = 2_000;

/** The field grows with its text: a copy of the text in the same grid cell sets the height. */
export function composerView(texts: Locale, composer: ComposerController): TemplateResult {
  const { draft, canSend, problem, onBeforeInput, onInput, onKey, onSubmit } = composer;
  return html`
    <form class="composer" part="composer" novalidate @submit=${onSubmit}>
      <p class="problem" id="problem" role="status" dir="auto">${problem}</p>
      <div class="field">
        <div class="grow">
          <textarea
            class="input"
            part="input"
            rows="1"
            enterkeyhint="send"
            autocomplete="off"
            aria-label=${texts.message}
            aria-describedby="problem"
            aria-invalid=${problem ? 'true' : nothing}
            placeholder=${texts.placeholder}
            .value=${live(draft)}
            @beforeinput=${onBeforeInput}
            @input=${onInput}
            @keydown=${onKey}
          ></textarea>
          <div class="measure" aria-hidden="true">${draft.slice(0, measuredCharacters)}${'\u200b'}</div>
        </div>
        <button
          class="send"
          part="send"
          type="submit"
          aria-label=${texts.send}
          aria-disabled=${canSend ? 'false' : 'true'}
        >
          ${sendIcon}
        </button>
      </div>
    </form>
  `;
}
