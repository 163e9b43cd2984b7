import { feedLimits } from './limits';
import { knownName, type NamespaceScope, type OwnNamespace, withDeclarations } from './namespaces';
import { atomTextNames, leafNames, nameInOutline, numberNames, rssHtmlNames, rssTitleNames, structureNames } from './outline-names';
import { atomText, attributeOf, joinBase, plainText, rssText } from './text-construct';
import type { FeedValue, FeedValues, Scope } from './values';
import { isElement, type XmlElement } from './xml-tree';

/** A place in the document, with what it inherits. */
export interface Place extends Scope {
  element: XmlElement;
  /** As `knownName` tells it. */
  name: string;
  namespaces: NamespaceScope;
}

const plainAttribute = /^[\w.+/-]{1,100}$/;
const addressAttributes = new Set(['href', 'url', 'src']);
/** The attributes that are read. */
const readAttributes = new Set('href url rel type length medium term label text ispermalink role src value'.split(' '));
const coordinates = /^\s*([+-]?\d+(?:\.\d+)?)\s*[,\s]\s*([+-]?\d+(?:\.\d+)?)/;

/** Opens an element below a place. */
export function placeOf(element: XmlElement, parent: Omit<Place, 'element' | 'name'>, own: OwnNamespace | null): Place {
  const namespaces = withDeclarations(parent.namespaces, element.attributes);
  const base = element.attributes['xml:base'];
  const language = element.attributes['xml:lang'];
  return {
    element,
    name: knownName(element.name, namespaces, own),
    namespaces,
    base: base ? joinBase(parent.base, base) : parent.base,
    language: language ?? parent.language,
  };
}

/**
 * Writes what is below a place as the well-formed outline that feedsmith reads: known names in one spelling, Atom always as `atom:`, and a token for
 * every value.
 *
 * @param isAtom  whether names without prefix are Atom's
 */
export function outlineOf(place: Place, values: FeedValues, own: OwnNamespace | null, isAtom: boolean): string {
  const parts: string[] = [];
  let written = 0;
  for (const child of place.element.children) {
    if (!isElement(child) || isItem(child)) continue;
    written += 1;
    if (written > feedLimits.children) break;
    writeElement(placeOf(child, place, own), place, values, own, isAtom, parts);
  }
  return parts.join('');
}

function writeElement(place: Place, parent: Place, values: FeedValues, own: OwnNamespace | null, isAtom: boolean, parts: string[]): void {
  const { element } = place;
  const name = nameInOutline(isAtom && !place.name.includes(':') ? `atom:${place.name}` : place.name);
  if (place.name === 'image' && parent.name === 'item') return writeItemImage(place, values, parts);
  if (place.name === 'itunes:category' && parent.name === 'item') return writeItemCategories(place, values, parts);
  if (name === 'gml:pos' || name === 'georss:point') return writePoint(plainText(element), parts);
  if (name === 'gml:point' || name === 'georss:where') return void parts.push(outlineOf(place, values, own, isAtom));
  const isStructure = structureNames.has(name) && element.children.some(isElement) && !isAuthorInWords(name, element);
  if (!isStructure && !leafNames.has(name) && !structureNames.has(name)) return;
  const attributes = writtenAttributes(place, values);
  const inner = isStructure ? outlineOf(place, values, own, isAtom) : leaf(name, place, values);
  if (inner || attributes) parts.push('<', name, attributes, '>', inner, '</', name, '>');
}

/** A picture stands in an item as an attribute, as a text, or in `<url>`. */
function writeItemImage({ element, base, language }: Place, values: FeedValues, parts: string[]): void {
  const inner = element.children.filter(isElement).find(({ name }) => name.toLowerCase() === 'url');
  const text = attributeOf(element, 'href') || attributeOf(element, 'url') || plainText(inner ?? element).trim();
  if (text && text.length < feedLimits.shortText)
    parts.push(`<itunes:image href="${values.keep({ text, kind: 'TEXT', base, language })}"/>`);
}

/** iTunes names categories in attributes, one within the other. */
function writeItemCategories({ element, base, language }: Scope & { element: XmlElement }, values: FeedValues, parts: string[]): void {
  const text = attributeOf(element, 'text').slice(0, feedLimits.shortText);
  if (text) parts.push(`<category>${values.keep({ text, kind: 'TEXT', base, language })}</category>`);
  for (const child of element.children) if (isElement(child)) writeItemCategories({ element: child, base, language }, values, parts);
}

/** Items stand beside the head of their feed; they are outlined one by one. */
function isItem({ name }: XmlElement): boolean {
  return /(?:^|:)(?:item|entry)$/i.test(name);
}

/** `<author>by <a>Foo Bar</a></author>` is words, not structure. */
function isAuthorInWords(name: string, element: XmlElement): boolean {
  return name === 'author' && !element.children.some(child => isElement(child) && /(?:^|:)(name|email)$/i.test(child.name));
}

function writePoint(text: string, parts: string[]): void {
  const [, latitude, longitude] = coordinates.exec(text) ?? [];
  if (latitude && longitude) parts.push(`<georss:point>${latitude} ${longitude}</georss:point>`);
}

function leaf(name: string, { element, base, language }: Place, values: FeedValues): string {
  const { text, kind } = valueOf(name, element);
  const trimmed = text.trim();
  if (!trimmed) return '';
  if (numberNames.has(name) && /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(trimmed)) return trimmed;
  const limit = kind === 'TEXT' && !name.startsWith('atom:') ? feedLimits.shortText : feedLimits.longText;
  return values.keep({ text: trimmed.length > limit ? trimmed.slice(0, limit) : trimmed, kind, base, language });
}

function valueOf(name: string, element: XmlElement): Pick<FeedValue, 'text' | 'kind'> {
  if (rssTitleNames.has(name)) return { text: rssText(element), kind: 'MAYBE_HTML' };
  if (rssHtmlNames.has(name)) return { text: rssText(element), kind: 'HTML' };
  if (atomTextNames.has(name)) return atomText(element);
  return { text: plainText(element), kind: 'TEXT' };
}

function writtenAttributes({ element, base, language, name }: Place, values: FeedValues): string {
  const isTextConstruct = atomTextNames.has(name) || atomTextNames.has(`atom:${name}`);
  let out = '';
  for (const key in element.attributes) {
    const local = key.slice(key.indexOf(':') + 1).toLowerCase();
    if (!readAttributes.has(local) || key.startsWith('xmlns') || out.includes(` ${local}=`)) continue;
    const text = attributeOf(element, key).slice(0, feedLimits.shortText);
    if (!text || (local === 'type' && isTextConstruct)) continue;
    const isPlain = !addressAttributes.has(local) && plainAttribute.test(text);
    out += ` ${local}="${isPlain ? text : values.keep({ text, kind: 'TEXT', base, language })}"`;
  }
  return out;
}
