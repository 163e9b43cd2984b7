import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { HttpServer } from '../../src/app/http/http-server';
import { CHROMIUM_ARGS, findChromium } from '../support/chromium';
import { useDatabase } from '../support/database';
import { startServer } from '../support/http-server';
import { figure, type MadeStory, makeStory, statement, store } from '../support/makers';
import { untilSettled } from '../support/settled';
import { comesTrue } from './comes-true';

const executablePath = findChromium();
const here = useDatabase();

(executablePath ? describe : describe.skip)('a story that someone watches', () => {
  let server: HttpServer;
  let browser: Browser;
  let page: Page;
  let story: MadeStory;

  beforeAll(async () => {
    story = await makeStory(here.db);
    await untilSettled(here.db);
    server = await startServer(here.dataSource);
    browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
    page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(20_000);
    await open();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** The page is in the middle of things once it listens. */
  async function open(): Promise<void> {
    const listens = page.waitForRequest(request => request.url().includes('/events?since='));
    await page.goto(`${server.url}/stories/${story.slug}`);
    await listens;
  }

  it('shows a new statement by itself and says so politely', async () => {
    await store(here.db, [statement(story, { summary: 'Says something new.' })]);
    await page.waitForSelector('.entry.statement.new:has-text("Says something new.")');
    expect(await page.locator('[role=status]').innerText()).toMatch(/^Just now: 1 new statement\./);
  });

  it('goes on after the server was away, and misses nothing', async () => {
    const { port } = new URL(server.url);
    await server.close(0);
    await store(here.db, [figure(story, { value: 23 })]);
    server = await startServer(here.dataSource, Number(port));
    await page.waitForSelector('.tallies:has-text("23")');
    expect(await page.locator('[role=status]').innerText()).toMatch(/^Just now: 1 new figure\./);
  });

  it('says what changed since this browser last showed it', async () => {
    const address = page.url();
    await comesTrue(page, `JSON.parse(localStorage.getItem('newsgraph:seen:${story.slug}')).at`);
    await page.goto('about:blank');
    await store(here.db, [statement(story, { summary: 'Came meanwhile.' }), statement(story)]);
    await untilSettled(here.db);
    await page.goto(address);
    await page.waitForSelector('[role=status]:has-text("Since you last looked")');
    expect(await page.locator('[role=status]').innerText()).toMatch(/2 new statements/);
    await page.click('[role=status] a');
    expect(await page.locator('.entry:target').innerText()).toContain('Came meanwhile.');
    await page.click('[role=status] button');
    expect(await page.locator('[role=status]').innerText()).toBe('');
  });

  it('leaves whoever looks at the past there', async () => {
    await open();
    await page.evaluate(`history.replaceState(null, '', location.pathname + '?asOf=2024-03-01T12:30Z')`);
    await store(here.db, [statement(story, { summary: 'Nothing of the past.' })]);
    await untilSettled(here.db);
    await page.waitForTimeout(1_500);
    expect(await page.locator('body').innerText()).not.toContain('Nothing of the past.');
  });
});
