import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Waits until an expression holds in a page; Playwright's own way to wait needs `eval`, which our pages forbid. */
export async function comesTrue(page: Page, expression: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await page.evaluate(expression)) return;
    await sleep(50);
  }
  throw new Error(`It did not come true within 20 seconds: ${expression}`);
}
