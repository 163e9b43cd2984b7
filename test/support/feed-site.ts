import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a site answers at one path. */
export type Page = (request: IncomingMessage, response: ServerResponse) => void;

/** A site on loopback whose pages a test changes as it goes, and which remembers who came. */
export interface FeedSite {
  origin: string;
  /** `host:port`, as an allow-list wants it. */
  host: string;
  pages: Map<string, Page>;
  visits: { path: string; at: number; left: number; headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
}

/** Opens a site; what it has no page for is 404. */
export async function openFeedSite(): Promise<FeedSite> {
  const pages = new Map<string, Page>();
  const visits: FeedSite['visits'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const visit = { path, at: Date.now(), left: 0, headers: request.headers };
    visits.push(visit);
    response.on('close', () => (visit.left = Date.now()));
    const page = pages.get(path);
    if (page) page(request, response);
    else response.writeHead(404).end('nothing here');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: `http://${host}`,
    host,
    pages,
    visits,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An item as a test names it. */
export interface Item {
  link?: string;
  title?: string;
  text?: string;
  date?: string;
}

/** An RSS document with these items. */
export function rss(items: Item[], extra = ''): string {
  const tag = (name: string, value?: string): string => (value === undefined ? '' : `<${name}>${value}</${name}>`);
  const written = items.map(
    ({ link, title, text, date }) =>
      `<item>${tag('title', title)}${tag('link', link)}${tag('description', text)}${tag('pubDate', date)}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>A feed</title><link>http://site.example/</link>${extra}${written.join('')}</channel></rss>`;
}

/** A page that answers with a document. */
export function document(body: string, headers: Record<string, string> = {}, status = 200): Page {
  return (_, response) => void response.writeHead(status, { 'content-type': 'application/rss+xml', ...headers }).end(body);
}
