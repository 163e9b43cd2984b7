import { decodeHTMLStrict } from 'entities';
import { readDoctype, type DeclaredEntities } from './doctype';
import { FeedError } from './feed-error';
import { feedLimits } from './limits';

/** An element as it is written; its names are not resolved yet. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

/** A text arrives decoded once, whether it stood in CDATA or in references. */
export type XmlNode = XmlElement | string;

const nameStart = /[A-Za-z_:\u00c0-\ufffd]/;
const nameAt = /[^\s/>=<"']+/y;
const noAttributes: Record<string, string> = Object.freeze({});
const spaceAt = /[\s/]*/y;
const looseValueAt = /[^\s>]*/y;

interface Tag {
  name: string;
  attributes: Record<string, string>;
  closed: boolean;
  end: number;
}

/**
 * Reads XML that may be ill-formed, in linear time, and never fails but for its limits: `<` that begins no tag is text, `&` that begins no reference
 * too, an end tag closes what was left open inside, an item within an item closes the first, and what is cut off ends where the text does.
 *
 * @returns the elements at the top, usually one
 * @throws FeedError  for nesting past the limit, and for entities that would fetch or multiply
 */
export function readXml(text: string): XmlElement[] {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  const openNames = [''];
  const openTimes = new Map<string, number>();
  let elements = 0;
  let top = root;
  let entities: DeclaredEntities | null = null;
  let at = 0;
  let textFrom = 0;

  const decodeText = (raw: string): string => decodeReferences(raw, entities);
  const flush = (to: number): void => {
    if (to > textFrom) top.children.push(decodeText(text.slice(textFrom, to)));
  };
  const closeTo = (depth: number): void => {
    for (const name of openNames.splice(depth)) openTimes.set(name, (openTimes.get(name) ?? 1) - 1);
    open.length = depth;
    top = open[depth - 1] as XmlElement;
  };

  while (at < text.length) {
    const mark = text.indexOf('<', at);
    if (mark < 0) break;
    const next = text[mark + 1] ?? '';
    if (next === '!' || next === '?') {
      flush(mark);
      if (text.startsWith('<![CDATA[', mark)) {
        const end = text.indexOf(']]>', mark + 9);
        top.children.push(text.slice(mark + 9, end < 0 ? text.length : end));
        at = end < 0 ? text.length : end + 3;
      } else if (text.startsWith('<!--', mark)) {
        const end = text.indexOf('-->', mark + 4);
        at = end < 0 ? text.length : end + 3;
      } else if (/^<!doctype/i.test(text.slice(mark, mark + 9))) {
        const doctype = readDoctype(text, mark);
        entities = doctype.entities;
        at = doctype.end;
      } else {
        const end = text.indexOf('>', mark);
        at = end < 0 ? text.length : end + 1;
      }
      textFrom = at;
    } else if (next === '/') {
      flush(mark);
      const end = text.indexOf('>', mark);
      const name = text
        .slice(mark + 2, end < 0 ? text.length : end)
        .trim()
        .toLowerCase();
      if (openTimes.get(name)) closeTo(openNames.lastIndexOf(name));
      at = end < 0 ? text.length : end + 1;
      textFrom = at;
    } else {
      const tag = nameStart.test(next) ? readTag(text, mark, decodeText) : null;
      if (tag === 'CUT') {
        flush(mark);
        textFrom = text.length;
        break;
      }
      if (!tag) {
        at = mark + 1;
        continue;
      }
      flush(mark);
      if (isAtomLink(top)) closeTo(open.length - 1);
      const local = tag.name.slice(tag.name.indexOf(':') + 1).toLowerCase();
      if (local === 'item' || local === 'entry') {
        const outer = open.findIndex(element => element.name === tag.name);
        if (outer > 0 && isLeftOpen(top)) closeTo(outer);
      }
      elements += 1;
      if (elements > feedLimits.elements) throw new FeedError(`The document has more than ${feedLimits.elements} elements.`);
      const element: XmlElement = { name: tag.name, attributes: tag.attributes, children: [] };
      top.children.push(element);
      if (!tag.closed) {
        if (open.length > feedLimits.depth) throw new FeedError(`The document nests elements deeper than ${feedLimits.depth} levels.`);
        open.push(element);
        const name = tag.name.toLowerCase();
        openNames.push(name);
        openTimes.set(name, (openTimes.get(name) ?? 0) + 1);
        top = element;
      }
      at = tag.end;
      textFrom = at;
    }
  }
  flush(text.length);
  return root.children.filter(isElement);
}

/** An Atom link holds nothing, but some feeds forget to end it. */
function isAtomLink({ name, attributes }: XmlElement): boolean {
  return attributes.href !== undefined && /(?:^|:)link$/i.test(name);
}

/** Whether an element that an item begins in was rather meant to end before; an extension may hold items of its own. */
function isLeftOpen({ name, children }: XmlElement): boolean {
  return !name.includes(':') || children.some(child => !isElement(child) && /\S/.test(child));
}

/** Tells an element from a text. */
export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

/** One start tag; null if it is none, CUT if the document ends within it. */
function readTag(text: string, mark: number, decodeText: (raw: string) => string): Tag | 'CUT' | null {
  nameAt.lastIndex = mark + 1;
  const name = nameAt.exec(text)?.[0];
  if (!name) return null;
  let attributes = noAttributes;
  let at = nameAt.lastIndex;
  for (;;) {
    spaceAt.lastIndex = at;
    const space = spaceAt.exec(text)?.[0] ?? '';
    at = spaceAt.lastIndex;
    if (at >= text.length) return 'CUT';
    const sign = text[at];
    if (sign === '>') return { name, attributes, closed: space.endsWith('/'), end: at + 1 };
    if (sign === '<') return null;
    nameAt.lastIndex = at;
    const attribute = nameAt.exec(text)?.[0];
    if (!attribute) {
      at += 1;
      continue;
    }
    at = skipSpace(text, nameAt.lastIndex);
    if (attributes === noAttributes) attributes = {};
    if (text[at] !== '=') {
      attributes[attribute] ??= '';
      continue;
    }
    at = skipSpace(text, at + 1);
    const quote = text[at];
    if (quote === '"' || quote === "'") {
      const end = endOfQuoted(text, at + 1, quote);
      if (end < 0) return 'CUT';
      attributes[attribute] ??= decodeText(text.slice(at + 1, end));
      at = text[end] === quote ? end + 1 : end;
    } else {
      looseValueAt.lastIndex = at;
      const value = looseValueAt.exec(text)?.[0] ?? '';
      at = looseValueAt.lastIndex;
      attributes[attribute] ??= decodeText(value.endsWith('/') && text[at] === '>' ? value.slice(0, -1) : value);
    }
  }
}

/** The closing quote; or, where that one evidently belongs to a later tag, the end of this one. Looks no further than the quote: time stays linear. */
function endOfQuoted(text: string, from: number, quote: string): number {
  const end = text.indexOf(quote, from);
  if (end < 0) return text.indexOf('>', from);
  const after = text[end + 1] ?? '>';
  if (/[\s/>?]/.test(after)) return end;
  const value = text.slice(from, end);
  if (/[A-Za-z]/.test(after) && !value.includes('<')) return end;
  const close = value.indexOf('>');
  return close < 0 ? end : from + close;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return at;
}

function decodeReferences(raw: string, entities: DeclaredEntities | null): string {
  if (!raw.includes('&')) return raw;
  const known = entities ? raw.replace(/&([\w.:-]+);/g, (reference, name: string) => entities.get(name) ?? reference) : raw;
  return decodeHTMLStrict(known);
}
