import type { ReactiveControllerHost } from 'lit';

interface MenuHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** The options menu, with the keys that a menu is expected to have (ARIA practices, menu button). */
export class MenuController {
  isOpen = false;
  readonly #host: MenuHost;

  constructor(host: MenuHost) {
    this.#host = host;
  }

  readonly toggle = (): void => {
    if (this.isOpen) this.close();
    else void this.#open();
  };

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#host.requestUpdate();
  }

  /** Closes and gives the focus back to the button. */
  dismiss(): void {
    this.close();
    this.#host.renderRoot.querySelector<HTMLElement>('#menu-button')?.focus();
  }

  readonly onBlur = (event: FocusEvent): void => {
    const anchor = event.currentTarget as HTMLElement;
    if (!anchor.contains(event.relatedTarget as Node | null)) this.close();
  };

  readonly onKey = (event: KeyboardEvent): void => {
    if (!this.isOpen) {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      void this.#open();
      return;
    }
    const items = this.#items();
    const at = items.indexOf(event.target as HTMLElement);
    switch (event.key) {
      case 'ArrowDown':
        items[(at + 1) % items.length]?.focus();
        break;
      case 'ArrowUp':
        items.at(at <= 0 ? -1 : at - 1)?.focus();
        break;
      case 'Home':
        items[0]?.focus();
        break;
      case 'End':
        items.at(-1)?.focus();
        break;
      case 'Escape':
        this.dismiss();
        break;
      default:
        return;
    }
    // Escape would otherwise close the whole chat.
    event.preventDefault();
    event.stopPropagation();
  };

  async #open(): Promise<void> {
    this.isOpen = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#items()[0]?.focus();
  }

  #items(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }
}
