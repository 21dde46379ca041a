import { format } from './dates.mjs';
import { html, raw } from './html.mjs';
import { layout } from './layout.mjs';

const breadcrumb = (section) => html`
        <nav class="breadcrumb" aria-label="You are here">
          <ol class="plain" role="list">
            <li><a href="index.html">Help</a></li>${
              section &&
              html`
            <li>${section.title}</li>`
            }
          </ol>
        </nav>`;

const rating = html`
            <section class="rating" aria-labelledby="rating-title" data-rating hidden>
              <h2 id="rating-title">Did this help?</h2>
              <p>
                <button type="button" class="button quiet" value="yes">Yes</button>
                <button type="button" class="button quiet" value="no">No</button>
              </p>
              <p role="status"></p>
            </section>`;

const related = ({ articles, pages }, slugs) => html`
            <section aria-labelledby="related-title">
              <h2 id="related-title">Read on</h2>
              <ul class="plain" role="list">${slugs.map((slug) => {
                const { title } = articles.get(slug) ?? pages.get(slug);
                return html`
                <li><a href="${slug}.html">${title}</a></li>`;
              })}
              </ul>
            </section>`;

const stillStuck = ({ site }) => html`
            <section class="stuck" aria-labelledby="stuck-title">
              <h2 id="stuck-title">Still stuck?</h2>
              <p>Tell us what you have tried; nobody will ask you to do it again.</p>
              <p><button type="button" class="button" data-chat hidden>Write in the chat</button></p>
              <p>Or <a href="mailto:${site.email}">${site.email}</a>, <a href="${site.phone_href}">${site.phone}</a>.</p>
            </section>`;

/** An article of the help centre, or (without `updated` and `related`) another page of text. */
export function articlePage(context, article) {
  const section = context.site.sections.find(({ articles }) => articles.includes(article.slug));
  const date = article.updated && format(new Date(article.updated), { dateStyle: 'long' });
  return layout(context, {
    file: `${article.slug}.html`,
    title: `${article.title} - ${context.site.short_name} Help`,
    description: article.summary,
    main: html`${breadcrumb(section)}
        <div class="with-sidebar">
          <article>
            <h1>${article.title}</h1>
            <p class="lead">${article.summary}</p>
            <div class="prose">
${raw(article.html)}
            </div>${
              date &&
              html`
            <p class="updated">Last checked on <time datetime="${article.updated}">${date}</time></p>`
            }${date && rating}
          </article>
          <div class="sidebar">${article.related && related(context, article.related)}${stillStuck(context)}
          </div>
        </div>`,
  });
}
