import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface ViewportHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Tells the styles how much of a phone's screen the on-screen keyboard leaves: no CSS unit knows
 * in every browser. The values are set through the object model, which no policy forbids.
 */
export class ViewportController implements ReactiveController {
  readonly #host: ViewportHost;

  constructor(host: ViewportHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.visualViewport?.addEventListener('resize', this.#follow);
    window.visualViewport?.addEventListener('scroll', this.#follow);
  }

  hostDisconnected(): void {
    window.visualViewport?.removeEventListener('resize', this.#follow);
    window.visualViewport?.removeEventListener('scroll', this.#follow);
  }

  hostUpdated(): void {
    this.#follow();
  }

  readonly #follow = (): void => {
    const panel = this.#host.renderRoot.querySelector<HTMLElement>('#panel');
    const viewport = window.visualViewport;
    // A zoomed page is panned, not covered: the panel then keeps its place.
    if (!panel || !viewport || viewport.scale > 1.01) return;
    panel.style.setProperty('--_view-block-size', `${viewport.height}px`);
    panel.style.setProperty('--_view-block-start', `${viewport.offsetTop}px`);
  };
}
