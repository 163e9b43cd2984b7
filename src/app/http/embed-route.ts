import { Refusal } from '../../platform/errors';
import { EmbedPage } from '../../web/embed/embed-page';
import { renderPage } from '../../web/page/document';
import { readStoryRequest } from '../../web/story/story-request';
import { readStoryFeed } from '../../web/syndication/story-feed';
import type { Route } from './exchange';
import { type PageOptions, pageRoute } from './page-route';
import { slugIn } from './path-slug';

const embedPath = /^\/stories\/([^/]+)\/embed$/;
const entries = 20;

/** What a frame of another site may do with the page: show it. No script runs in it. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** Whether a path is `/stories/<slug>/embed`. */
export function isEmbedPath(path: string): boolean {
  return embedPath.test(path);
}

/** `/stories/<slug>/embed`: the story as a small page that any site may frame. */
export function embedRoute(options: PageOptions): Route {
  return pageRoute(options, async ({ path, search, response }, site) => {
    const { slug, asOf } = readStoryRequest(slugIn(path, embedPath), search);
    const feed = await readStoryFeed(options.ask, { slug, asOf, last: entries }, { base: site.origin, self: path + search });
    if (!feed) throw new Refusal('NOT_FOUND', `There is no story "${slug.slice(0, 100)}"${asOf ? ' at that moment' : ''}.`);
    response.removeHeader('x-frame-options');
    const cacheControl = 'public, max-age=60';
    const html = renderPage(EmbedPage({ site, feed, asOf }));
    return { status: 200, html, cacheControl, headers: { 'content-security-policy': policy } };
  });
}
