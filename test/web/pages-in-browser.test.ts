import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import type { HttpServer } from '../../src/app/http/http-server';
import type { IngestRecord } from '../../src/ingestion/record/record';
import { CHROMIUM_ARGS, findChromium } from '../support/chromium';
import { useDatabase } from '../support/database';
import { startServer } from '../support/http-server';
import { article, makeStory, store } from '../support/makers';
import { CROCUS, useSample } from '../support/sample';
import { violationsOf } from './axe';
import { comesTrue } from './comes-true';

const executablePath = findChromium();
const here = useDatabase();
useSample(here);
const storyPath = `/stories/${CROCUS}`;
const pages = ['/', '/search?q=condemn', storyPath];

(executablePath ? describe : describe.skip)('the pages in a browser', () => {
  let server: HttpServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer(here.dataSource);
    browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function inBrowser(options: Parameters<Browser['newContext']>[0], look: (page: Page, context: BrowserContext) => Promise<void>) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    try {
      await look(page, context);
    } finally {
      await context.close();
    }
  }

  it.each(['light', 'dark'] as const)(
    'have nothing that axe finds wrong, in %s',
    async colorScheme => {
      await inBrowser({ colorScheme, viewport: { width: 1280, height: 900 } }, async page => {
        for (const path of [...pages, `${storyPath}?asOf=2024-03-23T00:30Z`]) {
          await page.goto(server.url + path);
          await page.evaluate('document.querySelectorAll("details").forEach(details => (details.open = true))');
          expect(await violationsOf(page)).toEqual([]);
        }
      });
    },
    120_000,
  );

  it('ask nothing of another host, and leave the browser nothing to complain of', async () => {
    await inBrowser({}, async page => {
      const elsewhere: string[] = [];
      const complaints: string[] = [];
      page.on('request', request => new URL(request.url()).host !== new URL(server.url).host && elsewhere.push(request.url()));
      page.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
      page.on('pageerror', error => complaints.push(String(error)));
      page.on('response', response => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`));
      for (const path of pages) await page.goto(server.url + path);
      await comesTrue(page, 'document.documentElement.classList.contains("alive")');
      expect([elsewhere, complaints]).toEqual([[], []]);
    });
  });

  it('hold all content without a script, and are moved in time by a plain form', async () => {
    await inBrowser({ javaScriptEnabled: false }, async page => {
      await page.goto(server.url + storyPath);
      expect(await page.locator('.entry.statement').count()).toBe(264);
      expect(await page.locator('#responses tbody tr').count()).toBe(195);
      expect(await page.locator('.slider').isVisible()).toBe(false);
      await page.fill('#asOf', '2024-03-23T00:30');
      await page.click('.time button');
      expect(page.url()).toContain('asOf=2024-03-23T00');
      expect(await page.locator('.tallies').innerText()).toMatch(/at least\s+60\s+killed/);
      expect(await page.locator('body').innerText()).not.toMatch(/\b149\b/);
    });
  });

  it('fit a phone', async () => {
    await inBrowser({ viewport: { width: 360, height: 740 } }, async page => {
      for (const path of pages) {
        await page.goto(server.url + path);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      }
    });
  });

  it('run no text as a script, and follow no address but those of the web', async () => {
    const story = await makeStory(here.db);
    const hostile = '<img src=x onerror="hacked = 1"><script>hacked = 1</script>';
    await store(here.db, [
      { story: { slug: story.slug, headline: hostile, summary: hostile, reportedAt: '2024-03-02T12:00:00Z' } } as IngestRecord,
      article(story, { title: hostile }),
    ]);
    await inBrowser({}, async page => {
      for (const path of [`/stories/${story.slug}`, '/', '/search?q=hacked']) {
        await page.goto(server.url + path);
        expect(await page.evaluate('window.hacked')).toBeUndefined();
        expect(await page.locator('main img, a[href^="javascript:" i]').count()).toBe(0);
      }
    });
  });

  describe('the page of a story', () => {
    it('is reached everywhere with the keyboard alone', async () => {
      await inBrowser({}, async page => {
        await page.goto(server.url + storyPath);
        await comesTrue(page, 'document.documentElement.classList.contains("alive")');
        await page.evaluate('document.querySelectorAll("details").forEach(details => (details.open = true))');
        const unreachable = await page.evaluate(`[...document.querySelectorAll('a, button, input, summary')]
          .filter(it => it.checkVisibility() && !it.hidden)
          .filter(it => (it.focus({ preventScroll: true }), document.activeElement !== it || it.tabIndex < 0))
          .map(it => it.outerHTML.slice(0, 120))`);
        expect(unreachable).toEqual([]);
        await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)');
        await page.goto(server.url + storyPath);
        const stops: string[] = [];
        for (let stop = 0; stop < 12; stop += 1) {
          await page.keyboard.press('Tab');
          stops.push(await page.evaluate<string>('document.activeElement.textContent || document.activeElement.id'));
        }
        expect(stops).toEqual([
          ...['Skip to the content', 'Skip to the time control', 'Newsgraph', 'q', 'Search'],
          expect.stringContaining('149'),
          ...['Toll', 'Timeline', 'Responses', 'Claims', 'Coverage'],
          expect.stringContaining('149'),
        ]);
      });
    });

    it('shows under the slider what was known at that moment, and the moment in the address', async () => {
      await inBrowser({ viewport: { width: 1280, height: 900 } }, async page => {
        await page.goto(`${server.url}${storyPath}?asOf=2024-03-23T00:30Z`);
        expect(await page.locator('body').innerText()).not.toMatch(/\b149\b/);
        expect(await page.locator('.tallies').innerText()).toMatch(/at least\s+60\s+killed/);
        await page.focus('.slider');
        await page.keyboard.press('End');
        await page.waitForSelector('.tallies:has-text("149")');
        expect(page.url()).toBe(server.url + storyPath);
        for (let press = 0; press < 7; press += 1) await page.keyboard.press('PageDown');
        await comesTrue(page, '!document.querySelector(".tallies").textContent.includes("149")');
        expect(new URL(page.url()).searchParams.get('asOf')).toMatch(/^2024-03-2\dT\d\d:\d\dZ$/);
        expect(await page.getAttribute('.slider', 'aria-valuetext')).toMatch(/March 2024/);
        await page.reload();
        expect(await page.locator('body').innerText()).not.toMatch(/\b149\b/);
      });
    });

    it('narrows in place, and the way back leads back', async () => {
      await inBrowser({}, async page => {
        await page.goto(server.url + storyPath);
        await comesTrue(page, 'document.documentElement.classList.contains("alive")');
        await page.evaluate('window.sameDocument = true');
        await page.click('.choices a:has-text("Events")');
        await comesTrue(page, 'document.querySelectorAll(".entry.statement").length === 0');
        expect(page.url()).toContain('kind=event');
        await page.click('.tallies a:has-text("injured")');
        await page.waitForSelector('.toll figcaption:has-text("Injured")');
        await page.goBack();
        await page.goBack();
        await comesTrue(page, 'document.querySelectorAll(".entry.statement").length === 264');
        expect(await page.evaluate('window.sameDocument')).toBe(true);
      });
    });
  });
});
