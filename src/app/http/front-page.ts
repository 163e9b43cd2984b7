import { renderPage } from '../../web/page/document';
import { FrontPage } from '../../web/front/front-page';
import { frontDocument, type FrontView } from '../../web/front/front-query';
import type { Route } from './exchange';
import { type PageOptions, pageRoute } from './page-route';

/** `/`: where a person who opens the address finds the stories. */
export function frontPageRoute(options: PageOptions): Route {
  return pageRoute(options, async ({ search }, site) => {
    const after = new URLSearchParams(search).get('after') || null;
    const view = await options.ask<FrontView>(frontDocument, { after });
    return { status: 200, html: renderPage(FrontPage({ site, view, after })), cacheControl: 'no-cache' };
  });
}
