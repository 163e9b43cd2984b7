import { blocksOf, type Block } from './block';
import { findContainer, proseOf } from './container';
import type { Element } from './html-tree';
import { isNamedAsNoise } from './noise';

/** The blocks of the article, in the order of the page. */
export function articleBlocks(root: Element): Block[] {
  const blocks = blocksOf(root);
  const isNoise = noiseTest(blocks);
  const clean = blocks.filter(block => !isNoise(block.holder));
  const container = findContainer(clean);
  if (!container) return [];
  return clean.filter(block => isWithin(block.holder, container)).filter(isWanted);
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
  const isNoise = (element: Element): boolean => {
    let answer = known.get(element);
    if (answer === undefined) {
      answer = (element.parent !== null && isNoise(element.parent)) || ((prose.get(element) ?? 0) < all * 0.5 && isNamedAsNoise(element));
      known.set(element, answer);
    }
    return answer;
  };
  return isNoise;
}

function isWithin(element: Element, container: Element): boolean {
  for (let at: Element | null = element; at; at = at.parent) if (at === container) return true;
  return false;
}

function isWanted(block: Block): boolean {
  return block.linked < block.text.length * 0.7 || block.text.length > 200;
}
