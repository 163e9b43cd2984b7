import type { Block } from './block';
import { findContainer, proseOf } from './container';
import type { Element } from './html-tree';
import { isBoilerplate, isClosing, isPointer } from './boilerplate';
import { folded } from './folded';
import { noiseOf } from './noise';
import { sumsOf } from './sums';
import { namesOf } from './tree-search';
import { writtenDate } from './written-date';

/** What else the page says of the article, for telling its text from what is around. */
export interface KnownOfArticle {
  titles: string[];
  description: string;
}

/** The text of the article: its paragraphs in the order of the page, with empty lines between. */
export function articleText(page: Block[], known: KnownOfArticle): string {
  return withoutFringes(articleBlocks(page, known), known)
    .map(({ text }) => text)
    .join('\n\n');
}

function articleBlocks(blocks: Block[], known: KnownOfArticle): Block[] {
  const isNoise = noiseTest(blocks);
  const clean = blocks.filter(block => !isNoise(block.holder));
  const container = findContainer(clean, saysLead(known));
  if (!container) return [];
  const body = clean.filter(({ holder }) => isWithin(holder, container));
  const opening = body.find(block => proseOf(block) > 60) ?? body[0];
  const before = blocks.slice(0, opening ? blocks.indexOf(opening) : 0);
  const kept = new Set(body);
  return [...leadBefore(before, known, isNoise).filter(block => !kept.has(block)), ...body];
}

/** What carries most of the prose of the page is not noise, however it is named. */
function noiseTest(blocks: Block[]): (element: Element) => boolean {
  const prose = sumsOf(blocks, proseOf);
  let all = 0;
  for (const points of prose.values()) all = Math.max(all, points);
  const known = new Map<Element, boolean>();
  const headline = blocks.find(({ holder }) => holder.tag === 'h1');
  for (let at: Element | null = headline?.holder ?? null; at; at = at.parent)
    if (prose.has(at) && !isFrame.has(at.tag)) known.set(at, false);
  const isNoise = (element: Element): boolean => {
    let answer = known.get(element);
    if (answer === undefined) {
      answer = (element.parent !== null && isNoise(element.parent)) || (prose.get(element) ?? 0) < all * limits[noiseOf(element)];
      known.set(element, answer);
    }
    return answer;
  };
  return isNoise;
}

const isFrame = new Set(['nav', 'footer', 'aside']);

/** How much of the prose of the page a part may carry and still count as noise, by how surely its name says so. */
const limits = [0, 0.2, 0.5, 2] as const;

/** The lead, where it stands between the headline and the first paragraph: in a part named as one, or in one that nothing speaks against. */
function leadBefore(before: Block[], known: KnownOfArticle, isNoise: (element: Element) => boolean): Block[] {
  const names = new Set(known.titles.map(folded));
  const isLead = saysLead(known);
  const at = before.findLastIndex(({ holder, text }) => holder.tag === 'h1' || names.has(folded(text)));
  const after = at >= 0 && before.length - at < 30 ? before.slice(at + 1) : [];
  const lead = after.filter(block => {
    if (proseOf(block) < 50 || block.linked > block.text.length * 0.3 || isBoilerplate(block) || isOutside(block.holder)) return false;
    return isLead(block) || (endsSentence.test(block.text) && (!isNoise(block.holder) || isNamedAsLead(block.holder)));
  });
  if (lead.length) return lead;
  return before.filter(block => isLead(block) && !isOutside(block.holder)).slice(-1);
}

const endsSentence = /[.!?…:»”"。।]$/;

/** Whether a block begins as the page's description of itself does. */
function saysLead({ description }: KnownOfArticle): (block: Block) => boolean {
  const said = folded(description).slice(0, 50);
  return block => said.length > 30 && folded(block.text.slice(0, 200)).startsWith(said);
}

function isOutside(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parent) if (outside.has(at.tag)) return true;
  return false;
}

const outside = new Set('figure figcaption nav aside footer form'.split(' '));

function isNamedAsLead(element: Element): boolean {
  for (let at: Element | null = element, level = 0; at && level < 3; at = at.parent, level++) if (leadNames.test(namesOf(at))) return true;
  return false;
}

const leadNames =
  / (?:lead|lede|leadtext|intro|introduction|teaser|teasertext|summary|standfirst|subtitle|subheadline|sub headline|dek|deck|abstract|vorspann|chapo|chapeau|sommario|occhiello|entradilla|bajada|ingress|excerpt|description|header) /;

function isWithin(element: Element, container: Element): boolean {
  for (let at: Element | null = element; at; at = at.parent) if (at === container) return true;
  return false;
}

/** Takes off what stands before and after the article inside its own container, and what points elsewhere in between. */
function withoutFringes(blocks: Block[], { titles }: KnownOfArticle): Block[] {
  const names = new Set(titles.map(folded));
  const first = blocks.findIndex(block => proseOf(block) > 60);
  const last = blocks.findLastIndex(block => proseOf(block) > 60);
  const seen = new Set<string>();
  let isPointing = false;
  const end = endOf(blocks);
  const wanted = blocks.slice(0, end).filter((block, at) => {
    const { text, linked } = block;
    if (isPointer(text)) isPointing = true;
    else if (linked < text.length * 0.3 && block.holder.tag !== 'li') isPointing = false;
    if (isPointing || isBoilerplate(block)) return false;
    if (text.length < 300 && names.has(folded(text))) return false;
    if (text.length > 60 && seen.has(text)) return false;
    seen.add(text);
    if (at < first && text.length < 120 && writtenDate(text)) return false;
    return !(at >= last && text.length < 400 && isClosing(text));
  });
  const lastProse = wanted.findLastIndex(block => proseOf(block) > 60);
  return wanted.filter((block, at) => !isHeadline(block) || (at < lastProse && !isHeadlineOfNothing(wanted, at)));
}

/** Where the article is over: at a headline that announces something else, with little prose after it. */
function endOf(blocks: Block[]): number {
  const all = blocks.reduce((sum, block) => sum + proseOf(block), 0);
  let after = 0;
  let end = blocks.length;
  for (let at = blocks.length - 1; at > 0 && after < all * 0.15; at--) {
    const block = blocks[at];
    if (!block) break;
    if (block.text.length < 45 && isPointer(block.text) && (isHeadline(block) || block.strong > block.text.length * 0.7)) end = at;
    after += proseOf(block);
  }
  return end;
}

const headline = /^h[1-6]$/;

function isHeadline(block: Block): boolean {
  return headline.test(block.holder.tag);
}

function isHeadlineOfNothing(blocks: Block[], at: number): boolean {
  const next = blocks[at + 1];
  return !next || (isHeadline(next) && next.holder.tag < (blocks[at]?.holder.tag ?? ''));
}
