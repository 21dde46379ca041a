import { svg } from 'lit';
import { icon } from './icon.ts';

export const closeIcon = icon(svg`<path d="m6.5 6.5 11 11m0-11-11 11"/>`);
export const moreIcon = icon(
  svg`<circle cx="12" cy="5.5" r=".9"/><circle cx="12" cy="12" r=".9"/><circle cx="12" cy="18.5" r=".9"/>`,
);
export const personIcon = icon(
  svg`<circle cx="12" cy="8.5" r="3.5"/><path d="M5 19.5a7 7 0 0 1 14 0"/>`,
);
export const restartIcon = icon(
  svg`<path d="M5 12a7 7 0 1 0 2.2-5.1L5 9"/><path d="M5 4.5V9h4.5"/>`,
);
export const sendIcon = icon(svg`<path d="M12 19V5.5m-5.5 5.5L12 5.5l5.5 5.5"/>`);
export const downIcon = icon(svg`<path d="M12 5.5V18m-5-5 5 5 5-5"/>`);
export const linkIcon = icon(svg`<path d="M8 16 16.5 7.5M9.5 7h7.5v7.5"/>`);
export const doneIcon = icon(svg`<path d="m5.5 12.5 4.2 4.2 8.8-9.2"/>`);
export const clockIcon = icon(svg`<circle cx="12" cy="12" r="7.5"/><path d="M12 7.8V12l2.8 1.8"/>`);
export const alertIcon = icon(
  svg`<circle cx="12" cy="12" r="7.5"/><path d="M12 8v4.6"/><circle cx="12" cy="15.7" r=".4"/>`,
);
