import { canonicalUrl } from '../../article/canonical-url';
import { isObject, listOf, textOfValue } from './json-ld';
import { firstMeta } from './meta-tags';
import type { PageSources } from './page-sources';
import { attribute, findAll } from './tree-search';

/** The address that a page says is its own; null when it says none, or one that is no page's. */
export function canonicalUrlOf({ root, tags, url: base }: PageSources): string | null {
  const link = findAll(root, ({ tag, attributes }) => tag === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.get('rel') ?? ''))[0];
  for (const address of [link ? attribute(link, 'href') : '', firstMeta(tags, ['og:url'])]) {
    const url = webAddress(address, base);
    if (url && !(new URL(url).pathname === '/' && isDeep(base))) return canonicalUrl(url);
  }
  return null;
}

/** The picture that a page names as the article's. */
export function imageOf({ tags, article, url: base }: PageSources): string | null {
  const [first] = listOf(article?.image);
  const inData = isObject(first) ? textOfValue(first.url) || textOfValue(first.contentUrl) : textOfValue(first);
  const named = firstMeta(tags, ['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src']);
  return webAddress(named, base) ?? webAddress(inData, base);
}

/** The language that a page declares, as BCP 47 writes it. */
export function languageOf({ root, tags, article }: PageSources): string | null {
  const html = findAll(root, ({ tag }) => tag === 'html')[0];
  const declared = [
    textOfValue(article?.inLanguage),
    html ? attribute(html, 'lang') || attribute(html, 'xml:lang') : '',
    firstMeta(tags, ['content-language', 'language', 'dc.language', 'og:locale']),
  ];
  for (const text of declared) {
    try {
      const [tag] = Intl.getCanonicalLocales(text.split(/[,;]/)[0]?.trim().replaceAll('_', '-'));
      if (tag && /^[a-z]{2,3}(?:-|$)/.test(tag)) return tag;
    } catch {
      continue;
    }
  }
  return null;
}

function isDeep(address: string): boolean {
  return (URL.parse(address)?.pathname.length ?? 0) > 1;
}

function webAddress(address: string, base: string): string | null {
  if (!address) return null;
  const url = URL.parse(address, URL.canParse(base) ? base : undefined);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}
