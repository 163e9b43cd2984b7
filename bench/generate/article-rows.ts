import { hash } from 'node:crypto';
import type { Cast } from './cast';
import type { Dice } from './dice';
import { later, periodEnd, type Precision } from './moments';
import { languageOf, type Topic, write } from './prose';
import type { Row } from './row';

/** An article with what belongs to it. */
export interface MadeArticle {
  article: Row & {
    id: string;
    url: string;
    title: string;
    language: string;
    source_id: string;
    origin_id: string;
    sort_at: Date;
    public_at: Date;
    published_at: Date;
  };
  version: Row & { text: string | null };
  countryCode: string | null;
}

/** Makes an article that was published then; one in five has its full text, one in eight reprints `original`. */
export function makeArticle(dice: Dice, cast: Cast, topic: Topic, publishedAt: Date, original?: MadeArticle): MadeArticle {
  const reprint = original !== undefined && dice.chance(0.12);
  const source = dice.frequent(cast.outlets);
  const language = languageOf(dice);
  const id = dice.uuid();
  const title = reprint ? original.article.title : write(dice, language, topic, dice.between(55, 100));
  const summary = dice.chance(0.92) ? write(dice, language, topic, dice.between(140, 380)) : null;
  const text = dice.chance(0.2) ? write(dice, language, topic, dice.between(700, 1_400)) : null;
  const precision: Precision = dice.chance(0.1) ? 'DAY' : 'MINUTE';
  const firstSeenAt = later(publishedAt, precision === 'DAY' ? dice.between(1, 30) : dice.next() * 0.5);
  const end = periodEnd(publishedAt, precision);
  const public_at = end < firstSeenAt ? end : firstSeenAt;
  const contentHash = hash('sha256', title + summary);
  const article = {
    id,
    url: `https://${source.slug}.example/${publishedAt.toISOString().slice(0, 10)}/${id.slice(0, 8)}-${title.length}.html`,
    source_id: source.id,
    title,
    summary,
    language: language.code,
    published_at: publishedAt,
    precision,
    date_basis: 'FEED',
    origin_id: reprint ? original.article.origin_id : id,
    origin_sought: true,
    first_seen_at: firstSeenAt,
    sort_at: publishedAt < firstSeenAt ? publishedAt : firstSeenAt,
    public_at,
    content_hash: contentHash,
  };
  const version = { article_id: id, number: 1, title, summary, text, content_hash: contentHash, seen_at: firstSeenAt };
  return { article, version, countryCode: source.country_code };
}

/** The card of an article in a story. */
export function cardOf(storyId: string, { article, countryCode }: MadeArticle): Row {
  return {
    story_id: storyId,
    article_id: article.id,
    title: article.title,
    url: article.url,
    language: article.language,
    source_id: article.source_id,
    country_code: countryCode,
    origin_id: article.origin_id,
    published_at: article.published_at,
    sort_at: article.sort_at,
    public_at: article.public_at,
    recorded_at: later(article.public_at, 0.1),
    unread_from: null,
  };
}
