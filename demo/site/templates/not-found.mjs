import { html } from './html.mjs';
import { layout } from './layout.mjs';

export const notFoundPage = (context) =>
  layout(context, {
    file: '404.html',
    title: `Page not found - ${context.site.short_name} Help`,
    description: 'This page does not exist.',
    robots: 'noindex',
    main: html`
        <div class="not-found">
          ${context.svg('unplugged')}
          <h1>No light here</h1>
          <p class="lead">The address may have a typing mistake, or the page has moved.</p>
          <p><a class="button" href="index.html">All help articles</a> <a href="orders.html">Your orders</a></p>
        </div>`,
  });
