import type { Element } from './html-tree';
import { isObject, listOf, resolved, textOfValue, type LinkedData } from './json-ld';
import type { MetaTags } from './meta-tags';
import { attribute, decodedText, findAll, foldBlanks, namesOf, textOf } from './tree-search';

/** Who wrote an article: by its data, else by its meta tags, else by the byline that the page shows. */
export function authorsOf(root: Element, tags: MetaTags, article: LinkedData | null, all: LinkedData[]): string[] {
  for (const source of [() => authorsInData(article, all), () => authorsInMeta(tags), () => authorsShown(root)]) {
    const names = distinct(source().flatMap(namesIn));
    if (names.length) return names;
  }
  return [];
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
  'rbauthors',
  'creator',
];

function authorsInMeta(tags: MetaTags): string[] {
  for (const name of authorTags) {
    const values = (tags.get(name) ?? []).filter(value => !/^https?:|^www\.|^@|\.(?:com|de|org|net)\b/i.test(value));
    if (values.length) return values;
  }
  return [];
}

const bylineNames = / (?:byline|bylines|by line|author|authors|author name|article author|authorname|autor|autoren|post author|entry author|story author|auteur|autore|redakteur|verfasser|writer|reporter) /;

function authorsShown(root: Element): string[] {
  const isAuthor = (element: Element): boolean =>
    /\bauthor\b/.test(attribute(element, 'rel')) || /\b(?:author|creator)\b/.test(attribute(element, 'itemprop')) || bylineNames.test(namesOf(element));
  const marked = findAll(root, isAuthor).filter(element => element.tag !== 'meta' && element.tag !== 'link' && !isInComments(element));
  for (const element of marked.slice(0, 12)) {
    const inner = findAll(element, one => /\bauthor\b/.test(attribute(one, 'rel')) || /\bname\b/.test(attribute(one, 'itemprop')));
    const names = distinct((inner.length ? inner : [element]).map(textOf).filter(text => text && text.length < 120).flatMap(namesIn));
    if (names.length) return names;
  }
  return [];
}

function isInComments(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parent) if (/ (?:comments?|commentlist|respond|related|sidebar|footer) /.test(namesOf(at))) return true;
  return false;
}

const leadIn = /^(?:(?:written|posted|published|reported|story|words|text|photos?|foto|article|geschrieben|veröffentlicht|ein artikel|ein beitrag|gastbeitrag|publié|escrito|publicado)\s+)?(?:by|von|vom|par|por|di|door|av|af|autor|autorin|autoren|author|authors|auteur|autore|text|от|автор|przez)\b[\s:.]+/i;
const roles = /\s*[,|(/–-]\s*(?:\(?(?:staff|senior|chief|political|business|sports?|news|special|foreign|national|city|features?|deputy|managing|associate|contributing|freelance)\b.*|reporter.*|editor.*|correspondent.*|writer.*|redakt.*|journalist.*|korrespondent.*|autor(?:in)?\b.*|periodista.*|redactor.*|contributor.*|ressort.*)$/i;
const separators = /\s*(?:;|\||\/|•|·|,|、|\n|\band\b|\bund\b|\bet\b|\by\b|\bog\b|\boch\b|\bsamt\b|\s&\s|\s\+\s)\s*/;
const notNames = /^(?:admin|administrator|editor|unknown|none|null|undefined|n\/a|guest|user|webmaster|root|posted|updated|published|share|follow|login|\d+)$|https?:|@\S+\.|\d{3,}|[<>{}=]/i;
const degrees = /^(?:ph\.?d\.?|m\.?d\.?|jr\.?|sr\.?|mba|esq\.?|dr\.?|prof\.?|m\.?sc\.?|b\.?sc\.?|ii|iii)$/i;

/** The names in a byline: without "by", roles and addresses, and split where several are named together. */
export function namesIn(byline: string): string[] {
  const text = foldBlanks(decodedText(byline.slice(0, 400)).replace(/\S+@\S+\.\w+/g, ' ').replace(/(?:https?:\/\/|www\.)\S+/g, ' ').replace(/\([^)]*\)/g, ' '));
  const bare = text.replace(leadIn, '').replace(/^@\w+$/, '').replace(roles, '');
  return bare
    .split(separators)
    .map(part => foldBlanks(part.replace(leadIn, '').replace(roles, '').replace(/^[\s\-–—:.,]+|[\s\-–—:,]+$/g, '')))
    .filter(name => name.length > 1 && name.length < 60 && name.split(' ').length < 7 && !notNames.test(name) && !degrees.test(name));
}

function distinct(names: string[]): string[] {
  const seen = new Set<string>();
  return names.filter(name => {
    const key = name.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
