import type { Element, Node } from './html-tree';

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

/** The words of class, id and the like, for looking up what a part of the page is: `articleBody__lead` reads ` article body lead `. */
export function marksOf(element: Element): string {
  const { attributes } = element;
  const raw = [attributes.get('class'), attributes.get('id'), attributes.get('data-testid'), attributes.get('data-component')];
  return ` ${wordsOf(raw.filter(Boolean).join(' ').slice(0, 600))} `;
}

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
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const unread = new Set(
  'script style noscript template svg iframe object embed audio video canvas map select option textarea input button head math noembed noframes'.split(' '),
);

function wordsOf(raw: string): string {
  return raw
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
