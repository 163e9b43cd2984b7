import { renderPage } from '../../web/page/document';
import { readSearch, readSearchRequest } from '../../web/search/read-search';
import { SearchPage } from '../../web/search/search-page';
import type { Route } from './exchange';
import { type PageOptions, pageRoute } from './page-route';

/** `/search?q=…`: what fits, with the words marked. */
export function searchPageRoute(options: PageOptions): Route {
  return pageRoute(options, async ({ search }, site) => {
    const request = readSearchRequest(search);
    const found = await readSearch(options.ask, request);
    return { status: found.fault ? 400 : 200, html: renderPage(SearchPage({ site, request, ...found })), cacheControl: 'no-cache' };
  });
}
