import type { Element } from './html-tree';
import { findAll } from './tree-search';

/** An object of the JSON-LD that a page carries about itself. */
export type LinkedData = Record<string, unknown>;

/** All JSON-LD objects of a page, the nested ones too, in the order of the page. Broken scripts are repaired where that is plain, else passed over. */
export function linkedDataOf(root: Element): LinkedData[] {
  const found: LinkedData[] = [];
  for (const script of findAll(root, ({ tag, attributes }) => tag === 'script' && /ld\+json/i.test(attributes.get('type') ?? ''))) {
    const parsed = parsedLeniently(script.children.filter(child => typeof child === 'string').join(''));
    gather(parsed, found, 0);
    if (found.length > mostObjects) break;
  }
  return found;
}

/** The object that describes the article of the page: one of an article's types, best the one with this title; null when there is none. */
export function articleData(all: LinkedData[], title: string): LinkedData | null {
  const articles = all.filter(
    data =>
      typesOf(data).some(type => articleTypes.test(type)) &&
      (data.headline ?? data.name ?? data.articleBody ?? data.datePublished ?? data.author),
  );
  const said = articles.find(data => title.length > 8 && textOfValue(data.headline ?? data.name).startsWith(title.slice(0, 30)));
  return said ?? articles[0] ?? null;
}

/** The types that an object says it has. */
export function typesOf(data: LinkedData): string[] {
  return listOf(data['@type']).filter(type => typeof type === 'string');
}

/** One value or many, as a list. */
export function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** The text of a value: the first string in it. */
export function textOfValue(value: unknown): string {
  const [first] = listOf(value);
  if (typeof first === 'string') return first.trim();
  if (isObject(first) && typeof first['@value'] === 'string') return first['@value'].trim();
  return '';
}

/** Whether a value is an object with fields. */
export function isObject(value: unknown): value is LinkedData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object that a reference of nothing but an `@id` stands for. */
export function resolved(value: unknown, all: LinkedData[]): unknown {
  if (!isObject(value) || value.name !== undefined || typeof value['@id'] !== 'string') return value;
  return all.find(data => data['@id'] === value['@id'] && data.name !== undefined) ?? value;
}

const mostObjects = 2_000;
const articleTypes =
  /(?:Article|BlogPosting|LiveBlogPosting|Reportage|Review|AnalysisNewsArticle|ScholarlyArticle|SocialMediaPosting|Recipe)$/;

function parsedLeniently(script: string): unknown {
  const text = script
    .trim()
    .replace(/^(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>)$/, '')
    .trim()
    .replace(/;$/, '');
  if (!text || text.length > 3_000_000) return null;
  for (const attempt of [text, text.replace(control, ' '), text.replace(control, ' ').replace(/,(\s*[}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      continue;
    }
  }
  return null;
}

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const control = /[\u0000-\u001F]/g;

function gather(value: unknown, found: LinkedData[], depth: number): void {
  if (depth > 8 || found.length > mostObjects) return;
  if (Array.isArray(value)) value.forEach(item => gather(item, found, depth + 1));
  else if (isObject(value)) {
    found.push(value);
    for (const inner of Object.values(value)) if (typeof inner === 'object') gather(inner, found, depth + 1);
  }
}
