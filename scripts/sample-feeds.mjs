import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { command, isCommand, root, say } from './project.mjs';

const folder = join(root, 'sample', 'feeds');
const written = 'http://127.0.0.1:4010';
const types = {
  '.xml': 'application/xml',
  '.json': 'application/feed+json',
  '.html': 'text/html; charset=utf-8',
  '.opml': 'text/x-opml',
  '.md': 'text/plain; charset=utf-8',
};
const answers = {
  '/wrong/moved.xml': [301, { location: '/rss/rt.xml' }],
  '/wrong/gone.xml': [410, {}],
  '/wrong/busy.xml': [429, { 'retry-after': '5' }],
  '/wrong/down.xml': [500, {}],
};

/** Serves the sample feeds on loopback, with validators, and a page for each article. Port 0 takes any. */
export async function serveSampleFeeds(port) {
  const articles = new Map(read('articles').map(article => [article.slug, article]));
  const events = read('events');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, written);
    const origin = `http://127.0.0.1:${server.address().port}`;
    const answer = answers[pathname] ??
      fileAt(pathname, request, origin) ??
      pageAt(pathname, articles, events) ?? [404, {}, 'There is nothing here.'];
    const [status, headers, body] = answer;
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function read(name) {
  return JSON.parse(readFileSync(join(root, 'sample', 'crocus', `${name}.json`), 'utf8'));
}

function fileAt(pathname, request, origin) {
  const path = join(folder, normalize(pathname));
  const type = types[extname(path)];
  const stat = path.startsWith(folder) && type ? statSync(path, { throwIfNoEntry: false }) : undefined;
  if (!stat?.isFile()) return null;
  const etag = `"${stat.size.toString(36)}-${Math.round(stat.mtimeMs).toString(36)}"`;
  const headers = { 'content-type': type, etag, 'last-modified': stat.mtime.toUTCString() };
  if (request.headers['if-none-match'] === etag) return [304, headers];
  const body = readFileSync(path);
  return [200, headers, origin === written ? body : Buffer.from(body.toString('latin1').replaceAll(written, origin), 'latin1')];
}

function pageAt(pathname, articles, events) {
  const [, outlet, slug] = /^\/news\/([\w-]+)\/([\w-]+)$/.exec(pathname) ?? [];
  const wire = { 'wire-first-night': ['2024-03-22'], 'wire-the-day-after': ['2024-03-23', '2024-03-24'] }[slug];
  const article = articles.get(slug);
  if (!wire && article?.sourceSlug !== outlet) return null;
  const title = wire ? 'A wire story' : article.title;
  const texts = wire ? events.filter(event => wire.includes(event.occurredAt.slice(0, 10))).map(event => event.summary) : [article.summary];
  const date = wire ? `${wire[0]}T21:40:00Z` : article.publishedAt;
  const paragraphs = texts.map(text => `<p>${escaped(text)}</p>`).join('\n');
  const head = `<title>${escaped(title)}</title><meta property="article:published_time" content="${date}">`;
  const html = `<!doctype html>\n<html lang="${article?.language ?? 'en'}"><head><meta charset="utf-8">${head}</head><body><article><h1>${escaped(title)}</h1>\n${paragraphs}\n</article></body></html>\n`;
  return [200, { 'content-type': 'text/html; charset=utf-8' }, html];
}

function escaped(text) {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}

if (isCommand(import.meta)) {
  await command(async () => {
    const { url } = await serveSampleFeeds(Number(process.env.PORT || 4010));
    const host = url.replace('http://', '');
    say(`The sample feeds are served at ${url}. Ctrl-C stops it. In other terminals:

  EGRESS_ALLOW=${host} npm start
  npm run --silent newsgraph -- feed import sample/feeds/feeds.opml${url === written ? '' : ` (its addresses are at ${written}: serve them there)`}
`);
    process.stdout.write(`${url}\n`);
  });
}
