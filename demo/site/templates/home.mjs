import { html } from './html.mjs';
import { layout } from './layout.mjs';

const articleLink = ({ articles }, slug) => {
  const { title } = articles.get(slug);
  return html`<a href="${slug}.html">${title}</a>`;
};

const hero = (context) => html`
        <section class="hero" aria-labelledby="title">
          ${context.svg('hero')}
          <div class="hero-text">
            <h1 id="title">What do you need help with?</h1>
            <p class="lead">Orders, refunds, flickering lamps: most answers are here.</p>
            <form class="search" role="search" action="index.html" method="get">
              <label class="visually-hidden" for="search">Search the help articles</label>
              <span class="search-field">${context.svg('icon-search')}<input id="search" name="q" type="search" placeholder="Search, for example: refund" autocomplete="off" enterkeyhint="search"></span>
              <button class="button" type="submit">Search</button>
            </form>
            <div class="results" data-results hidden>
              <p class="results-count" role="status"></p>
              <ul class="plain" role="list"></ul>
            </div>
            <div class="often">
              <h2>Often read</h2>
              <ul class="plain" role="list">${context.site.often_read.map(
                (slug) => html`
                <li>${articleLink(context, slug)}</li>`,
              )}
              </ul>
            </div>
          </div>
        </section>`;

const card = (context, section) => html`
            <li class="card">
              <h3>${context.svg(`icon-${section.icon}`)}${section.title}</h3>
              <ul class="plain" role="list">${section.articles.map(
                (slug) => html`
                <li>${articleLink(context, slug)}</li>`,
              )}
              </ul>
            </li>`;

const waysOn = ({ site, svg }) => html`
        <section class="ways" aria-labelledby="ways-title">
          <h2 id="ways-title">Not found?</h2>
          <ul class="plain" role="list">
            <li>${svg('icon-parcel')}<p><a href="orders.html">Your orders</a><br>Where a parcel or refund is, and what you can do about it.</p></li>
            <li>${svg('icon-chat')}<p><button type="button" class="link" data-chat>Write in the chat</button><br>An assistant at once, and a person whenever you ask for one.</p></li>
            <li>${svg('icon-phone')}<p><a href="${site.phone_href}">${site.phone}</a><br>${site.hours}, UK time.</p></li>
          </ul>
        </section>`;

export const homePage = (context) =>
  layout(context, {
    file: 'index.html',
    title: `${context.site.short_name} Help: orders, returns, repairs`,
    description:
      'Help for Lowick lamps: delivery, returns and refunds, repairs and warranty, your account, workshops. Search the articles or talk to us.',
    main: html`${hero(context)}
        <section class="topics" aria-labelledby="topics-title">
          <h2 id="topics-title">All articles</h2>
          <ul class="cards plain" role="list">${context.site.sections.map((section) => card(context, section))}
          </ul>
        </section>${waysOn(context)}`,
  });
