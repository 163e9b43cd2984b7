import type { Block } from './block';
import type { Element } from './html-tree';

/** For every element around the blocks, the sum of a measure over the blocks in it. Each element is visited once, however deep the page. */
export function sumsOf(blocks: Block[], measure: (block: Block) => number): Map<Element, number> {
  const sums = new Map<Element, number>();
  for (const block of blocks) {
    const value = measure(block);
    if (!value) continue;
    sums.set(block.holder, (sums.get(block.holder) ?? 0) + value);
    for (let at = block.holder.parent; at && !sums.has(at); at = at.parent) sums.set(at, 0);
  }
  for (const element of [...sums.keys()].sort((a, b) => b.depth - a.depth)) {
    const { parent } = element;
    if (parent) sums.set(parent, (sums.get(parent) ?? 0) + (sums.get(element) ?? 0));
  }
  return sums;
}
