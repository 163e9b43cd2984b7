// Takes the pictures of the documentation from a server that runs: node scripts/screenshots.mjs http://127.0.0.1:4000
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const url = process.argv[2] ?? 'http://127.0.0.1:4000';
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(path => path && existsSync(path));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 800 }, colorScheme: 'light' });
  await page.goto(`${url}/graphql`);
  await page.waitForSelector('.graphiql-query-editor .view-line');
  await page.click('.graphiql-execute-button');
  await page.waitForSelector('.result-window .view-line:has-text("headline")');
  await page.waitForTimeout(500);
  await page.screenshot({ path: 'docs/images/playground.png' });
} finally {
  await browser.close();
}
