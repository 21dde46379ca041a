/** What axe finds on a page. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** The violations on the page as it is now, one line for each rule; none when it is accessible. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the security policy of the page does not bind.
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe: tool } = window as unknown as { axe: typeof axe };
    return (await tool.run()).violations;
  });
  return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target)})`);
}
