import { decodeHTML, decodeHTMLAttribute } from 'entities';

/** A piece of HTML. `from` and `to` tell where it stands, so that it can be kept as it was written. */
export type HtmlToken = { type: 'TEXT'; text: string } | HtmlTag;

/** A tag, its name in lower case. */
export type HtmlTag =
  | { type: 'START'; name: string; attributes: Map<string, string>; from: number; to: number }
  | { type: 'END'; name: string; from: number; to: number };

const wholeTextElements: ReadonlySet<string> = new Set(['script', 'style', 'noembed', 'noframes', 'textarea', 'title', 'xmp']);
const nameAt = /[^\s/>]+/y;
const attributeNameAt = /[^\s/>=][^\s/>=]*/y;
const looseValueAt = /[^\s>]*/y;

/**
 * Reads HTML the way browsers do, in linear time. Comments, declarations and an unfinished tag at the end vanish; a text is decoded once.
 *
 * @param wholeText  the elements whose content holds no markup; it is passed over
 * @param keepsUnfinished  whether an unfinished tag at the end is told like a whole one
 */
export function* htmlTokens(html: string, wholeText = wholeTextElements, keepsUnfinished = false): Generator<HtmlToken> {
  let at = 0;
  let textFrom = 0;
  while (at < html.length) {
    const mark = html.indexOf('<', at);
    if (mark < 0) break;
    const sign = html[mark + 1] ?? '';
    if ((sign === '!' || sign === '?') && !html.startsWith('<![CDATA[', mark)) {
      if (mark > textFrom) yield { type: 'TEXT', text: decodeHTML(html.slice(textFrom, mark)) };
      at = endOfDeclaration(html, mark);
      textFrom = at;
      continue;
    }
    const isEnd = sign === '/';
    nameAt.lastIndex = mark + (isEnd ? 2 : 1);
    const written = /[A-Za-z]/.test(html[nameAt.lastIndex] ?? '') ? nameAt.exec(html)?.[0] : undefined;
    if (!written) {
      at = mark + 1;
      continue;
    }
    if (mark > textFrom) yield { type: 'TEXT', text: decodeHTML(html.slice(textFrom, mark)) };
    const attributes = new Map<string, string>();
    const tagEnd = readAttributes(html, mark + (isEnd ? 2 : 1) + written.length, attributes);
    if (tagEnd < 0 && !keepsUnfinished) return;
    const end = tagEnd < 0 ? html.length : tagEnd;
    const name = written.toLowerCase();
    yield isEnd ? { type: 'END', name, from: mark, to: end } : { type: 'START', name, attributes, from: mark, to: end };
    at = !isEnd && wholeText.has(name) ? skipWholeText(html, name, end) : end;
    textFrom = at;
  }
  if (html.length > textFrom) yield { type: 'TEXT', text: decodeHTML(html.slice(textFrom)) };
}

function endOfDeclaration(html: string, mark: number): number {
  const isComment = html.startsWith('<!--', mark);
  if (isComment && html[mark + 4] === '>') return mark + 5;
  const end = html.indexOf(isComment ? '-->' : '>', mark + (isComment ? 4 : 2));
  return end < 0 ? html.length : end + (isComment ? 3 : 1);
}

/** Past the content of an element that holds no markup; its end tag comes as a token of its own. */
function skipWholeText(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

/** Reads attributes up to the end of the tag; -1 if there is none. The first of several of one name counts. */
function readAttributes(html: string, from: number, attributes: Map<string, string>): number {
  let at = from;
  for (;;) {
    while (at < html.length && (html.charCodeAt(at) <= 32 || html[at] === '/')) at += 1;
    if (at >= html.length) return -1;
    if (html[at] === '>') return at + 1;
    if (html[at] === '=') {
      at += 1;
      continue;
    }
    attributeNameAt.lastIndex = at;
    const name = (attributeNameAt.exec(html)?.[0] ?? '').toLowerCase();
    at = skipSpace(html, attributeNameAt.lastIndex);
    let value = '';
    if (html[at] === '=') {
      at = skipSpace(html, at + 1);
      const quote = html[at];
      if (quote === '"' || quote === "'") {
        const end = html.indexOf(quote, at + 1);
        if (end < 0) return -1;
        value = html.slice(at + 1, end);
        at = end + 1;
      } else {
        looseValueAt.lastIndex = at;
        value = looseValueAt.exec(html)?.[0] ?? '';
        at = looseValueAt.lastIndex;
      }
    }
    if (!attributes.has(name)) attributes.set(name, value.includes('&') ? decodeHTMLAttribute(value) : value);
  }
}

function skipSpace(html: string, from: number): number {
  let at = from;
  while (at < html.length && html.charCodeAt(at) <= 32) at += 1;
  return at;
}
