import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with a page, in words; nothing on a page that everyone can use. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate('document.styleSheets[0].insertRule("* { content-visibility: visible !important }")'); // what is far away counts, too
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 200)}\n${failureSummary ?? ''}`),
  );
}
