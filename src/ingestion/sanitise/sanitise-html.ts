import { allowedElements, blockElements, droppedElements, globalAttributes, voidElements } from './allowed-html';
import { htmlTokens } from './html-tokens';
import { linkUrl, webUrl } from './safe-url';
import { tidyText } from './tidy-text';

const deepest = 100;
const picture = /^data:image\/(png|gif|jpe?g|webp|avif);base64,[a-z0-9+/=\s]{1,65536}$/i;
const linkAttributes = new Set(['cite', 'href']);
const mediaAttributes = new Set(['src', 'poster']);

/**
 * HTML that is safe to serve. Every tag of the result is written anew from the lists in `allowed-html.ts`, every text is escaped, so what the reader
 * of HTML misjudges can lose text but never let markup through. Linear in length; elements nested too deep lose their tags.
 *
 * @param base  what relative addresses are relative to; without one they are dropped
 */
export function sanitiseHtml(html: string, base?: string | null): string {
  return cleanHtml(html, base).html;
}

/** Both at once: HTML that is safe to serve, and its plain text as `htmlText` gives it. */
export function cleanHtml(html: string, base?: string | null): { html: string; text: string } {
  if (!html.includes('<') && !html.includes('&')) return { html: escapeText(html), text: tidyText(html) };
  const text: string[] = [];
  const open: string[] = [];
  const out: string[] = [];
  let dropping = '';
  for (const token of htmlTokens(html)) {
    if (token.type !== 'TEXT' && !dropping && blockElements.has(token.name)) text.push('\n');
    if (dropping) {
      if (token.type === 'END' && token.name === dropping) dropping = '';
    } else if (token.type === 'TEXT') {
      out.push(escapeText(token.text));
      text.push(token.text);
    } else if (token.type === 'END') {
      const depth = open.lastIndexOf(token.name);
      while (depth >= 0 && open.length > depth) out.push(`</${open.pop()}>`);
    } else if (droppedElements.has(token.name)) {
      dropping = token.name;
    } else {
      const allowed = allowedElements.get(token.name);
      if (!allowed) continue;
      const isVoid = voidElements.has(token.name);
      if (!isVoid && open.length >= deepest) continue;
      const attributes = keptAttributes(token.name, token.attributes, allowed, base);
      if (token.name === 'img' && !attributes.includes(' src=') && !attributes.includes(' srcset=')) continue;
      out.push(`<${token.name}${attributes}>`);
      if (!isVoid) open.push(token.name);
    }
  }
  while (open.length) out.push(`</${open.pop()}>`);
  return { html: out.join(''), text: tidyText(text.join('')) };
}

/** Writes a text so that HTML reads it as text. */
export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text;
}

function keptAttributes(
  element: string,
  attributes: Map<string, string>,
  allowed: readonly string[],
  base: string | null | undefined,
): string {
  let out = '';
  for (const [name, value] of attributes) {
    if (!allowed.includes(name) && !globalAttributes.has(name)) continue;
    if (name === 'rel' && element === 'a') continue;
    const kept = keptValue(name, value, base);
    if (kept !== null) out += ` ${name}="${escapeAttribute(kept)}"`;
  }
  return element === 'a' && out.includes(' href=') ? `${out} rel="noopener noreferrer nofollow"` : out;
}

function keptValue(name: string, value: string, base: string | null | undefined): string | null {
  if (linkAttributes.has(name)) return value.startsWith('#') && !base ? value : linkUrl(value, base);
  if (mediaAttributes.has(name)) return picture.test(value.trim()) ? value.trim() : webUrl(value, base);
  if (name === 'srcset') return keptSrcset(value, base);
  if (name === 'width' || name === 'height') return /^\s*\d{1,5}(?:px|%)?\s*$/.test(value) ? value.trim() : null;
  return value.length <= 4_096 ? value : null;
}

function keptSrcset(value: string, base: string | null | undefined): string | null {
  const kept: string[] = [];
  for (const candidate of value.split(/,\s+|,(?=\s|$)/)) {
    const [reference = '', size = ''] = candidate.trim().split(/\s+/);
    const url = webUrl(reference, base);
    if (url) kept.push(/^\d+(?:\.\d+)?[wx]$/.test(size) ? `${url} ${size}` : url);
  }
  return kept.length ? kept.join(', ') : null;
}

function escapeAttribute(value: string): string {
  return /[&<>"]/.test(value) ? escapeText(value).replace(/"/g, '&quot;') : value;
}
