import type { Element, Node } from './html-tree';
import { attribute, foldBlanks, isInline, isUnread, namesOf } from './tree-search';

/** A run of text that stands on lines of its own: a paragraph, a headline, an item of a list, a cell. */
export interface Block {
  text: string;
  /** The element around it that is not inline. */
  holder: Element;
  /** How many of its characters are links. */
  linked: number;
  /** How many of its characters are set bold or as a headline. */
  strong: number;
}

/** Splits what is below an element into blocks, in the order of the page. What cannot be seen is left out. */
export function blocksOf(root: Element): Block[] {
  const blocks: Block[] = [];
  let parts: string[] = [];
  let linked = 0;
  let strong = 0;

  const flush = (holder: Element): void => {
    if (!parts.length) return;
    const text = foldBlanks(parts.join(''));
    if (text) blocks.push({ text, holder, linked: Math.min(linked, text.length), strong: Math.min(strong, text.length) });
    parts = [];
    linked = 0;
    strong = 0;
  };

  /** `holder` is the nearest element that is not inline. */
  const visit = (node: Node, holder: Element, isLink: boolean, isStrong: boolean): void => {
    if (blocks.length >= mostBlocks) return;
    if (typeof node === 'string') {
      parts.push(node);
      const { length } = node.trim();
      if (isLink) linked += length;
      if (isStrong) strong += length;
      return;
    }
    if (isUnread(node.tag) || isHidden(node)) return;
    if (node.tag === 'br') {
      if (parts.at(-1) === '\n') flush(holder);
      else parts.push('\n');
      return;
    }
    if (isInline(node.tag)) {
      if (isForScreenReaders(node)) return;
      const link = isLink || (node.tag === 'a' && node.attributes.has('href'));
      const bold = isStrong || node.tag === 'strong' || node.tag === 'b';
      for (const child of node.children) visit(child, holder, link, bold);
      return;
    }
    flush(holder);
    for (const child of node.children) visit(child, node, isLink, isStrong || headline.test(node.tag));
    flush(node);
  };

  visit(root, root, false, false);
  flush(root);
  return blocks.reduce(withJoinedCells, []);
}

/** Short cells of one row of a table read as one line. */
function withJoinedCells(joined: Block[], block: Block): Block[] {
  const before = joined.at(-1);
  const { holder, text } = block;
  const row = rowOf(holder);
  if (before && row && text.length < 80 && before.text.length < 300 && rowOf(before.holder) === row) {
    joined[joined.length - 1] = {
      text: `${before.text} ${text}`,
      holder: before.holder,
      linked: before.linked + block.linked,
      strong: before.strong + block.strong,
    };
  } else joined.push(block);
  return joined;
}

function rowOf({ tag, parent }: Element): Element | null {
  return tag === 'td' || tag === 'th' ? parent : null;
}

const unseen =
  / (?:visually hidden|visuallyhidden|sr only|screen reader(?: text| only)?|screenreader|tooltip|rollover(?: people block)?|a11y hidden|offscreen) /;

function isForScreenReaders(element: Element): boolean {
  return element.attributes.has('class') && unseen.test(namesOf(element));
}

/** No article has more; what does is a list, or an attack. */
const mostBlocks = 20_000;
const headline = /^h[1-6]$/;
const undisplayed = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

function isHidden(element: Element): boolean {
  if (element.attributes.size === 0) return false;
  if (element.attributes.has('hidden')) return attribute(element, 'hidden') !== 'until-found';
  const style = element.attributes.get('style');
  return style !== undefined && undisplayed.test(style);
}
