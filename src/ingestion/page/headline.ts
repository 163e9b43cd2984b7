import { folded } from './folded';
import type { Element } from './html-tree';
import { textOfValue } from './json-ld';
import { firstMeta } from './meta-tags';
import type { PageSources } from './page-sources';
import { decodedText, findAll, foldBlanks, namesOf, textOf } from './tree-search';

/** The headlines that a page shows, the topmost first. */
export function shownHeadlines(root: Element): string[] {
  const shown = findAll(root, ({ tag }) => tag === 'h1').filter(element => !/ (?:logo|site title|brand|masthead) /.test(namesOf(element)));
  return shown
    .slice(0, 10)
    .map(element => textOf(element).slice(0, longest))
    .filter(text => text.length > 2);
}

/**
 * The headline of an article, without the name of the site.
 *
 * Pages name it in up to five places. What the page shows is often also its document title, written for search engines; where JSON-LD and
 * the social card differ, the one of them that is not that title again is the headline that the editors wrote.
 */
export function headlineOf({ root, tags, article, headlines, siteNames }: PageSources): string | null {
  const documentTitle = findAll(root, ({ tag, parent }) => tag === 'title' && parent?.tag !== 'svg')[0];
  const wordings = [
    headlines[0] ?? '',
    decodedText(textOfValue(article?.headline)),
    firstMeta(tags, ['og:title']),
    firstMeta(tags, ['twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'title']),
    documentTitle ? textOf(documentTitle) : '',
  ].map(text => withoutSite(foldBlanks(decodedText(text.slice(0, longest))), siteNames));
  const [shown = '', data = '', card = '', other = '', title = ''] = wordings.map(text => shortest(text, wordings));
  if (data && card && !isSame(data, card)) {
    if (isSame(data, shown)) return isSame(data, title) && !isCutOff(card, data) ? card : data;
    if (isSame(card, shown)) return isSame(data, title) || isCutOff(data, card) ? card : data;
    return isCutOff(card, shown) ? data : card;
  }
  if (data || (card && !shown)) return card || data;
  if (card && isSame(card, other) && isSame(shown, title) && shareWords(card, shown)) return card;
  const isShownTrusted = shown && [card, other, title].some(text => text && shareWords(text, shown));
  return (isShownTrusted ? shown : card || other || shown || title) || null;
}

/** Of texts that begin alike, the one without what is hung on the others: the name of the site, of the section, of the writer. */
function shortest(text: string, others: string[]): string {
  const whole = folded(text);
  const begun = others.find(other => {
    const start = folded(other);
    return (
      start.length > 12 &&
      whole.length > start.length &&
      whole.length < start.length + 40 &&
      whole.startsWith(start) &&
      hung.test(text.slice(other.length - 3))
    );
  });
  return begun ?? text;
}

/** Longer is no headline. */
const longest = 600;
const hung = /^.{0,6}\s*[|\-–—·•»ㅣ*:：/(]/;

function isSame(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

/** Ends in dots, or before a quotation mark that the markup took for its own. */
function isCutOff(text: string, whole: string): boolean {
  return (
    /(?:…|\.\.\.)$/.test(text) || (text.length < whole.length && whole.startsWith(text) && /^\s*["“„«']/.test(whole.slice(text.length)))
  );
}

function shareWords(one: string, other: string): boolean {
  const words = new Set(one.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  const common = (other.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter(word => words.has(word)).length;
  return common >= Math.min(3, words.size);
}

const between = /\s+[|\-–—·•:»ㅣ/]+\s+|\s*[|»ㅣ]\s*|\s::?\s/g;

/** A title without the site's name at its end or its beginning. */
function withoutSite(title: string, siteNames: string[]): string {
  const names = siteNames.map(folded).filter(name => name.length > 1);
  let rest = title;
  for (let turn = 0; turn < 3; turn++) {
    const cuts = [...rest.matchAll(between)];
    const first = cuts[0];
    const last = cuts.at(-1);
    if (!first || !last) return rest;
    if (isName(rest.slice(last.index + last[0].length), names)) rest = rest.slice(0, last.index).trim();
    else if (isName(rest.slice(0, first.index), names)) rest = rest.slice(first.index + first[0].length).trim();
    else return rest;
  }
  return rest;
}

function isName(part: string, names: string[]): boolean {
  const plain = folded(part);
  return (
    plain.length > 1 &&
    names.some(
      name =>
        plain === name ||
        (plain.length > 3 && name.startsWith(plain)) ||
        (name.length > 3 && plain.startsWith(name) && plain.length < name.length + 12),
    )
  );
}
