import { html, nothing, type TemplateResult } from 'lit';
import type { MenuController } from '../controllers/menu.ts';
import type { Locale } from '../locales/locale.ts';
import { closeIcon, moreIcon, personIcon, restartIcon } from './icons.ts';

export interface HeaderProps {
  readonly texts: Locale;
  readonly assistant: string;
  readonly menu: MenuController;
  readonly onTalkToPerson: () => void;
  readonly onStartOver: () => void;
  readonly onClose: () => void;
}

/** Who the customer talks to, that it is a machine, and the ways out. */
export function headerView(props: HeaderProps): TemplateResult {
  const { texts, assistant, menu, onClose } = props;
  const [initial = ''] = assistant;
  return html`
    <div class="header" part="header">
      <span class="avatar" part="avatar" aria-hidden="true">${initial}</span>
      <div class="who">
        <h2 class="name" part="title" id="name" dir="auto">${assistant}</h2>
        <p class="disclosure" part="disclosure" id="disclosure" dir="auto">${texts.disclosure}</p>
      </div>
      <div class="menu-anchor" @focusout=${menu.onBlur} @keydown=${menu.onKey}>
        <button
          class="icon-button"
          id="menu-button"
          type="button"
          aria-haspopup="menu"
          aria-expanded=${menu.isOpen ? 'true' : 'false'}
          aria-controls="menu"
          aria-label=${texts.options}
          @click=${menu.toggle}
        >
          ${moreIcon}
        </button>
        ${menuView(props)}
      </div>
      <button
        class="icon-button"
        part="close"
        type="button"
        aria-label=${texts.close}
        @click=${onClose}
      >
        ${closeIcon}
      </button>
    </div>
  `;
}

function menuView({ texts, menu, onTalkToPerson, onStartOver }: HeaderProps): TemplateResult {
  return html`
    <div class="menu" part="menu" id="menu" role="menu" aria-label=${texts.options} ?hidden=${!menu.isOpen}>
      ${
        menu.isOpen
          ? html`
        <button class="menu-item" type="button" role="menuitem" tabindex="-1" @click=${onTalkToPerson}>
          ${personIcon}${texts.talkToPerson}
        </button>
        <button class="menu-item" type="button" role="menuitem" tabindex="-1" @click=${onStartOver}>
          ${restartIcon}${texts.startOver}
        </button>
      `
          : nothing
      }
    </div>
  `;
}
