// Takes the pictures of the documentation from a server that runs: node scripts/screenshots.mjs http://127.0.0.1:4000
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const url = process.argv[2] ?? 'http://127.0.0.1:4000';
const story = `${url}/stories/crocus-city-hall-attack`;
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(path => path && existsSync(path));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });

/** One picture of what is in view. */
async function picture(name, address, { width = 1360, height = 860, colorScheme = 'light', prepare = async () => {} } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, deviceScaleFactor: width < 500 ? 2 : 1 });
  const page = await context.newPage();
  await page.goto(address);
  await prepare(page);
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(300);
  await page.screenshot({ path: `docs/images/${name}.png` });
  await context.close();
}

const to = part => page => page.evaluate(`document.querySelector('${part}').scrollIntoView({ behavior: 'instant' })`);

try {
  await picture('front', url);
  await picture('search', `${url}/search?q=condemn`);
  await picture('story', story);
  await picture('story-toll', story, { prepare: to('#toll') });
  await picture('story-timeline', story, { prepare: to('.day:nth-child(4)') });
  await picture('story-map', story, { prepare: to('#responses') });
  await picture('story-claims', story, { prepare: to('#claims') });
  await picture('story-as-of', `${story}?asOf=2024-03-23T00:30Z`);
  await picture('story-dark', story, { colorScheme: 'dark', prepare: to('#toll') });
  await picture('story-phone', story, { width: 390, height: 844, prepare: to('#toll') });
  await picture('playground', `${url}/graphql`, {
    height: 800,
    prepare: async page => {
      await page.waitForSelector('.graphiql-query-editor .view-line');
      await page.click('.graphiql-execute-button');
      await page.waitForSelector('.result-window .view-line:has-text("headline")');
    },
  });
} finally {
  await browser.close();
}
