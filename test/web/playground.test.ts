import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page, chromium } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from '../support/chromium';
import { useDatabase } from '../support/database';
import { startServer } from '../support/http-server';
import { useSample } from '../support/sample';

const TABS = [
  ...['StoryInOneRequest', 'StoryTimeline', 'StoryFeed', 'ResponseMap', 'ContestedClaims', 'StoryList'],
  ...['Search', 'SearchFeed', 'ArticlePage', 'StoryChanges'],
  ...['Ingest', 'RegisterFeed', 'MergeStories'], // a tab bears the name of its first operation
];

const executablePath = findChromium();
const here = useDatabase();
useSample(here);

(executablePath ? describe : describe.skip)('the playground in a browser', () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await startServer(here.dataSource);
    browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
    const context = await browser.newContext();
    context.on('request', request => requests.push(request.url()));
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('websocket', socket => requests.push(socket.url()));
    page.on('pageerror', error => complaints.push(String(error)));
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    page.on('response', response => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`));
    await page.goto(`${server.url}/graphql`);
    await page.waitForSelector('.graphiql-query-editor .view-line');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const tabs = () => page.locator('.graphiql-tab-button').allTextContents();
  const textOf = (editor: string) => page.locator(`${editor} .view-lines`).first().innerText();
  const shown = (editor: string, text: string) => page.waitForSelector(`${editor} .view-line:has-text(${JSON.stringify(text)})`);

  it('greets a first visit with the public operations as tabs, those that write last', async () => {
    expect(await page.title()).toBe('Newsgraph playground');
    expect(await tabs()).toEqual(TABS);
    expect(TABS).toHaveLength(readdirSync('schema/operations').length);
    expect(await textOf('.graphiql-query-editor')).toContain('query');
    expect(await textOf('.graphiql-editor-tool')).toContain('crocus-city-hall-attack');
  });

  it('runs the first tab with one click and shows the answer', async () => {
    await page.click('.graphiql-execute-button');
    await shown('.result-window', 'headline');
    expect(await textOf('.result-window')).toContain('crocus-city-hall-attack');
  });

  it('fills in the variables of every other tab', async () => {
    await page.locator('.graphiql-tab-button', { hasText: /^Search$/ }).click();
    await shown('.graphiql-editor-tool', 'condemn OR condolences');
    await page.locator('.graphiql-tab-button', { hasText: 'ResponseMap' }).click();
    await shown('.graphiql-editor-tool', 'crocus-city-hall-attack');
  });

  it('keeps what a person wrote, and only that, through a reload', async () => {
    await page.locator('.graphiql-tab-button', { hasText: 'ContestedClaims' }).click();
    await shown('.graphiql-query-editor', 'query ContestedClaims');
    await page.locator('.graphiql-query-editor').locator('textarea.inputarea, .native-edit-context').first().focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('query Mine { __typename }');
    await page.waitForSelector('.graphiql-tab-button:has-text("Mine")');
    await page.waitForFunction(() => localStorage.getItem('newsgraph:graphiql:tabState')?.includes('Mine'));
    await page.reload();
    await shown('.graphiql-query-editor', 'query Mine');
    expect(await tabs()).toEqual(TABS.map(name => (name === 'ContestedClaims' ? 'Mine' : name)));
  });

  it('follows the system from light to dark', async () => {
    const background = () => page.evaluate<string>("getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor");
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await background();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).not.toBe(light);
  });

  it('asks nothing of any other host, and the browser has nothing to complain of', () => {
    const elsewhere = requests.filter(url => !/^(data|blob):/.test(url) && new URL(url).host !== new URL(server.url).host);
    expect(requests.length).toBeGreaterThan(5);
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
