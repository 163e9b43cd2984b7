import type { Block } from './block';
import { findContainer, proseOf } from './container';
import type { Element } from './html-tree';
import { isBoilerplate, isClosing, isPointer } from './boilerplate';
import { folded } from './folded';
import { noiseOf } from './noise';
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
  const said = folded(known.description).slice(0, 50);
  const container = findContainer(clean, block => said.length > 30 && folded(block.text.slice(0, 200)).startsWith(said));
  if (!container) return [];
  const first = clean.findIndex(({ holder }) => isWithin(holder, container));
  return [...leadBefore(clean.slice(0, first), known), ...clean.filter(block => isWithin(block.holder, container))];
}

/** What carries most of the prose of the page is not noise, however it is named. */
function noiseTest(blocks: Block[]): (element: Element) => boolean {
  const prose = new Map<Element, number>();
  let all = 0;
  for (const block of blocks) {
    const points = proseOf(block);
    if (!points) continue;
    all += points;
    for (let at: Element | null = block.holder; at; at = at.parent) prose.set(at, (prose.get(at) ?? 0) + points);
  }
  const known = new Map<Element, boolean>();
  const headline = blocks.find(({ holder }) => holder.tag === 'h1');
  for (let at: Element | null = headline?.holder ?? null; at; at = at.parent) if (prose.has(at) && !isFrame.has(at.tag)) known.set(at, false);
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
const limits = [0, 0.35, 0.4, 2] as const;

/** The lead, where it stands between the headline and the container. */
function leadBefore(before: Block[], { titles, description }: KnownOfArticle): Block[] {
  const names = new Set(titles.map(folded));
  const at = before.findLastIndex(block => block.holder.tag === 'h1' || names.has(folded(block.text)));
  const after = at >= 0 && before.length - at < 20 ? before.slice(at + 1) : [];
  const said = folded(description).slice(0, 60);
  const lead = after.filter(block => proseOf(block) > 50 && /[.!?…:»”"]$/.test(block.text) && !isBoilerplate(block));
  if (lead.length) return lead;
  return said.length > 30 ? before.filter(block => folded(block.text).startsWith(said)).slice(-1) : [];
}

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
  const wanted = blocks.filter((block, at) => {
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

const headline = /^h[1-6]$/;

function isHeadline(block: Block): boolean {
  return headline.test(block.holder.tag);
}

function isHeadlineOfNothing(blocks: Block[], at: number): boolean {
  const next = blocks[at + 1];
  return !next || (isHeadline(next) && next.holder.tag < (blocks[at]?.holder.tag ?? ''));
}
