import type { Ask } from '../../web/ask';
import type { Assets } from '../../web/assets';
import { Refusal } from '../../platform/errors';
import { renderPage } from '../../web/page/document';
import { ProblemPage } from '../../web/page/problem-page';
import { type PageAnswer, sendPage } from '../../web/page/send-page';
import { type Site, siteOf } from '../../web/page/site';
import type { Admission } from './admission';
import { type Exchange, readOnly, type Route } from './exchange';
import { publicBase, type Reached } from './public-base';

/** What pages need. */
export interface PageOptions {
  ask: Ask;
  assets: Assets;
  admission: Admission;
  config: Reached;
}

/** Makes one page out of a request. */
export type MakePage = (exchange: Exchange, site: Site) => Promise<PageAnswer>;

const titles: Record<string, [status: number, title: string]> = {
  NOT_FOUND: [404, 'Not found'],
  RATE_LIMITED: [429, 'Too many requests'],
};

/** A page: counted like any request, and where it is not to be had, a page that says why. */
export function pageRoute({ assets, admission, config }: PageOptions, make: MakePage): Route {
  return readOnly(async exchange => {
    const { request, response } = exchange;
    const site = siteOf(assets, publicBase(request, config));
    try {
      await admission.identify(request, undefined, (name, value) => void response.setHeader(name, value));
      await sendPage(request, response, await make(exchange, site));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const [status, title] = titles[String(error.extensions.code)] ?? [400, 'That was not understood'];
      const html = renderPage(ProblemPage({ site, title, sentence: error.message }));
      await sendPage(request, response, { status, html, cacheControl: 'no-store' });
    }
  });
}
