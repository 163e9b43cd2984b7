import { cardOf, type MadeArticle, makeArticle } from './article-rows';
import type { Cast } from './cast';
import { diceFor } from './dice';
import { makeFacts } from './fact-rows';
import { later, momentIn, type Span } from './moments';
import { topicOf, write } from './prose';
import type { Row } from './row';
import type { Size, StorySize } from './sizes';
import { languages } from './words';

const english = languages[0]!;
const day = 86_400_000;
const firstDay = Date.UTC(2024, 2, 22, 17);
const days = 800;

/** The story itself, known before anything of it. */
export function storyRow(size: StorySize): Row & { id: string } {
  const { id, span } = frameOf(size);
  const start = new Date(span.from);
  return { id, slug: size.slug, key: size.slug, started_at: start, last_activity_at: start, public_at: start, created_at: start };
}

/** When a story begins, in milliseconds. */
export function startOf(size: StorySize): number {
  return frameOf(size).span.from;
}

/** Everything that a story holds, by table. */
export function storyRows(size: StorySize, cast: Cast): Record<string, Row[]> {
  const { id, span } = frameOf(size);
  const dice = diceFor(`${size.slug} rows`);
  const topic = topicOf(dice);
  const articles: MadeArticle[] = [];
  for (let at = 0; at < size.articles; at += 1) {
    const original = articles.length > 0 ? dice.pick(articles) : undefined;
    articles.push(makeArticle(dice, cast, topic, momentIn(dice, span), original));
  }
  const revisions = Array.from({ length: dice.between(1, 4) }, (_, at) => {
    const reportedAt = later(new Date(span.from), at * 9);
    return {
      story_id: id,
      id: dice.uuid(),
      headline: write(dice, english, topic, 70),
      summary: write(dice, english, topic, 300),
      reported_at: reportedAt,
      precision: 'MINUTE',
      public_at: reportedAt,
      recorded_at: later(reportedAt, 0.1),
    };
  });
  const aliases = [size.slug, ...(dice.chance(0.1) ? [`${size.slug}-as-it-was-called`] : [])];
  return {
    story_alias: aliases.map(alias => ({ alias, story_id: id, created_at: new Date(span.from) })),
    story_revision: revisions,
    article: articles.map(({ article }) => article),
    article_version: articles.map(({ version }) => version),
    story_article: articles.map(article => cardOf(id, article)),
    ...makeFacts({ dice, cast, topic, span, size, storyId: id, articles }),
  };
}

/** How many articles that belong to no story come at once. */
export const looseAtOnce = 100;

/** Articles that belong to no story, some at a time. */
export function* looseRows({ loose }: Size, cast: Cast): Generator<Record<string, Row[]>> {
  const dice = diceFor('loose');
  for (let left = loose; left > 0; left -= looseAtOnce) {
    const topic = topicOf(dice);
    const span = { from: firstDay + dice.next() * days * day, milliseconds: 30 * day };
    const made = Array.from({ length: Math.min(left, looseAtOnce) }, () => makeArticle(dice, cast, topic, momentIn(dice, span)));
    yield { article: made.map(({ article }) => article), article_version: made.map(({ version }) => version) };
  }
}

function frameOf({ slug, articles }: StorySize): { id: string; span: Span } {
  const dice = diceFor(slug);
  const id = dice.uuid();
  const from = slug === 'bench-story-200' ? firstDay : firstDay + Math.floor(dice.next() * days) * day + dice.below(24) * 3_600_000;
  return { id, span: { from, milliseconds: Math.min(60, 6 + Math.sqrt(articles)) * day } };
}
