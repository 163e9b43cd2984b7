import { hash } from 'node:crypto';
import type { MadeArticle } from './article-rows';
import type { Cast } from './cast';
import type { Dice } from './dice';
import { clocksOf, later, momentIn, type Precision, type Span } from './moments';
import { languageOf, names, type Topic, write } from './prose';
import type { Row } from './row';
import type { StorySize } from './sizes';
import { languages } from './words';

/** A story while its facts are made. */
export interface Telling {
  dice: Dice;
  cast: Cast;
  topic: Topic;
  span: Span;
  size: StorySize;
  storyId: string;
  articles: readonly MadeArticle[];
}

/** The facts of one story, by table. */
export type FactRows = Record<
  'event' | 'statement' | 'figure' | 'claim' | 'claim_assessment' | 'position' | 'citation' | 'retraction',
  Row[]
>;

type Fact = Row & { id: string; key: string; supersedes_id: string | null; reported_at: Date; recorded_at: Date };

const english = languages[0]!;
const eventKinds = ['ATTACK', 'FIRE', 'RESCUE', 'WARNING', 'SECURITY_OPERATION', 'DETENTION', 'INVESTIGATION', 'COURT_HEARING', 'MOURNING', 'DIPLOMACY', 'OTHER']; // prettier-ignore
const stances = ['CONDEMNATION', 'CONDOLENCES', 'SOLIDARITY', 'COMMENT', 'ANNOUNCEMENT', 'ACCUSATION', 'DENIAL', 'OFFER_OF_ASSISTANCE', 'WARNING', 'DEMAND', 'TRAVEL_ADVICE']; // prettier-ignore
const channels = ['PRESS_RELEASE', 'SOCIAL_MEDIA', 'PRESS_BRIEFING', 'INTERVIEW', 'SPEECH', 'LETTER'];
const metrics = ['KILLED', 'KILLED', 'INJURED', 'HOSPITALISED', 'MISSING', 'CHILDREN_KILLED', 'IDENTIFIED', 'DETAINED'];
const claimKinds = ['RESPONSIBILITY', 'INVOLVEMENT', 'FOREKNOWLEDGE', 'MOTIVE', 'FIGURE', 'CONDUCT', 'OTHER'];
const countries = ['RU', 'UA', 'US', 'FR', 'DE', 'TR', 'IN', 'BR', 'NG', 'JP'];
/** One in a hundred facts corrects another, one in a hundred is withdrawn. */
const rare = 0.01;

/** Makes all facts of a story, each cited. */
export function makeFacts(telling: Telling): FactRows {
  const event = chain(telling, telling.size.events, 'event', at => makeEvent(telling, at));
  const statement = chain(telling, telling.size.statements, 'statement', (at, before) => makeStatement(telling, at, event, before));
  const figure = chain(telling, telling.size.figures, 'figure', at => makeFigure(telling, at, event));
  const claims = Array.from({ length: telling.size.claims }, (_, at) => makeClaim(telling, at, event, statement));
  const position = claims.flatMap(({ positions }) => positions);
  const facts = [...event, ...statement, ...figure, ...position];
  return {
    event,
    statement,
    figure,
    claim: claims.map(({ claim }) => claim),
    claim_assessment: claims.flatMap(({ assessments }) => assessments),
    position,
    citation: facts.flatMap(fact => makeCitations(telling, fact)),
    retraction: facts.filter(() => telling.dice.chance(rare)).map(fact => makeRetraction(telling, fact)),
  };
}

/** Facts of one kind, of which some correct an earlier one: the same key, reported later. */
function chain<T extends Fact>(telling: Telling, count: number, kind: string, make: (at: number, before: readonly T[]) => T): T[] {
  const made: T[] = [];
  const corrected = new Set<string>();
  for (let at = 0; at < count; at += 1) {
    const fact = make(at, made);
    const older = made.length > 0 && telling.dice.chance(rare) ? telling.dice.pick(made) : undefined;
    if (older && !corrected.has(older.id)) {
      corrected.add(older.id);
      Object.assign(
        fact,
        { key: older.key, supersedes_id: older.id },
        clocksOf(later(older.reported_at, telling.dice.between(2, 20)), 'MINUTE'),
      );
      if ('public_at' in fact && kind === 'event' && fact['occurred_by']! > fact['public_at']!)
        Object.assign(fact, { public_at: fact['occurred_by'] });
    } else fact.key = `${telling.size.slug}-${kind}-${at + 1}`;
    made.push(fact);
  }
  return made;
}

function common({ dice, storyId }: Telling, at: Date, precision: Precision) {
  return {
    story_id: storyId,
    id: dice.uuid(),
    key: '',
    content_hash: hash('sha256', `${storyId} ${dice.next()}`),
    method: 'RECORDED',
    ...clocksOf(at, precision),
    supersedes_id: null as string | null,
  };
}

function precisionOf(dice: Dice): Precision {
  return dice.pick(['MINUTE', 'MINUTE', 'HOUR', 'DAY', 'DAY']);
}

function makeEvent(telling: Telling, at: number) {
  const { dice, topic, span } = telling;
  const occurredAt = at === 0 ? new Date(span.from) : momentIn(dice, span);
  const fact = common(telling, later(occurredAt, dice.next() * 2), at === 0 ? 'MINUTE' : precisionOf(dice));
  const occurredBy = clocksOf(occurredAt, fact.precision).public_at;
  const placed = dice.chance(0.8);
  return {
    ...fact,
    public_at: fact.public_at > occurredBy ? fact.public_at : occurredBy,
    kind: at === 0 ? 'ATTACK' : dice.pick(eventKinds),
    title: write(dice, english, topic, dice.between(40, 90)),
    summary: dice.chance(0.9) ? write(dice, english, topic, dice.between(150, 350)) : null,
    occurred_at: occurredAt,
    occurred_by: occurredBy,
    ended_at: null,
    time_basis: 'STATED',
    report_basis: 'STATED',
    place_name: placed ? dice.pick(topic.names) : null,
    place_country_code: placed ? dice.pick(countries) : null,
    latitude: placed ? Math.round(dice.next() * 12_000) / 100 - 60 : null,
    longitude: placed ? Math.round(dice.next() * 30_000) / 100 - 150 : null,
    coordinate_basis: placed ? 'GENERAL_REFERENCE' : null,
  };
}

function makeStatement(telling: Telling, _at: number, events: readonly Fact[], before: readonly Fact[]) {
  const { dice, cast, topic, span } = telling;
  const issuedAt = momentIn(dice, span);
  const spoken = dice.chance(0.6);
  const target = dice.next();
  return {
    ...common(telling, issuedAt, precisionOf(dice)),
    issuer_id: dice.frequent(cast.actors).id,
    speaker_name: spoken ? `${dice.pick(names)} ${dice.pick(names)}` : null,
    speaker_role: spoken ? dice.pick(['President', 'Prime minister', 'Foreign minister', 'Spokesperson', 'Ambassador']) : null,
    issued_at: issuedAt,
    date_basis: 'STATED',
    channel: dice.frequent(channels),
    language: languageOf(dice).code,
    stances: [...new Set(Array.from({ length: dice.between(1, 3) }, () => dice.frequent(stances)))],
    summary: write(dice, english, topic, dice.between(190, 380)),
    detail: 'FULL',
    answers_event_id: target < 0.5 && events.length > 0 ? dice.frequent(events).id : null,
    answers_statement_id: target > 0.85 && before.length > 0 ? dice.pick(before).id : null,
  };
}

function makeFigure(telling: Telling, at: number, events: readonly Fact[]) {
  const { dice, cast, span } = telling;
  const value = 20 + Math.floor(at * 2.3) + dice.below(8);
  const [exact, least] = [dice.chance(0.85), dice.chance(0.2)];
  const official = dice.chance(0.6);
  const [actor, source] = [dice.frequent(cast.actors), dice.pick(cast.outlets)];
  return {
    ...common(telling, momentIn(dice, span), precisionOf(dice)),
    event_id: dice.frequent(events).id,
    metric: dice.pick(metrics),
    value: exact ? value : null,
    min: exact ? null : value,
    max: exact ? null : value + dice.between(1, 20),
    at_least: least,
    official,
    reporter_name: official ? actor.name : source.name,
    reporter_actor_id: official ? actor.id : null,
    reporter_source_id: official ? null : source.id,
    time_basis: 'ANNOUNCEMENT_DATE',
    note: null,
    sequence: null,
    ordinal: at + 1,
  };
}

function makeClaim(telling: Telling, at: number, events: readonly Fact[], statements: readonly Fact[]) {
  const { dice, cast, topic, span, size, storyId, articles } = telling;
  const id = dice.uuid();
  const holders = dice.between(1, 5);
  const positions = Array.from({ length: holders }, (_, number) => {
    const takenAt = momentIn(dice, span);
    const spoken = statements.length > 0 && dice.chance(0.75);
    return {
      ...common(telling, takenAt, precisionOf(dice)),
      key: `${size.slug}-position-${at + 1}-${number + 1}`,
      claim_id: id,
      holder_id: dice.frequent(cast.actors).id,
      polarity: dice.pick(['SUPPORTS', 'SUPPORTS', 'DISPUTES', 'DENIES']),
      taken_at: takenAt,
      evidence: dice.chance(0.5) ? write(dice, english, topic, 80) : null,
      basis_statement_id: spoken ? dice.pick(statements).id : null,
      basis_article_id: spoken ? null : dice.pick(articles).article.id,
    };
  });
  const first = positions.reduce((left, right) => (right.public_at < left ? right.public_at : left), positions[0]!.public_at);
  const assessedAt = later(first, dice.between(1, 90));
  const claim = {
    story_id: storyId,
    id,
    key: `${size.slug}-claim-${at + 1}`,
    content_hash: hash('sha256', id),
    kind: dice.pick(claimKinds),
    event_id: events.length > 0 && dice.chance(0.5) ? dice.frequent(events).id : null,
    proposition: write(dice, english, topic, dice.between(90, 180)),
    public_at: first,
    recorded_at: later(first, 0.2),
  };
  const assessment = {
    story_id: storyId,
    id: dice.uuid(),
    claim_id: id,
    status: dice.pick(['CONFIRMED', 'DISPUTED', 'UNVERIFIED', 'REFUTED']),
    note: write(dice, english, topic, 60),
    ...clocksOf(assessedAt, 'MINUTE'),
  };
  return { claim, positions, assessments: dice.chance(0.4) ? [assessment] : [] };
}

/** One to three documents: articles of the story, some with the very words, or pages that this system does not hold. */
function makeCitations({ dice, storyId, articles }: Telling, fact: Fact): Row[] {
  return Array.from({ length: dice.frequent([1, 2, 3]) }, (_, ordinal) => {
    const held = dice.chance(0.85) ? dice.pick(articles) : undefined;
    const text = held?.version.text ?? null;
    const from = text ? dice.below(text.length - 60) : 0;
    return {
      story_id: storyId,
      id: dice.uuid(),
      fact_id: fact.id,
      ordinal: ordinal + 1,
      kind: text ? 'SPAN' : 'LINK',
      url: held?.article.url ?? `https://elsewhere.example/${fact.id.slice(0, 13)}/${ordinal}`,
      article_id: held?.article.id ?? null,
      version: text ? 1 : null,
      span_start: text ? from : null,
      span_end: text ? from + 50 : null,
      span_hash: text ? hash('sha256', text.slice(from, from + 50)) : null,
      public_at: held?.article.public_at ?? null,
      recorded_at: fact.recorded_at,
    };
  });
}

function makeRetraction({ dice, storyId }: Telling, fact: Fact): Row {
  return {
    story_id: storyId,
    id: dice.uuid(),
    fact_id: fact.id,
    reason: 'The source withdrew it.',
    retracted_at: later(fact.recorded_at, dice.between(1, 100)),
  };
}
