import { escapeText } from '../sanitise/sanitise-html';
import { isAbsolute } from '../sanitise/safe-url';
import { voidElements } from '../sanitise/allowed-html';
import type { FeedValue } from './values';
import { isElement, type XmlElement, type XmlNode } from './xml-tree';

const urlAttributes = new Set(['href', 'src', 'poster', 'cite']);

/** What an Atom text construct holds, by its type and, in Atom 0.3, its mode. */
export function atomText(element: XmlElement): Pick<FeedValue, 'text' | 'kind'> {
  const type = attributeOf(element, 'type').toLowerCase();
  const isHtml = type === 'html' || type === 'text/html';
  const isXhtml = type === 'xhtml' || type === 'application/xhtml+xml';
  if (attributeOf(element, 'mode').toLowerCase() === 'base64' || isBinary(type)) {
    const text = Buffer.from(plainText(element), 'base64').toString('utf8');
    return { text, kind: isHtml || isXhtml ? 'HTML' : 'TEXT' };
  }
  if (element.children.some(isElement)) return { text: isHtml ? markup(element, text => text) : markup(element), kind: 'HTML' };
  if (isXhtml) return { text: escapeText(plainText(element)), kind: 'HTML' };
  return { text: plainText(element), kind: isHtml ? 'HTML' : 'TEXT' };
}

/** What an element of RSS holds: HTML, escaped or in CDATA, or written straight in. */
export function rssText(element: XmlElement): string {
  return element.children.some(isElement) ? markup(element, text => text) : withoutMarks(plainText(element));
}

/** Some write CDATA twice. */
function withoutMarks(text: string): string {
  const inner = /^\s*<!\[CDATA\[/.exec(text);
  const end = inner && /\]\](?:>\s*)?$/.exec(text);
  return inner && end ? text.slice(inner[0].length, end.index) : text;
}

/** All texts of an element and of those within, without markup. */
export function plainText(element: XmlElement): string {
  if (element.children.length === 1 && typeof element.children[0] === 'string') return element.children[0];
  return element.children.map(child => (isElement(child) ? plainText(child) : child)).join('');
}

/** An attribute by its plain name; '' if there is none. */
export function attributeOf(element: XmlElement, name: string): string {
  const exact = element.attributes[name];
  if (typeof exact === 'string') return exact.trim();
  for (const key in element.attributes) if (key.toLowerCase() === name) return element.attributes[key]?.trim() ?? '';
  return '';
}

function isBinary(type: string): boolean {
  return /^(image|audio|video)\//.test(type) || type === 'application/octet-stream';
}

function markup(element: XmlElement, write: (text: string) => string = escapeText): string {
  const parts: string[] = [];
  for (const child of element.children) writeNode(child, null, parts, write);
  return parts.join('');
}

/** HTML of a node. An `xml:base` within resolves the addresses that it governs at once; the outer base does so later. */
function writeNode(node: XmlNode, base: string | null, parts: string[], write: (text: string) => string): void {
  if (!isElement(node)) {
    parts.push(write(node));
    return;
  }
  const name = node.name.slice(node.name.indexOf(':') + 1);
  const inner = node.attributes['xml:base'] ? joinBase(base, node.attributes['xml:base']) : base;
  parts.push('<', name);
  for (const key in node.attributes) {
    if (key.includes(':')) continue;
    const value = node.attributes[key] ?? '';
    const resolved = inner && urlAttributes.has(key.toLowerCase()) ? (URL.parse(value, inner)?.href ?? value) : value;
    parts.push(' ', key, '="', escapeText(resolved).replace(/"/g, '&quot;'), '"');
  }
  parts.push('>');
  for (const child of node.children) writeNode(child, inner, parts, write);
  if (!voidElements.has(name.toLowerCase())) parts.push('</', name, '>');
}

/** A base within a base. One that stays relative is told as null: nothing can be resolved by it. */
export function joinBase(outer: string | null, inner: string): string | null {
  const reference = inner.trim();
  if (isAbsolute(reference)) return /^https?:/i.test(reference) ? (URL.parse(reference)?.href ?? outer) : outer;
  return outer ? (URL.parse(reference, outer)?.href ?? outer) : outer;
}
