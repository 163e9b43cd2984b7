import type { Metric, Precision } from '../../../schema/operations';
import { webUrl } from '../../ingestion/sanitise/safe-url';
import { amountOf } from '../chart/toll-series';
import { momentOf } from '../page/moment';
import { wordOf } from '../page/words';
import type { Amount } from '../story/story-query';
import { type FeedEntry, type FeedSource, latest } from './feed';
import { plain, shortened } from './plain-text';

/** One wording of a fact, with its times. */
interface Wording {
  id: string;
  reportedAt: string;
  publicAt: string;
  recordedAt: string;
}

/** A wording that was corrected; a union of the API may leave it empty. */
type Earlier<T> = Partial<Wording & T> & { supersedes?: Earlier<T> | null };

/** What the operations read of a fact, `T` being what it says. */
type Fact<T> = Wording &
  T & {
    precision: Precision;
    retraction: { reason: string; at: string } | null;
    citations: { url: string; article: { title: string; source: { name: string } } | null }[];
    supersedes: Earlier<T> | null;
  };

/** An event of a feed's operation as an entry. */
export function eventEntry(event: Fact<{ title: string }> & { about: string | null; occurredAt: string }, page: string): FeedEntry {
  const when = `Happened: ${momentOf(event.occurredAt, event.precision)}.`;
  return entryOf(event, page, {
    kind: 'Event',
    title: event.title,
    paragraphs: [event.about ?? '', when],
    author: null,
    at: event.occurredAt,
    former: ({ title }) => (title === event.title ? null : title),
  });
}

/** A statement of a feed's operation as an entry. */
export function statementEntry(
  statement: Fact<{ said: string }> & { issuer: { name: string }; speaker: { name: string; role: string | null } | null; issuedAt: string },
  page: string,
): FeedEntry {
  const { issuer, speaker, said, issuedAt, precision } = statement;
  const by = [...new Set([speaker?.name, speaker?.role, issuer.name])].filter(Boolean).join(', ');
  return entryOf(statement, page, {
    kind: 'Statement',
    title: `${issuer.name}: ${said}`,
    paragraphs: [said, `${by}; ${momentOf(issuedAt, precision)}.`],
    author: issuer.name,
    at: issuedAt,
    former: wording => (wording.said === said ? null : wording.said),
  });
}

/** A figure of a feed's operation as an entry. */
export function figureEntry(
  figure: Fact<Amount> & { metric: Metric; official: boolean; note: string | null; reporter: { name: string } },
  page: string,
): FeedEntry {
  const { metric, reporter, official, note, reportedAt, precision } = figure;
  const counted = `${amountOf(figure)} ${wordOf(metric)}`;
  const by = `${official ? 'An official figure' : 'Not an official figure'}, given by ${reporter.name}; ${momentOf(reportedAt, precision)}.`;
  return entryOf(figure, page, {
    kind: 'Figure',
    title: `${counted.charAt(0).toUpperCase()}${counted.slice(1)}, says ${reporter.name}`,
    paragraphs: [by, note ?? ''],
    author: reporter.name,
    at: reportedAt,
    former: ({ value = null, min = null, max = null, atLeast = false }) => {
      const was = amountOf({ value, min, max, atLeast });
      return was === amountOf(figure) ? null : was;
    },
  });
}

interface Saying<T> extends Pick<FeedEntry, 'kind' | 'title' | 'paragraphs' | 'author' | 'at'> {
  /** What an earlier wording said; null where it said the same. */
  former: (wording: Partial<T>) => string | null | undefined;
}

function entryOf<T>(fact: Fact<T>, page: string, { kind, title, paragraphs, author, at, former }: Saying<T>): FeedEntry {
  const earlier = earlierWordings(fact.supersedes);
  const first = earlier.at(-1) ?? fact;
  const { retraction } = fact;
  const correction = correctionOf(fact, earlier.length > 0, retraction, earlier[0] && former(earlier[0]));
  const mark = retraction ? 'Withdrawn: ' : earlier.length > 0 ? 'Corrected: ' : '';
  return {
    id: first.id,
    kind,
    url: `${page}#${fact.id}`,
    title: shortened(plain(`${mark}${title}`)),
    paragraphs: [correction ?? '', ...paragraphs].map(plain).filter(Boolean),
    correction: correction && plain(correction),
    author: author && plain(author),
    language: 'en',
    at,
    precision: fact.precision,
    publishedAt: publishedAt(first),
    updatedAt: latest([publishedAt(fact), ...(retraction ? [new Date(retraction.at)] : [])]),
    learntAt: latest([fact.recordedAt, ...(retraction ? [retraction.at] : [])].map(time => new Date(time))),
    sources: sourcesOf(fact.citations),
  };
}

function correctionOf(
  fact: Wording,
  corrected: boolean,
  retraction: { reason: string; at: string } | null,
  former?: string | null,
): string | null {
  if (retraction) return `Withdrawn ${momentOf(retraction.at)}: ${retraction.reason}`;
  if (!corrected) return null;
  return `Corrected ${momentOf(publishedAt(fact).toISOString())}${former ? `; before, it said: ${former}` : ''}.`.replace(/\.\.$/, '.');
}

/** The wordings that were corrected, the last one first. */
function earlierWordings<T>(wording: Earlier<T> | null | undefined): (Wording & Partial<T>)[] {
  if (!wording?.id) return [];
  return [wording as Wording & Partial<T>, ...earlierWordings(wording.supersedes)];
}

/** A fact that is known to the day is public at the end of that day, unless this system knew it earlier on that day. */
function publishedAt({ reportedAt, publicAt, recordedAt }: Wording): Date {
  const [reported, open, recorded] = [reportedAt, publicAt, recordedAt].map(time => new Date(time)) as [Date, Date, Date];
  return recorded < open && recorded > reported ? recorded : open;
}

function sourcesOf(citations: Fact<object>['citations']): FeedSource[] {
  return citations.flatMap(({ url, article }) => {
    const address = webUrl(url);
    const title = article ? `${article.source.name}: ${article.title}` : address && new URL(address).host;
    return address && title ? [{ url: address, title: plain(title) }] : [];
  });
}
