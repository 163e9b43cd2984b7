import { countries } from '../../migrations/1711100000002-countries';
import { diceFor } from './dice';
import { names } from './prose';
import type { Row } from './row';
import { languages } from './words';

/** Who publishes and who speaks, the same in each size. */
export interface Cast {
  sources: (Row & { id: string; slug: string; name: string; country_code: string | null })[];
  outlets: Cast['sources'];
  actors: (Row & { id: string; name: string })[];
  feeds: Row[];
  polls: Row[];
}

const sourceCount = 300;
const officialCount = 110;
const actorCount = 400;
const pollsOfAFeed = 120;
const states = countries.filter(([, , , standing]) => standing !== null);
const created = new Date('2023-12-01T00:00:00Z');

/** Makes them: outlets of all countries; the press offices of 110 states, each polled now and then; every state, and others, as actors. */
export function castOf(): Cast {
  const dice = diceFor('cast');
  const sources = Array.from({ length: sourceCount }, (_, at) => {
    const official = at < officialCount;
    const [code, country] = official ? (states[at] ?? dice.pick(states)) : dice.frequent(states);
    const name = official
      ? `Press office of ${country}`
      : `${dice.pick(names)} ${dice.pick(['News', 'Times', 'Post', 'Agency', 'Radio', 'Daily'])}`;
    return {
      id: dice.uuid(),
      slug: `bench-source-${at + 1}`,
      name,
      kind: official ? 'GOVERNMENT' : dice.pick(['NEWS_OUTLET', 'NEWS_OUTLET', 'NEWS_AGENCY', 'BROADCASTER']),
      role: official ? 'OFFICIAL_ISSUER' : 'PUBLISHER',
      country_code: code,
      homepage: `https://source-${at + 1}.example/`,
      language: dice.pick(languages).code,
      created_at: created,
    };
  });
  const actors = Array.from({ length: actorCount }, (_, at) => {
    const state = states[at];
    const kind = state
      ? 'STATE'
      : dice.pick(['INTERGOVERNMENTAL_ORGANISATION', 'NON_STATE_GROUP', 'NON_GOVERNMENTAL_ORGANISATION', 'SUBNATIONAL_AUTHORITY']);
    return {
      id: dice.uuid(),
      slug: state ? `bench-actor-${state[0].toLowerCase()}` : `bench-actor-${at + 1}`,
      name: state ? state[1] : `${dice.pick(names)} ${dice.pick(['Council', 'Front', 'Union', 'Organisation', 'Movement'])}`,
      kind,
      country_code: state?.[0] ?? (kind === 'SUBNATIONAL_AUTHORITY' ? dice.pick(states)[0] : null),
      source_id: at < officialCount ? (sources[at]?.id ?? null) : null,
      created_at: created,
    };
  });
  const polls: (Row & { at: Date })[] = [];
  const feeds = sources.slice(0, officialCount).map(({ id, homepage }) => {
    const feedId = dice.uuid();
    const own = Array.from({ length: pollsOfAFeed }, (_, at) => ({
      feed_id: feedId,
      id: dice.uuid(),
      at: new Date(Date.UTC(2024, 2, 1) + (at * 7 * 24 + dice.below(100)) * 3_600_000),
      outcome: dice.pick(['READ', 'NOT_MODIFIED', 'NOT_MODIFIED', 'UNCHANGED', 'FAILED']),
      http_status: 200,
      duration_ms: dice.between(20, 900),
    }));
    polls.push(...own);
    return {
      id: feedId,
      url: `${homepage}feed.xml`,
      url_key: dice.uuid(),
      host: new URL(homepage).hostname,
      source_id: id,
      format: 'RSS',
      status: 'PAUSED',
      last_succeeded_at: own.findLast(({ outcome }) => outcome !== 'FAILED')?.at ?? null,
      created_at: created,
    };
  });
  return { sources, outlets: sources.slice(officialCount), actors, feeds, polls };
}
