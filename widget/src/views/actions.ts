import type { ReplyAction } from '@attune/web/types';
import { html, nothing, type TemplateResult } from 'lit';
import { safeLink } from '../links.ts';
import type { Locale } from '../locales/locale.ts';
import { linkIcon } from './icons.ts';

export interface ActionsProps {
  readonly texts: Locale;
  /** Whether this is the latest message. */
  readonly isLast: boolean;
  readonly offersPerson: boolean;
  readonly onAction: (action: ReplyAction) => void;
}

/**
 * What can be pressed below an answer. Links stay; a quick reply is an answer to the latest
 * message and goes when the conversation has moved on.
 */
export function actionsView(
  actions: readonly ReplyAction[],
  props: ActionsProps,
): TemplateResult | typeof nothing {
  const shown = actions.filter(({ href, message }) => {
    if (href !== undefined) return true;
    return props.isLast && (message !== undefined || props.offersPerson);
  });
  if (shown.length === 0) return nothing;
  return html`
    <ul class="actions" part="actions" role="list" aria-label=${props.texts.suggestions}>
      ${shown.map((action) => html`<li>${actionView(action, props)}</li>`)}
    </ul>
  `;
}

function actionView(action: ReplyAction, { texts, onAction }: ActionsProps): TemplateResult {
  const { label, href } = action;
  if (href === undefined) {
    return html`<button class="action" part="action" type="button" dir="auto" @click=${() => onAction(action)}>${label}</button>`;
  }
  const link = safeLink(href, document.baseURI);
  if (!link) return html`<span class="action-text" dir="auto">${label}</span>`;
  if (!link.newTab)
    return html`<a class="action" part="action" dir="auto" href=${link.href}>${label}</a>`;
  return html`<a
    class="action"
    part="action"
    dir="auto"
    href=${link.href}
    target="_blank"
    rel="noopener"
    >${label}${linkIcon}<span class="sr">(${texts.opensInNewTab})</span></a
  >`;
}
