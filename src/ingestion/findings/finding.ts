import type { Metric } from '../../figure/figure.entity';
import { Channel, Stance } from '../../statement/stance';
import { type DetectedFigure, detectFigures } from '../detect/detect-figures';
import { type DetectedStatement, detectStatements } from '../detect/detect-statements';
import { stancesOf } from '../detect/stance-rules';
import { languageOf } from '../detect/text-language';
import { channelAround } from './channel';
import { officeOf, type Said } from './office';
import type { UnreadArticle, UnreadVersion } from './unread-article';

/** The words of a version that carry a fact, in code points of its text; null where they stand in its title or in no text that is held. */
export type FoundSpan = { start: number; end: number } | null;

/** A number that a version gives. */
export interface FoundFigure {
  metric: Metric;
  value: number | null;
  min: number | null;
  max: number | null;
  atLeast: boolean;
  /** Who gave it: the one named in the sentence, else the agency or outlet whose text it is. */
  reporter: string;
  /** Whether that is the outlet itself. */
  unnamed: boolean;
  official: boolean;
  confidence: number;
  span: FoundSpan;
}

/** What an official said, by a version. */
export interface FoundStatement {
  /** Null where the document is the issuer's own. */
  said: Said | null;
  words: string;
  stances: Stance[];
  channel: Channel;
  confidence: number;
  span: FoundSpan;
}

/** Longer texts are read by their beginning. */
const MOST_CHARACTERS = 60_000;

/** More quotations of officials than this are a transcript, which is no news of the story. */
const MOST_STATEMENTS = 40;

/** The figures of a version; none where no text is held or its language has no rules. */
export function figuresIn({ language, source, syndicatedFrom }: UnreadArticle, { title, text, reportedAt }: UnreadVersion): FoundFigure[] {
  if (text === null || language === null) return [];
  const { figures } = detectFigures({ title, text: beginningOf(text), language, publishedAt: reportedAt.toISOString() });
  return figures
    .filter(({ derived }) => !derived)
    .map(figure => ({
      metric: figure.metric as Metric,
      ...numbersOf(figure),
      reporter: figure.reporter?.split('\n').at(-1)?.trim() || (syndicatedFrom ?? source.name),
      unnamed: figure.reporter === null,
      official: figure.reporter === null ? source.official && syndicatedFrom === null : figure.official,
      confidence: figure.confidence,
      span: figure.part === 'TEXT' ? { start: figure.start, end: figure.end } : null,
    }));
}

/** The official statements of a version: the document itself where an official source's feed brought it, else those that it quotes or reports. */
export function statementsIn(article: UnreadArticle, version: UnreadVersion): FoundStatement[] {
  if (article.source.official && article.fromFeed) return [ownStatement(article, version)];
  const { text } = version;
  if (text === null || article.language === null) return [];
  return detectStatements(beginningOf(text), article.language)
    .filter(found => found.official && isStatement(found))
    .flatMap(({ quote, stances, direct, start, end, ...found }) => {
      const said = officeOf(found);
      if (!said) return [];
      const words = cut(withoutLeadIn(quote), 600);
      const confidence = direct && (said.person || said.organisation) ? 0.9 : 0.8;
      return [{ said, words, stances, channel: channelAround(text, start, end), confidence, span: { start, end } }];
    })
    .slice(0, MOST_STATEMENTS);
}

/**
 * What a paper attributes in passing to nobody in particular ("police said the car was blue") is no statement, nor is a stump of reported speech: it
 * takes words between quotation marks, or a name, or something that it does beside commenting.
 */
function isStatement({ quote, direct, person, organisation, speaker, stances }: DetectedStatement): boolean {
  const length = quote.split(/\s+/).length;
  if (direct) return length >= 3;
  const named = person || /\p{Lu}\p{L}+/u.test((organisation ?? speaker ?? '').slice(1));
  return (
    length >= 6 &&
    !/^(?:him|her|them|us|me|at|to|in|on|of|for|with|by|a|an)\b/i.test(withoutLeadIn(quote)) &&
    (named || !isComment(stances))
  );
}

function isComment(stances: readonly Stance[]): boolean {
  return stances.length === 1 && stances[0] === Stance.COMMENT;
}

/** "late Friday that …": when it was said is no part of what was said. */
function withoutLeadIn(quote: string): string {
  return quote.replace(
    /^(?:(?:(?:late|early|on)\s+)*(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+(?:morning|afternoon|evening|night))?\s+)?(?:that\s+)?(?=\S)/i,
    '',
  );
}

/** Who issued the document says so itself, so nothing about that is guessed. What it does is read from its words, where their language has rules. */
function ownStatement({ language, url }: UnreadArticle, { title, summary, text }: UnreadVersion): FoundStatement {
  const words = [title, (text ?? summary ?? '').slice(0, 1_500)].join('. ');
  return {
    said: null,
    words: cut(title, 600),
    stances: language !== null && languageOf(language) === 'en' ? stancesOf(words) : [Stance.COMMENT],
    channel: /^https?:\/\/(?:[\w-]+\.)*(?:t\.me|x\.com|twitter\.com|facebook\.com|telegram\.\w+|bsky\.app|mastodon\.\w+)\//.test(url)
      ? Channel.SOCIAL_MEDIA
      : Channel.PRESS_RELEASE,
    confidence: 1,
    span: text === null ? null : leadOf(text),
  };
}

/** A number as the ledger holds it: the interval only where it says more than the number. */
function numbersOf({ value, min, max, atLeast }: DetectedFigure): Pick<FoundFigure, 'value' | 'min' | 'max' | 'atLeast'> {
  if (value !== null && min === value && max === value) return { value, min: null, max: null, atLeast };
  return value !== null && min === null ? { value: null, min, max: max ?? value, atLeast } : { value, min, max, atLeast };
}

/** The first paragraph, up to 400 code points. */
function leadOf(text: string): FoundSpan {
  const start = text.length - text.trimStart().length;
  const line = /^[^\n]*/.exec(text.slice(start))?.[0].trimEnd() ?? '';
  const length = Math.min([...line].length, 400);
  const from = [...text.slice(0, start)].length;
  return length > 0 ? { start: from, end: from + length } : null;
}

function beginningOf(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : text.slice(0, MOST_CHARACTERS).replace(/\p{Surrogate}$/u, '');
}

function cut(words: string, most: number): string {
  const plain = words.replace(/\s+/g, ' ').replace(/^[\s,;:]+|[\s,;:]+$/g, '');
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).replace(/\p{Surrogate}$/u, '')}…`;
}
