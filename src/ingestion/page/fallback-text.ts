import { blocksOf, type Block } from './block';
import { isLocked } from './body-status';
import { parseHtml, type Element } from './html-tree';
import { textOfValue } from './json-ld';
import type { PageSources } from './page-sources';
import { findAll, foldBlanks } from './tree-search';

/** The article's text as JSON-LD carries it, in paragraphs; empty when the outlet sells it, for what a wall hides stays hidden. */
export function textInData({ article, data: all }: PageSources): string {
  const body = textOfValue(article?.articleBody);
  if (!body || all.some(isLocked)) return '';
  const paragraphs = /<\w+[^>]*>|&[#\w]+;/.test(body) ? blocksOf(parseHtml(body)).map(({ text }) => text) : body.split(/\n+/);
  return paragraphs.map(foldBlanks).filter(Boolean).join('\n\n');
}

/** The blocks that a page keeps for readers without scripts, or in templates that its script would show. */
export function blocksWithoutScript(root: Element): Block[] {
  const kept = findAll(
    root,
    ({ tag, attributes }) =>
      tag === 'noscript' ||
      tag === 'template' ||
      (tag === 'script' && /^text\/(?:template|html|x-template)$/i.test(attributes.get('type') ?? '')),
  );
  return kept.flatMap(element => {
    const source =
      element.tag === 'script'
        ? parseHtml(element.children.filter(child => typeof child === 'string').join(''))
        : { ...element, tag: 'div' };
    return blocksOf(source);
  });
}
