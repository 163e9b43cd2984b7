import type { Element } from './html-tree';
import { textOfValue, type LinkedData } from './json-ld';
import { firstMeta, type MetaTags } from './meta-tags';
import { decodedText, findAll, foldBlanks, namesOf, textOf } from './tree-search';

/** The headlines that a page shows, the topmost first. */
export function shownHeadlines(root: Element): string[] {
  const shown = findAll(root, ({ tag }) => tag === 'h1').filter(element => !/ (?:logo|site title|brand|masthead) /.test(namesOf(element)));
  return shown.map(textOf).filter(text => text.length > 2);
}

/** The headline of an article: what its data say, checked against what the page shows; without the name of the site. */
export function headlineOf(root: Element, tags: MetaTags, article: LinkedData | null, siteNames: string[]): string | null {
  const shown = shownHeadlines(root);
  const documentTitle = findAll(root, ({ tag, parent }) => tag === 'title' && parent?.tag !== 'svg')[0];
  const page = documentTitle ? textOf(documentTitle) : '';
  const said = decodedText(textOfValue(article?.headline));
  const graph = firstMeta(tags, ['og:title']);
  const others = firstMeta(tags, ['twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'title']);
  const candidates = [said, graph, others, page].map(text => withoutSite(foldBlanks(text), siteNames)).filter(Boolean);

  const agreed = shown.find(headline => candidates.some(candidate => folded(candidate) === folded(headline)));
  if (agreed) return agreed;
  const contained = shown.find(headline => headline.length > 15 && candidates.some(candidate => folded(candidate).includes(folded(headline))));
  const first = candidates[0];
  if (said && first) return first;
  if (contained && !graph) return contained;
  return first ?? shown[0] ?? null;
}

/** A title for comparing: letters and digits alone. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const between = /\s+[|\-–—·•:»/]\s+|\s*[|»]\s*/;

/** A title without the site's name at its end or its beginning. */
function withoutSite(title: string, siteNames: string[]): string {
  const names = siteNames.map(folded).filter(Boolean);
  let rest = title;
  for (let turn = 0; turn < 3; turn++) {
    const parts = splitOnce(rest);
    if (!parts) return rest;
    const { head, tail, first, others } = parts;
    if (isName(tail, names)) rest = head;
    else if (isName(first, names)) rest = others;
    else return rest;
  }
  return rest;
}

function isName(part: string, names: string[]): boolean {
  const plain = folded(part);
  return plain.length > 1 && names.some(name => plain === name || (plain.length > 3 && name.startsWith(plain)) || (name.length > 3 && plain.startsWith(name) && plain.length < name.length + 12));
}

function splitOnce(title: string): { head: string; tail: string; first: string; others: string } | null {
  const cuts = [...title.matchAll(new RegExp(between, 'g'))];
  const firstCut = cuts[0];
  const lastCut = cuts.at(-1);
  if (!firstCut || !lastCut) return null;
  return {
    head: title.slice(0, lastCut.index).trim(),
    tail: title.slice(lastCut.index + lastCut[0].length).trim(),
    first: title.slice(0, firstCut.index).trim(),
    others: title.slice(firstCut.index + firstCut[0].length).trim(),
  };
}
