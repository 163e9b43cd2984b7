import { parseHtml, type Element, type Node } from './html-tree';

/** All elements below, in the order of the page, that answer a question. */
export function findAll(root: Element, isWanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (isWanted(child)) found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** What an attribute says, without the blanks around it; empty when it is not there. */
export function attribute(element: Element, name: string): string {
  return element.attributes.get(name)?.trim() ?? '';
}

/**
 * The names that class and id give an element, as words between blanks: `articleBody__lead` reads ` article body lead `.
 *
 * Names that tell a state, a category or a layout are left out: they say what is around an element, not what it is.
 */
export function namesOf(element: Element): string {
  const known = namesKnown.get(element);
  if (known !== undefined) return known;
  const { attributes } = element;
  let all = '';
  for (const key of /^h[1-6]$/.test(element.tag) ? naming.slice(0, 1) : naming) {
    const value = attributes.get(key);
    if (value) for (const name of value.slice(0, 500).split(/\s+/)) if (name && !states.test(name)) all += ` ${wordsOf(name)} `;
  }
  namesKnown.set(element, all);
  return all;
}

const namesKnown = new WeakMap<Element, string>();
const naming = ['class', 'id', 'data-testid', 'data-component', 'data-module'];
const states =
  /^(?:category|tag|post-\d|type|status|format|has|is|with|no|without|js|hide|show|page|single|u|col|grid|row|d|m|p|mt|mb)[-_:]|[:[\]/]/;

/** Everything written in an element, blanks folded. */
export function textOf(node: Node): string {
  const parts: string[] = [];
  const visit = (at: Node): void => {
    if (typeof at === 'string') parts.push(at);
    else if (!unread.has(at.tag)) {
      if (at.tag === 'br') parts.push(' ');
      at.children.forEach(visit);
      if (!runsOn.has(at.tag)) parts.push(' ');
    }
  };
  visit(node);
  return foldBlanks(parts.join(''));
}

/** One blank where there were several, none at the ends, nothing invisible. */
export function foldBlanks(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** Whether an element is part of a line of text and not a piece of the page. */
export function isInline(tag: string): boolean {
  return runsOn.has(tag);
}

/** Whether an element holds nothing that a reader sees as text. */
export function isUnread(tag: string): boolean {
  return unread.has(tag);
}

const invisible = /[\u00AD\u200B\u2060\uFEFF]/g;
const runsOn = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const unread = new Set(
  'script style noscript template svg iframe object embed audio video canvas map select option textarea input button head math noembed noframes rt rp'.split(
    ' ',
  ),
);

function wordsOf(raw: string): string {
  return raw
    .replace(/--.*$|[-_](?:with|has|no|without)[-_].*$/i, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Text that data carry as HTML, read as text: tags out, entities decoded, twice if they were encoded twice. */
export function decodedText(html: string): string {
  let text = html;
  for (let turn = 0; turn < 2 && /[<&]/.test(text); turn++) text = /<\w|<\/|&[#\w]+;/.test(text) ? textOf(parseHtml(text)) : text;
  return foldBlanks(text);
}
