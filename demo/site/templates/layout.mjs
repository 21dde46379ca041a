/** What every page has around its content. */
import { html } from './html.mjs';

// Set by <meta>, because a static host may offer no headers. No inline script or style anywhere.
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const navLink = (item, current) => html`
          <li><a href="${item.href}"${current === item.href && html` aria-current="page"`}>${item.label}</a></li>`;

const header = ({ site, svg }, current) => html`
      <header class="site-header">
        <p class="demo-note">
          <span>Lowick is invented. The chat is real: it is Attune.</span>
          <button type="button" class="link" data-inspector hidden>Look under the hood</button>
          <a data-console href="#" hidden>Open the team's console</a>
        </p>
        <div class="bar">
          <a class="brand" href="index.html">${svg('mark')}<span>${site.short_name} <span class="brand-part">Help</span></span></a>
          <nav aria-label="Main">
            <ul class="plain" role="list">${site.nav.map((item) => navLink(item, current))}
            </ul>
          </nav>
          <button type="button" class="lamp-switch" data-theme-switch hidden>${svg('icon-switch')}<span class="visually-hidden">Dark colours</span></button>
        </div>
      </header>`;

const footer = ({ site }) => html`
      <footer class="site-footer">
        <div class="columns">
          <p><strong>${site.name}</strong><br>${site.tagline}<br>${site.address}</p>
          <p><a href="mailto:${site.email}">${site.email}</a><br><a href="${site.phone_href}">${site.phone}</a><br>${site.hours}</p>
          <ul class="plain" role="list">
            <li><a href="chat.html">How our chat works</a></li>
            <li><a href="suspicious-mail.html">Suspicious messages</a></li>
            <li><a href="safety.html">Lamp safety</a></li>
          </ul>
        </div>
        <noscript><p>The chat needs JavaScript. Without it you reach us by e-mail and telephone.</p></noscript>
      </footer>`;

/**
 * A whole page.
 * `page`: { file, title, description, main, robots? }; `main` is the content of <main>.
 */
export const layout = (context, page) => html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${page.title}</title>
    <meta name="description" content="${page.description}">${
      page.robots &&
      html`
    <meta name="robots" content="${page.robots}">`
    }
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="favicon.svg" type="image/svg+xml">
    <script src="theme.js"></script>
    <link rel="stylesheet" href="site.css">
    <script type="module" src="site.js"></script>
  </head>
  <body>
    <a class="skip" href="#content">Skip to the content</a>
    <div class="page">${header(context, page.file)}
      <main id="content" tabindex="-1">${page.main}
      </main>${footer(context)}
    </div>
    <aside class="inspector" aria-label="Under the hood" hidden></aside>
    <script type="module" src="attune/attune-chat.js"></script>
    <attune-chat playbook="playbook.json" contact-href="contact.html" widget-id="help"></attune-chat>
  </body>
</html>
`;
