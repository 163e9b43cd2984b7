import { Tokenizer } from 'htmlparser2';

/** An element of a page, as far as reading needs it. */
export interface Element {
  tag: string;
  attributes: Map<string, string>;
  children: Node[];
  parent: Element | null;
  /** How many elements are around it. */
  depth: number;
}

/** An element, or a piece of text with its entities decoded. */
export type Node = Element | string;

/** Pages are cut here: the longest article fits many times, and no page costs more than this. */
const longestPage = 5_000_000;

/** Deeper elements hang on the last one, so that walking the tree never runs out of stack. */
const deepest = 400;

/**
 * Reads HTML into a tree. Never fails: what is not closed is closed, what is closed twice is passed over.
 *
 * Time is linear in the length of the page: whether an end tag has anything to close is known by count, not by search.
 */
export function parseHtml(html: string): Element {
  const text = html.length > longestPage ? html.slice(0, longestPage) : html;
  const builder = new TreeBuilder(text);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, builder);
  tokenizer.write(text);
  tokenizer.end();
  return builder.root;
}

const empty = new Set('area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '));
const closesParagraph =
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul';
const blocks = new Set(`${closesParagraph} body button html li td th tr tbody thead tfoot dd dt object template noscript`.split(' '));
const walls = new Set('table td th button object template html body'.split(' '));
const cells = new Set(['td', 'th']);

/** By tag: which open element ends when this one starts. */
const endsBefore = new Map<string, Set<string>>([
  ...closesParagraph.split(' ').map(tag => [tag, new Set(['p'])] as const),
  ['li', new Set(['p', 'li'])],
  ['dt', new Set(['p', 'dt', 'dd'])],
  ['dd', new Set(['p', 'dt', 'dd'])],
  ['tr', new Set(['p', 'td', 'th', 'tr'])],
  ['td', new Set(['p', 'td', 'th'])],
  ['th', new Set(['p', 'td', 'th'])],
  ['tbody', new Set(['p', 'td', 'th', 'tr', 'thead', 'tbody'])],
  ['tfoot', new Set(['p', 'td', 'th', 'tr', 'thead', 'tbody'])],
  ['option', new Set(['option'])],
  ['body', new Set(['head'])],
]);

class TreeBuilder {
  readonly root: Element = { tag: '#root', attributes: new Map(), children: [], parent: null, depth: 0 };
  private top = this.root;
  private depth = 0;
  private readonly open = new Map<string, number>();
  private readonly tooDeep = new Map<string, number>();
  private tag = '';
  private attributes = new Map<string, string>();
  private attribute = '';
  private value = '';

  constructor(private readonly html: string) {}

  ontext(start: number, end: number): void {
    this.addText(this.html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.addText(String.fromCodePoint(codePoint));
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.html.slice(start, end).toLowerCase();
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.html.slice(start, end).toLowerCase();
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value += this.html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    if (!this.attributes.has(this.attribute)) this.attributes.set(this.attribute, this.value);
  }

  onopentagend(): void {
    this.start();
  }

  onselfclosingtag(): void {
    this.start();
  }

  onclosetag(start: number, end: number): void {
    this.end(this.html.slice(start, end).trim().toLowerCase());
  }

  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private start(): void {
    const { tag, attributes } = this;
    const ended = endsBefore.get(tag);
    while (ended?.has(this.top.tag)) this.pop();
    const element: Element = { tag, attributes, children: [], parent: this.top, depth: this.depth + 1 };
    this.top.children.push(element);
    if (empty.has(tag)) return;
    if (this.depth >= deepest) {
      this.tooDeep.set(tag, (this.tooDeep.get(tag) ?? 0) + 1);
      return;
    }
    this.top = element;
    this.depth++;
    this.open.set(tag, (this.open.get(tag) ?? 0) + 1);
  }

  private end(tag: string): void {
    const swallowed = this.tooDeep.get(tag);
    if (swallowed) {
      this.tooDeep.set(tag, swallowed - 1);
      return;
    }
    if (!this.open.get(tag) || !this.isWithinReach(tag)) return;
    while (this.top.tag !== tag) this.pop();
    this.pop();
  }

  /** An end tag reaches no further than its kind does: inline ones to the block, blocks to the table cell. */
  private isWithinReach(tag: string): boolean {
    if (cells.has(tag) || walls.has(tag) || tag === 'tr') return true;
    const limits = blocks.has(tag) ? walls : blocks;
    for (let at: Element = this.top; at.tag !== tag; at = at.parent ?? this.root) if (at === this.root || limits.has(at.tag)) return false;
    return true;
  }

  private pop(): void {
    this.open.set(this.top.tag, (this.open.get(this.top.tag) ?? 1) - 1);
    this.top = this.top.parent ?? this.root;
    this.depth--;
  }

  private addText(text: string): void {
    const { children } = this.top;
    const last = children.length - 1;
    const before = children[last];
    if (typeof before === 'string') children[last] = before + text;
    else children.push(text);
  }
}
