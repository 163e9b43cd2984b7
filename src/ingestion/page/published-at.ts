import type { Block } from './block';
import type { Element } from './html-tree';
import { textOfValue, type LinkedData } from './json-ld';
import type { MetaTags } from './meta-tags';
import type { PageSources } from './page-sources';
import { attribute, findAll, namesOf, textOf } from './tree-search';
import { dateInAddress, writtenDate } from './written-date';

/**
 * When an article was published, as `parseMoment` reads it: its data first, then meta tags, marked times, the address, and what stands by the headline.
 *
 * A time of change is never taken for one of publication: where a page gives no other, nobody says.
 */
export function publishedAtOf({ root, tags, article, data: all, blocks, url }: PageSources): string | null {
  return (
    dateOf(article, ['datePublished']) ??
    inMeta(tags, publishedTags) ??
    all.map(data => dateOf(data, ['datePublished', 'uploadDate'])).find(Boolean) ??
    markedTime(root) ??
    dateOf(article, ['dateCreated']) ??
    dateInAddress(url) ??
    inMeta(tags, datedTags) ??
    shownTime(root, blocks)
  );
}

const publishedTags = (
  'article:published_time og:article:published_time og:published_time article:published datepublished date_published publish_date publish-date publishdate published_date published-date ' +
  'parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date.published prism.publicationdate ' +
  'citation_publication_date citation_date ptime pubdate pub_date publication_date article_date_original originalpublicationdate displaydate rnews:datepublished bt:pubdate lastpubdate mediator_published_time'
).split(' ');
const datedTags = 'date dc.date dcterms.date created datecreated article.created article:created og:pubdate timestamp time'.split(' ');

function dateOf(data: LinkedData | null, fields: string[]): string | null {
  for (const field of fields) {
    const date = sensible(writtenDate(textOfValue(data?.[field])));
    if (date) return date;
  }
  return null;
}

function inMeta(tags: MetaTags, names: string[]): string | null {
  for (const name of names) {
    for (const value of tags.get(name) ?? []) {
      const date = sensible(writtenDate(value));
      if (date) return date;
    }
  }
  return null;
}

/** A time that the page marks as that of publication. */
function markedTime(root: Element): string | null {
  const marked = findAll(root, element => {
    if (!element.attributes.size) return false;
    return (
      /\b(?:datePublished|dateCreated)\b/.test(attribute(element, 'itemprop')) ||
      /\b(?:dc:date|dc:created|schema:datePublished)\b/.test(attribute(element, 'property')) ||
      element.attributes.has('pubdate')
    );
  });
  const times = findAll(root, ({ tag, attributes }) => tag === 'time' && (attributes.has('datetime') || attributes.has('content'))).slice(
    0,
    200,
  );
  const isUpdate = (element: Element): boolean =>
    / (?:updated?|modified|aktualisiert) /.test(namesOf(element)) || /dateModified/.test(attribute(element, 'itemprop'));
  const inOrder = [
    ...marked,
    ...times.filter(element => !isUpdate(element) && !isAside(element)),
    ...times.filter(element => !isAside(element)),
  ];
  for (const element of inOrder) {
    for (const text of [attribute(element, 'datetime'), attribute(element, 'content'), textOf(element)]) {
      const date = text && sensible(writtenDate(text));
      if (date) return date;
    }
  }
  return null;
}

const dateNames =
  / (?:date|datum|fecha|data|dateline|published|pubdate|publish|post date|entry date|article date|timestamp|time|posted on|meta|post meta|entry meta|byline|info|article info|autor|author|veroeffentlicht|publie) /;

/** A date that stands where dates of articles stand: in an element named so, else in a short line near the headline. */
function shownTime(root: Element, blocks: Block[]): string | null {
  const named = findAll(root, element => element.attributes.size > 0 && dateNames.test(namesOf(element))).slice(0, 300);
  for (const element of named.filter(one => !isAside(one)).slice(0, 60)) {
    const text = textOf(element);
    const date = text.length < 250 ? sensible(writtenDate(text)) : null;
    if (date) return date;
  }
  const at = blocks.findIndex(({ holder }) => holder.tag === 'h1');
  for (const { text, holder } of [...blocks.slice(at + 1, at + 12), ...blocks.slice(Math.max(0, at - 5), Math.max(0, at)).reverse()]) {
    const date = text.length < 80 && !isAside(holder) ? sensible(writtenDate(text)) : null;
    if (date) return date;
  }
  return null;
}

function isAside(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parent) {
    if (at.tag === 'aside' || at.tag === 'footer' || at.tag === 'nav') return true;
    if (/ (?:comments?|commentlist|related|recommended|teasers?|sidebar|footer|latest|popular|copyright) /.test(namesOf(at))) return true;
  }
  return false;
}

/** No article of the web is older than it, and none is of next year. */
function sensible(date: string | null): string | null {
  return date && date >= '1990' ? date : null;
}
