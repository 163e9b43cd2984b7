import { ActorKind } from '../../actor/actor.entity';
import { ArticleDateBasis } from '../../article/article.entity';
import { Precision } from '../../article/precision';
import { ClaimKind, ClaimStatus } from '../../claim/claim.entity';
import { Polarity } from '../../claim/position.entity';
import { CoordinateBasis, EventKind, EventTimeBasis } from '../../event/event.entity';
import { FigureTimeBasis, Metric } from '../../figure/figure.entity';
import { periodEnd } from '../../platform/moment';
import { SourceKind, SourceRole } from '../../source/source.entity';
import { Channel, Stance, StatementDateBasis, StatementDetail } from '../../statement/stance';
import { RecordKind } from './record-kind';
import { checked, defaulted, list, object, optional, type ReadAs, required, unfit } from './shape';
import { address, choice, countryCode, degrees, flag, integer, language, moment, pageUrl, slug, text } from './value';

const key = text(200);
const precision = optional(choice(Precision));

const span = checked(
  object('citation', {
    url: required(pageUrl),
    version: optional(integer(1)),
    start: optional(integer(0)),
    end: optional(integer(1)),
  }),
  ({ start, end }) => {
    if ((start === null) !== (end === null)) throw unfit('A span needs both start and end.', start === null ? '.start' : '.end');
    if (start !== null && end !== null && start >= end)
      throw unfit(`The span ends at ${end}, which is not behind its start at ${start}.`, '.end');
  },
);
const citations = list(span, { least: 1, most: 100 });

const count = {
  metric: required(choice(Metric)),
  value: optional(integer(0)),
  min: optional(integer(0)),
  max: optional(integer(0)),
  atLeast: defaulted(flag, false),
};

function checkCount({ value, min, max }: { value: number | null; min: number | null; max: number | null }): void {
  if (value === null && min === null && max === null) throw unfit('A figure needs a number: give value, min or max.', '.value');
  if (min !== null && max !== null && min > max) throw unfit(`The least, ${min}, is more than the most, ${max}.`, '.min');
  if (value !== null && min !== null && value < min) throw unfit(`The value ${value} is less than the least, ${min}.`, '.value');
  if (value !== null && max !== null && value > max) throw unfit(`The value ${value} is more than the most, ${max}.`, '.value');
}

const place = checked(
  object('place', {
    name: required(text(500)),
    country: optional(countryCode),
    latitude: optional(degrees(90)),
    longitude: optional(degrees(180)),
    coordinateBasis: optional(choice(CoordinateBasis)),
  }),
  ({ latitude, longitude, coordinateBasis }) => {
    if ((latitude === null) !== (longitude === null)) throw unfit('A place needs both latitude and longitude, or neither.', '.latitude');
    if (latitude === null && coordinateBasis !== null) {
      throw unfit(`The basis ${coordinateBasis} is given for coordinates that are not.`, '.coordinateBasis');
    }
  },
);

/** How a record of each kind is read. The field that holds it is the kind in small letters. */
export const recordShapes = {
  [RecordKind.SOURCE]: object('source', {
    slug: required(slug),
    name: required(text(500)),
    kind: required(choice(SourceKind)),
    role: optional(choice(SourceRole)),
    country: optional(countryCode),
    homepage: optional(address),
    language: optional(language),
    pages: optional(list(address)),
  }),
  [RecordKind.ACTOR]: object('actor', {
    slug: required(slug),
    name: required(text(500)),
    kind: required(choice(ActorKind)),
    country: optional(countryCode),
    wikidataId: optional(wikidataId()),
    source: optional(slug),
  }),
  [RecordKind.STORY]: object('story', {
    slug: required(slug),
    headline: required(text(500)),
    summary: required(text(20_000)),
    reportedAt: optional(moment('precision')),
    precision,
  }),
  [RecordKind.ARTICLE]: object('article', {
    url: required(pageUrl),
    source: required(slug),
    story: optional(text(200)),
    key: optional(key),
    title: required(text(1000)),
    summary: optional(text(20_000)),
    text: optional(text(1_000_000)),
    language: optional(language),
    publishedAt: optional(moment('precision')),
    precision,
    dateBasis: optional(choice(ArticleDateBasis)),
    syndicatedFrom: optional(text(500)),
    mentions: optional(
      object('list of mentions', {
        countries: defaulted(list(countryCode), []),
        organisations: defaulted(list(text(500)), []),
        people: defaulted(list(text(500)), []),
      }),
    ),
    figures: optional(list(checked(object('figure', count), checkCount))),
  }),
  [RecordKind.EVENT]: checked(
    object('event', {
      key: required(key),
      story: required(text(200)),
      kind: required(choice(EventKind)),
      title: required(text(500)),
      summary: optional(text(20_000)),
      occurredAt: required(moment('precision')),
      precision,
      endedAt: optional(moment('endedPrecision')),
      endedPrecision: precision,
      timeBasis: defaulted(choice(EventTimeBasis), EventTimeBasis.STATED),
      reportedAt: optional(moment()),
      place: optional(place),
      parent: optional(key),
      citations: required(citations),
    }),
    ({ occurredAt, endedAt }) => {
      if (endedAt && periodEnd(endedAt.at, endedAt.precision) < occurredAt.at) throw unfit('The event ends before it begins.', '.endedAt');
    },
  ),
  [RecordKind.STATEMENT]: object('statement', {
    key: required(key),
    story: required(text(200)),
    issuer: required(slug),
    speaker: optional(object('speaker', { name: required(text(500)), role: optional(text(500)) })),
    issuedAt: required(moment('precision')),
    precision,
    dateBasis: defaulted(choice(StatementDateBasis), StatementDateBasis.STATED),
    channel: required(choice(Channel)),
    language: optional(language),
    stances: required(list(choice(Stance), { least: 1, most: 50 })),
    summary: required(text(20_000)),
    detail: defaulted(choice(StatementDetail), StatementDetail.FULL),
    answers: optional(
      checked(object('target of an answer', { event: optional(key), statement: optional(key) }), ({ event, statement }) => {
        if ((event === null) === (statement === null))
          throw unfit('A statement answers one event or one statement: give one of the two keys.');
      }),
    ),
    citations: required(citations),
  }),
  [RecordKind.FIGURE]: checked(
    object('figure', {
      key: required(key),
      story: required(text(200)),
      event: required(key),
      ...count,
      official: defaulted(flag, false),
      reporter: required(text(500)),
      reporterActor: optional(slug),
      reporterSource: optional(slug),
      reportedAt: required(moment('precision')),
      precision,
      timeBasis: defaulted(choice(FigureTimeBasis), FigureTimeBasis.REPORT_DATE),
      statedAsOf: optional(moment()),
      note: optional(text(20_000)),
      sequence: optional(integer(0)),
      citations: required(citations),
    }),
    checkCount,
  ),
  [RecordKind.CLAIM]: checked(
    object('claim', {
      key: required(key),
      story: required(text(200)),
      kind: required(choice(ClaimKind)),
      about: optional(key),
      proposition: required(text(2000)),
      status: optional(choice(ClaimStatus)),
      note: optional(text(20_000)),
      assessedAt: optional(moment('assessedPrecision')),
      assessedPrecision: precision,
    }),
    ({ status, note, assessedAt }) => {
      if (status === null && (note !== null || assessedAt !== null))
        throw unfit('A note or a time of assessment needs the status that was found.', '.status');
    },
  ),
  [RecordKind.POSITION]: checked(
    object('position', {
      key: optional(text(500)),
      story: required(text(200)),
      claim: required(key),
      statement: optional(key),
      article: optional(pageUrl),
      holder: optional(slug),
      polarity: required(choice(Polarity)),
      takenAt: optional(moment('precision')),
      precision,
      evidence: optional(text(20_000)),
      citations: optional(citations),
    }),
    ({ statement, article }) => {
      if ((statement === null) === (article === null))
        throw unfit('A position rests on one statement or one article: give one of the two.', '.statement');
    },
  ),
};

/** What a record of each kind reads as. */
export type Given = { [K in RecordKind]: ReadAs<(typeof recordShapes)[K]> };

/** A citation as it was given. */
export type GivenCitation = ReadAs<typeof span>;

function wikidataId() {
  return checked(text(20), read => {
    if (!/^Q[1-9]\d*$/.test(read)) throw unfit(`"${read}" is not an item of Wikidata: write it as in Q159.`);
  });
}
