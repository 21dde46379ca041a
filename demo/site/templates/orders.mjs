import { fillDates, format, workingDay } from './dates.mjs';
import { html } from './html.mjs';
import { layout } from './layout.mjs';
import { typeset } from './markdown.mjs';

const STEPS = {
  packing: ['Ordered', 'Being packed', 'On its way', 'Delivered'],
  late: ['Ordered', 'Packed', 'On its way', 'Delivered'],
  refund: ['Returned', 'Checked', 'Refund sent', 'In your bank'],
  delivered: ['Ordered', 'Packed', 'On its way', 'Delivered'],
};
const STEPS_DONE = { packing: 1, late: 2, refund: 3, delivered: 4 };

const shortDay = (today, offset) =>
  format(workingDay(today, offset), { weekday: 'short', day: 'numeric', month: 'short' });

const progress = (state) => html`
            <ol class="steps plain" role="list">${STEPS[state].map((step, index) => {
              const done = index < STEPS_DONE[state];
              const current = index === STEPS_DONE[state];
              return html`
              <li class="${done ? 'done' : current ? 'current' : 'ahead'}"${current && html` aria-current="step"`}>${step}<span class="visually-hidden">${done ? ', done' : current ? ', now' : ', still to come'}</span></li>`;
            })}
            </ol>`;

const item = ({ svg }, { lamp, name, detail, colour }) => html`
              <li${colour && html` class="enamel-${colour}"`}>${svg(`lamp-${lamp}`)}<span><strong>${name}</strong><br>${detail}</span></li>`;

const tracking = (scans, today) => html`
            <details>
              <summary>Track parcel</summary>
              <ol class="scans plain" role="list">${scans.toReversed().map(
                (scan) => html`
                <li><span class="day">${shortDay(today, scan.day)}</span> ${scan.text}</li>`,
              )}
              </ol>
            </details>`;

const actions = ({ articles }, order, name) => html`
            <p class="order-actions">${
              order.question &&
              html`
              <button type="button" class="button${order.state === 'delivered' ? ' quiet' : ''}" data-say="${order.question}" hidden>Ask about this order</button>`
            }${order.actions.map(
              (action) => html`
              <button type="button" class="button quiet" data-demo hidden>${action}<span class="visually-hidden"> for ${name}</span></button>`,
            )}${
              order.article &&
              html`
              <a href="${order.article}.html">${articles.get(order.article).title}</a>`
            }
            </p>`;

const orderCard = (context, order) => html`
          <li class="order" id="${order.number}">
            <div class="order-head">
              <h3>Order ${order.number}</h3>
              <p class="meta">Placed on ${format(workingDay(context.today, order.placed))}, ${order.total}</p>
              <p class="state state-${order.state}">${order.label}</p>
            </div>
            <ul class="items plain" role="list">${order.items.map((each) => item(context, each))}
            </ul>${progress(order.state)}
            <p>${typeset(fillDates(order.note, context.today))}</p>${
              order.tracking && tracking(order.tracking, context.today)
            }${actions(context, order, `order ${order.number}`)}
          </li>`;

const otherCard = (context, entry) => html`
          <li class="order">
            <div class="order-head">
              <h3>${entry.title}</h3>
              <p class="meta">${entry.kind}</p>
              <p class="state state-delivered">${entry.label}</p>
            </div>
            <p>${typeset(fillDates(entry.note, context.today))}</p>${actions(context, entry, entry.title)}
          </li>`;

export const ordersPage = (context, { customer, orders, other }) =>
  layout(context, {
    file: 'orders.html',
    title: `Your orders - ${context.site.short_name} Help`,
    description: 'Where your parcels and refunds are, your bookings and your plan.',
    robots: 'noindex',
    main: html`
        <h1>Your orders</h1>
        <p class="lead">Signed in as ${customer}.</p>
        <h2 class="visually-hidden">Orders</h2>
        <ul class="orders plain" role="list">${orders.map((order) => orderCard(context, order))}
        </ul>
        <h2>Bookings and plans</h2>
        <ul class="orders two plain" role="list">${other.map((entry) => otherCard(context, entry))}
        </ul>
        <dialog class="demo-dialog" aria-labelledby="demo-title">
          <h2 id="demo-title">This is a demonstration</h2>
          <p>The orders are invented, so nothing can be changed here. The chat works as it would in a real shop.</p>
          <form method="dialog"><button class="button">Close</button></form>
        </dialog>`,
  });
