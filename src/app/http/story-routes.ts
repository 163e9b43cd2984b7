import { Refusal } from '../../platform/errors';
import { renderPage } from '../../web/page/document';
import { readStory } from '../../web/story/read-story';
import type { PageAnswer } from '../../web/page/send-page';
import { StoryPage } from '../../web/story/story-page';
import { readStoryRequest, storyAddress } from '../../web/story/story-request';
import type { Exchange, Route } from './exchange';
import { type PageOptions, pageRoute } from './page-route';

/** Another form of a story than its page: which paths it answers, and how. */
export type StoryDoor = readonly [answers: (path: string) => boolean, route: Route];

/** `/stories/…`: each story as a page, and its side doors. */
export function storyRoutes(options: PageOptions, doors: readonly StoryDoor[]): Route {
  const page = storyPageRoute(options);
  return exchange => {
    const [, route = page] = doors.find(([answers]) => answers(exchange.path)) ?? [];
    return route(exchange);
  };
}

/** `/stories/<slug>`: the page. */
function storyPageRoute(options: PageOptions): Route {
  return pageRoute(options, async (exchange, site) => {
    const request = readStoryRequest(slugOf(exchange), exchange.search);
    const view = await readStory(options.ask, request);
    if (!view) throw new Refusal('NOT_FOUND', `There is no story "${request.slug.slice(0, 100)}"${request.asOf ? ' at that moment' : ''}.`);
    const { slug } = view.story;
    if (slug !== request.slug) return movedTo(storyAddress({ ...request, slug }, {}));
    const cacheControl = request.asOf ? 'public, max-age=60, stale-while-revalidate=600' : 'no-cache';
    return { status: 200, html: renderPage(StoryPage({ site, view })), cacheControl };
  });
}

/** Old slugs resolve for ever, and lead to the one address of the story. */
function movedTo(location: string): PageAnswer {
  return { status: 302, html: '', cacheControl: 'no-cache', headers: { location } };
}

function slugOf({ path }: Exchange): string {
  const [, encoded = ''] = /^\/stories\/([^/]+)\/?$/.exec(path) ?? [];
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
