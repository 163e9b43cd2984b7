import type { Element } from './html-tree';
import { attribute, findAll, foldBlanks } from './tree-search';

/** What a page's meta tags say, by name or property in lower case; the first of a name first. */
export type MetaTags = Map<string, string[]>;

/** Reads the meta tags of a page. */
export function metaTagsOf(root: Element): MetaTags {
  const tags: MetaTags = new Map();
  for (const element of findAll(root, ({ tag }) => tag === 'meta')) {
    const content = foldBlanks(attribute(element, 'content'));
    if (!content) continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = attribute(element, key).toLowerCase();
      if (!name) continue;
      const values = tags.get(name);
      if (values) values.push(content);
      else tags.set(name, [content]);
    }
  }
  return tags;
}

/** What the first of these names says that is there. */
export function firstMeta(tags: MetaTags, names: readonly string[]): string {
  for (const name of names) {
    const [value] = tags.get(name) ?? [];
    if (value) return value;
  }
  return '';
}
