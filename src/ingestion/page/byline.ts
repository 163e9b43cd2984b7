import { folded } from './folded';
import type { Element } from './html-tree';
import { isObject, listOf, resolved, textOfValue, type LinkedData } from './json-ld';
import type { MetaTags } from './meta-tags';
import { namesIn } from './name-list';
import type { PageSources } from './page-sources';
import { attribute, findAll, namesOf, textOf } from './tree-search';

/**
 * Who wrote an article: by its data, else by its meta tags, else by the byline that the page shows.
 *
 * Where data name no more than the outlet, a person in the byline is the better answer.
 *
 * @param opening  the first paragraph of the text: some outlets write the name there
 */
export function authorsOf(sources: PageSources, opening: string): string[] {
  const { tags, article, data, siteNames } = sources;
  const sites = siteNames.map(folded).filter(name => name.length > 2);
  const isOutlet = (name: string): boolean =>
    sites.some(
      site =>
        folded(name) === site ||
        (site.length > 4 && folded(name).startsWith(site)) ||
        (folded(name).length > 4 && site.startsWith(folded(name))),
    );
  let outlet: string[] = [];
  for (const given of [authorsInData(article, data), authorsInMeta(tags)]) {
    const names = distinct(given.flatMap(namesIn));
    if (names.some(name => !isOutlet(name))) return names.length > 1 ? names.filter(name => !isOutlet(name)) : names;
    if (!outlet.length) outlet = names;
  }
  const shown = authorsShown(sources);
  if (!outlet.length) return shown;
  const people = [...shown, ...namesInOpening(opening)].filter(name => name.includes(' ') && !isOutlet(name));
  return people.length ? people : outlet;
}

function authorsInData(article: LinkedData | null, all: LinkedData[]): string[] {
  const given = listOf(article?.author).length ? listOf(article?.author) : listOf(article?.creator);
  return given.flatMap(one => {
    const author = resolved(one, all);
    if (typeof author === 'string') return [author];
    if (!isObject(author)) return [];
    return Array.isArray(author.name) ? author.name.map(name => textOfValue(name)) : [textOfValue(author.name)];
  });
}

const authorTags = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'byl',
  'authors',
  'article:author_name',
  'og:article:author',
  'og:author',
  'citation_author',
  'creator',
];

function authorsInMeta(tags: MetaTags): string[] {
  for (const name of authorTags) {
    const values = (tags.get(name) ?? []).filter(value => !/^https?:|^www\.|^@|\.(?:com|de|org|net)\b/i.test(value));
    if (values.some(value => namesIn(value).length)) return values;
  }
  return [];
}

const bylineNames =
  / (?:byline|bylines|by line|by author|author|authors|author name|authorname|autor|autoren|autores|auteur|auteurs|autore|redakteur|verfasser|writer|reporter|firma|firmado|vcard|article origins) /;
const namedBy =
  /^(?:(?:text|words|story|ein artikel|ein beitrag|article|posted|written)\s*:?\s*)?(?:by|von|par|por|di|door|av|af|autor(?:in)?(?:\/autor)?|author)\b:?\s+(?=\p{Lu})/iu;

/** A first paragraph that is nothing but names. */
function namesInOpening(opening: string): string[] {
  if (opening.length > 60) return [];
  return /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}(?:(?:,| and| und| et| \/) ?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})*$/u.test(
    opening,
  )
    ? namesIn(opening)
    : [];
}

function authorsShown({ root, blocks }: PageSources): string[] {
  const marked = findAll(root, element => element.attributes.size > 0 && !unmarked.has(element.tag) && isByline(element));
  for (const element of marked
    .slice(0, 200)
    .filter(one => !isAside(one))
    .slice(0, 12)) {
    const named = findAll(element, one => /\bauthor\b/.test(attribute(one, 'rel')) || /\bname\b/.test(attribute(one, 'itemprop')));
    const leaves = findAll(element, ({ children }) => children.every(child => typeof child === 'string')).filter(leaf =>
      fullName.test(textOf(leaf)),
    );
    const inner = named.length || leaves.length < 2 ? named : leaves;
    const texts = (inner.length ? inner : [element]).map(textOf).filter(text => text && text.length < 120);
    const names = distinct(texts.flatMap(namesIn));
    if (names.length) return names;
  }
  const told = blocks.find(({ text }) => text.length < 60 && /^autorin\/autor|^(?:author|autor|autorin|auteur|autore)\s*:/i.test(text));
  if (told) return distinct(namesIn(told.text));
  const headlineAt = blocks.findIndex(({ holder }) => holder.tag === 'h1');
  for (const { text } of blocks.slice(Math.max(0, headlineAt - 3), headlineAt + 15)) {
    if (text.length < 90 && namedBy.test(text)) return distinct(namesIn(text));
  }
  return [];
}

const fullName = /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|van|von|de|der|den|di|al)){1,4}$/u;
const unmarked = new Set(['meta', 'link', 'body', 'html', 'head', 'script', 'img']);

function isByline(element: Element): boolean {
  return (
    /\bauthor\b/.test(attribute(element, 'rel')) ||
    /\b(?:author|creator)\b/.test(attribute(element, 'itemprop')) ||
    bylineNames.test(namesOf(element))
  );
}

function isAside(element: Element): boolean {
  for (let at: Element | null = element; at && at.tag !== 'article' && at.tag !== 'body'; at = at.parent) {
    if (
      at.tag === 'footer' ||
      at.tag === 'aside' ||
      / (?:comments?|commentlist|comment \d+|respond|related|sidebar|footer|recommended|teasers?) /.test(namesOf(at))
    )
      return true;
  }
  return false;
}

function distinct(names: string[]): string[] {
  const seen = new Set<string>();
  return names.filter(name => {
    const key = name.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
