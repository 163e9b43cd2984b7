import { canonicalUrl, PageUrlError } from '../../article/canonical-url';
import { guessLanguage } from '../../article/language';
import type { FeedItem } from '../feed/parsed-feed';
import type { IngestRecord } from '../record/record';

/** An article record, as `ingest` takes it. */
export type ArticleRecord = NonNullable<IngestRecord['article']>;

/** What an article gets from its feed. */
export interface Origin {
  /** The slug of the source. */
  source: string;
  /** What the feed, or else its source, writes in. */
  language: string | null;
  /** Whether the text comes from the pages, and so not from the feed. */
  fullText: boolean;
}

/** Why an item is no article. */
export class NoArticle extends Error {
  override name = 'NoArticle';
}

/**
 * Makes an article of an item. A date at midnight is taken for a date alone, since that is what most of them are.
 *
 * @throws NoArticle  a sentence that says what the item lacks
 */
export function articleOfItem(item: FeedItem, { source, language, fullText }: Origin): ArticleRecord {
  const summary = cleaned(item.summaryText, 20_000);
  const text = cleaned(item.contentText, 1_000_000);
  const given = item.title === item.url || item.title === item.id ? null : item.title; // an address is no headline
  const title = cleaned(given, 1_000) ?? firstWords(summary ?? text) ?? (fullText ? cleaned(item.title, 1_000) : null);
  if (!title) throw new NoArticle('It has neither a title nor a text.');
  const publishedAt = momentOf(item.publishedAt ?? item.updatedAt);
  return {
    url: addressOf(item),
    source,
    title,
    summary,
    text: fullText ? null : text,
    language: tagOf(item.language) ?? tagOf(language) ?? guessLanguage([title, text ?? summary].join('\n')),
    publishedAt,
    dateBasis: publishedAt ? 'FEED' : null,
  };
}

/** The item's link; else its identity where that is an address; else what it carries along. */
function addressOf(item: FeedItem): string {
  for (const candidate of [item.url, item.id, item.enclosures[0]?.url]) {
    if (!candidate) continue;
    try {
      const url = canonicalUrl(candidate);
      if (url.length <= 4_000) return url;
    } catch (error) {
      if (!(error instanceof PageUrlError)) throw error;
    }
  }
  throw new NoArticle('It has no address of a page.');
}

function cleaned(text: string | null, most: number): string | null {
  const whole = text?.replace(unstorable, '').trim() ?? '';
  if (whole.length <= most) return whole || null;
  return `${whole.slice(0, most - 1).replace(unstorable, '')}…`;
}

/** Half a character, and the one that PostgreSQL keeps no text with. */
const unstorable = /\p{Surrogate}|\0/gu;

/** What stands in for a headline: the first words of the text, up to its first sentence's end. */
function firstWords(text: string | null): string | null {
  const line = text?.split('\n', 1)[0]?.trim() ?? '';
  if (line.length <= 120) return line || null;
  const cut = line.slice(0, 120);
  const sentence = /^.{60,}[.!?。！？](?=\s|$)/u.exec(cut)?.[0];
  return sentence ?? `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60)).replace(unstorable, '')}…`;
}

function momentOf(time: string | null): string | null {
  const date = time ? new Date(time) : null;
  if (!date || Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9_999) return null;
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}

function tagOf(language: string | null): string | null {
  try {
    return language ? (Intl.getCanonicalLocales(language.trim().replaceAll('_', '-'))[0] ?? null) : null;
  } catch {
    return null;
  }
}
