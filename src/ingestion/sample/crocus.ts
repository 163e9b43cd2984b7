import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Precision } from '../../article/precision';
import { inOrder } from '../record/in-order';
import type { IngestRecord } from '../record/record';
import type { CrocusArticle, CrocusClaim, CrocusEvent, CrocusFigure, CrocusSource, CrocusStatement, CrocusStory } from './crocus-rows';

/** The claims of the dataset are judged as of March 2026, says its README. */
const JUDGED_AT = '2026-03-31';

/** The records of the bundled story, each after those that it leans on. */
export function crocusRecords(folder: string): IngestRecord[] {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T;
  const story = read<CrocusStory>('story');
  const articles = read<CrocusArticle[]>('articles');
  const events = read<CrocusEvent[]>('events');
  const statements = read<CrocusStatement[]>('statements');
  const claims = read<CrocusClaim[]>('claims');
  const dossier: Dossier = {
    story: story.slug,
    urls: new Map(articles.map(article => [article.slug, article.url])),
    events: new Set(events.map(event => event.slug)),
  };
  return [
    ...read<CrocusSource[]>('sources').map(sourceRecord),
    ...issuers(statements).map(actorRecord),
    ...story.revisions.map(revision => ({ story: { slug: story.slug, ...revision } })),
    ...articles.map(article => articleRecord(dossier, article)),
    ...needsFirst(events, event => event.parent).map(event => eventRecord(dossier, event)),
    ...needsFirst(statements, statement => statement.respondsTo).map(statement => statementRecord(dossier, statement)),
    ...read<CrocusFigure[]>('casualty-reports').map(figure => figureRecord(dossier, figure)),
    ...claims.map(claim => claimRecord(dossier, claim)),
    ...claims.flatMap(claim => positionRecords(dossier, claim)),
  ];
}

/** What the rows of the dataset refer to by slug. */
interface Dossier {
  story: string;
  urls: Map<string, string>;
  events: Set<string>;
}

function sourceRecord({ citations, ...source }: CrocusSource): IngestRecord {
  return { source: { ...source, pages: citations } };
}

function issuers(statements: CrocusStatement[]): CrocusStatement['issuer'][] {
  return [...new Map(statements.map(({ issuer }) => [issuer.slug, issuer])).values()];
}

function actorRecord(issuer: CrocusStatement['issuer']): IngestRecord {
  return { actor: { ...issuer, source: issuer.slug } };
}

function articleRecord({ story }: Dossier, { slug, sourceSlug, ...article }: CrocusArticle): IngestRecord {
  return { article: { ...article, key: slug, source: sourceSlug, story } };
}

function eventRecord(dossier: Dossier, { slug, citations, ...event }: CrocusEvent): IngestRecord {
  return { event: { ...event, key: slug, story: dossier.story, citations: cited(dossier, citations) } };
}

function statementRecord(dossier: Dossier, { slug, issuer, respondsTo, citations, ...statement }: CrocusStatement): IngestRecord {
  const answers = respondsTo === null ? null : dossier.events.has(respondsTo) ? { event: respondsTo } : { statement: respondsTo };
  return { statement: { ...statement, key: slug, story: dossier.story, issuer: issuer.slug, answers, citations: cited(dossier, citations) } };
}

function figureRecord(dossier: Dossier, { citations, ...figure }: CrocusFigure): IngestRecord {
  const key = `${figure.event}/${figure.metric}/${figure.sequence}`;
  return { figure: { ...figure, key, story: dossier.story, citations: cited(dossier, citations) } };
}

function claimRecord({ story }: Dossier, { slug, kind, about, proposition, status, note }: CrocusClaim): IngestRecord {
  const assessment = { status, note, assessedAt: JUDGED_AT, assessedPrecision: Precision.DAY };
  return { claim: { key: slug, story, kind, about, proposition, ...assessment } };
}

function positionRecords({ story, urls }: Dossier, claim: CrocusClaim): IngestRecord[] {
  return claim.positions.map(({ article, at, ...position }) => ({
    position: { ...position, story, claim: claim.slug, takenAt: at, article: article === undefined ? null : urlOf(urls, article) },
  }));
}

/** Citations are slugs of articles, or addresses. */
function cited({ urls }: Dossier, citations: string[]): { url: string }[] {
  return citations.map(citation => ({ url: citation.includes('://') ? citation : urlOf(urls, citation) }));
}

function urlOf(urls: Map<string, string>, slug: string): string {
  const url = urls.get(slug);
  if (!url) throw new Error(`The dataset has no article ${JSON.stringify(slug)}.`);
  return url;
}

function needsFirst<T extends { slug: string }>(rows: T[], need: (row: T) => string | null): T[] {
  return inOrder(
    rows,
    row => row.slug,
    row => [need(row)].filter(slug => slug !== null),
  ).ordered;
}
