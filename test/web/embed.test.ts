import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import type { HttpServer } from '../../src/app/http/http-server';
import { CHROMIUM_ARGS, findChromium } from '../support/chromium';
import { useDatabase } from '../support/database';
import { startServer } from '../support/http-server';
import { makeStory, statement, store } from '../support/makers';
import { CROCUS, useSample } from '../support/sample';
import { violationsOf } from './axe';

const executablePath = findChromium();
const here = useDatabase();
useSample(here);
let server: HttpServer;
beforeAll(async () => {
  server = await startServer(here.dataSource);
});
afterAll(() => server.close());

describe('the page for frames', () => {
  const page = async (path: string): Promise<[Response, string]> => {
    const response = await fetch(`${server.url}/stories/${path}`);
    return [response, await response.text()];
  };

  it('may be framed by anyone, runs no script, and is not sent twice', async () => {
    const [{ status, headers }, html] = await page(`${CROCUS}/embed`);
    expect(status).toBe(200);
    expect(headers.get('x-frame-options')).toBe(null);
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).not.toContain('<script');
    const etag = headers.get('etag') ?? '';
    expect((await fetch(`${server.url}/stories/${CROCUS}/embed`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const story = await fetch(`${server.url}/stories/${CROCUS}`);
    expect(story.headers.get('x-frame-options')).toBe('DENY');
  });

  it('shows what was known then', async () => {
    const [, html] = await page(`${CROCUS}/embed?asOf=2024-03-23T00:30Z`);
    expect(html).toContain('at least 60 killed');
    expect(html).not.toMatch(/\b149\b/);
    expect((await page(`${CROCUS}/embed?asOf=2020-01-01T00:00Z`))[0].status).toBe(404);
    expect((await page('%E0%A4%A/embed'))[0].status).toBe(404);
  });

  it('leaves hostile text harmless', async () => {
    const made = await makeStory(here.db);
    await store(here.db, [statement(made, { summary: '<img src=x onerror=alert(1)><script>alert(2)</script>' })]);
    const [, html] = await page(`${made.slug}/embed`);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<img|<script/);
  });
});

(executablePath ? describe : describe.skip)('the line of HTML of the guide', () => {
  let browser: Browser;
  let other: Server;
  beforeAll(async () => {
    const [line = ''] = /<iframe [^\n]*<\/iframe>/.exec(readFileSync('docs/clients.md', 'utf8')) ?? [];
    const html = `<!doctype html><html lang="en"><title>Another site</title>${line.replace('http://127.0.0.1:4000', server.url)}`;
    other = createServer((_, response) => void response.setHeader('content-type', 'text/html').end(html)).listen(0, '127.0.0.1');
    browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  });
  afterAll(async () => {
    await browser?.close();
    other.close();
  });

  it('shows the story in a titled frame of another site', async () => {
    const tab = await browser.newPage();
    const complaints: string[] = [];
    tab.on('console', message => complaints.push(message.text()));
    tab.on('pageerror', error => complaints.push(error.message));
    await tab.goto(`http://localhost:${(other.address() as AddressInfo).port}/`);
    const frame = tab.frameLocator('iframe[title="Crocus City Hall attack: timeline"]');
    expect(await frame.locator('h1').innerText()).toContain('Crocus City Hall');
    expect(await frame.locator('.toll-line').innerText()).toContain('149 killed');
    expect(await frame.locator('ol > li').count()).toBe(20);
    const href = await frame.locator('ol a').first().getAttribute('href');
    expect(href).toMatch(new RegExp(`^${server.url}/stories/${CROCUS}#(event|statement|figure)_`));
    expect(complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async colorScheme => {
    const tab = await (await browser.newContext({ colorScheme })).newPage();
    await tab.goto(`${server.url}/stories/${CROCUS}/embed`);
    expect(await violationsOf(tab)).toEqual([]);
  });

  it('leads to the place of an entry in the story', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${server.url}/stories/${CROCUS}/embed`);
    const href = (await tab.locator('ol a').nth(3).getAttribute('href')) ?? '';
    await tab.goto(href);
    expect(await tab.locator(`[id="${href.split('#')[1]}"]`).count()).toBe(1);
  });
});
