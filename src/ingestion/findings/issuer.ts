import type { EntityManager } from 'typeorm';
import { uuidV5 } from '../../platform/ids';
import { latin } from '../assign/latin';
import { insertRows } from '../record/insert-rows';
import { FINDING_NAMESPACE } from './citing';
import type { Said } from './office';
import type { UnreadArticle } from './unread-article';

/** Words that tell what a body is; the first that fits. What none fits is a body of a state. */
const KINDS: readonly (readonly [kind: string, expression: RegExp])[] = [
  [
    'INTERGOVERNMENTAL_ORGANISATION',
    /\b(?:united nations|u\.?n\.?|nato|european (?:union|commission|council)|e\.?u\.?|unicef|unhcr|world health organi[sz]ation|african union|interpol|osce|iaea|arab league|world bank)(?![\w-])/i,
  ],
  [
    'NON_GOVERNMENTAL_ORGANISATION',
    /\b(?:red cross|red crescent|amnesty international|human rights watch|doctors without borders|white helmets|save the children)\b/i,
  ],
  [
    'NON_STATE_GROUP',
    /\b(?:hamas|hezbollah|taliban|islamic state|isis|isil|al[- ]qaeda|al[- ]shabaab|boko haram|houthis?|rebels?|militants?|insurgents?|separatists?|guerrillas?|militias?)\b/i,
  ],
  ['RELIGIOUS_INSTITUTION', /\b(?:vatican|holy see|pope|archbishop|bishop|patriarch|church|diocese)\b/i],
  [
    'SUBNATIONAL_AUTHORITY',
    /\b(?:mayor|city|county|municipal|sheriff['’]?s?|deput(?:y|ies)|governor|trooper|highway patrol|state police|town|borough|provinc(?:e|ial)|regional|district|local|coroner|medical examiner|fire (?:department|brigade|service|chief)|firefighters?|hospital|medical cent(?:er|re)|police (?:department|bureau|chief)|council(?:man|woman|l?or)?|alderman)\b/i,
  ],
];

/** What is the same everywhere under one name; the others differ from country to country. */
const WORLDWIDE = ['INTERGOVERNMENTAL_ORGANISATION', 'NON_GOVERNMENTAL_ORGANISATION', 'NON_STATE_GROUP', 'RELIGIOUS_INSTITUTION'];

/** Whose statement it is. */
export interface Issuer {
  id: string;
  name: string;
}

/** An actor that is to be made. */
interface NewActor {
  name: string;
  kind: string;
  country: string | null;
  source: string | null;
}

/**
 * Finds the actor that issues a statement, or makes it: the body that is named; where only an office of a known country is, that country; else the
 * office and the name as they are written. An actor of that name serves where it is of the same country, or of a kind that is the same everywhere. A body whose country nobody
 * says is one of this story alone: there are many interior ministries.
 */
export async function issuerOf(db: EntityManager, { storyId, source }: UnreadArticle, said: Said | null): Promise<Issuer> {
  if (!said) return channelOwner(db, source);
  const kind = kindOf([said.organisation, said.role, said.speaker].filter(Boolean).join(' '), said.country);
  const country = WORLDWIDE.includes(kind) ? null : said.country;
  const body = said.organisation ?? (said.person ? null : said.speaker);
  const ofState = body === null && kind === 'STATE' && country !== null ? await nameOfCountry(db, country) : null;
  const name = ofState ?? body ?? [said.role, said.speaker].filter(Boolean).join(' ');
  const [known] = await db.query<Issuer[]>(
    `select min(id::text) as id, min(name) as name from actor
     where lower(name) = lower($1) and kind <> 'OUTLET' and (country_code = $2 or (country_code is null and kind = any($3))) having count(*) = 1`,
    [name, country, WORLDWIDE],
  );
  if (known) return known;
  const scope = country ?? (WORLDWIDE.includes(kind) ? 'everywhere' : storyId);
  return makeActor(
    db,
    { name: name.charAt(0).toUpperCase() + name.slice(1), kind, country, source: null },
    `${name.toLowerCase()} ${scope}`,
  );
}

/** Police and their ranks, where no country is named, are taken for those of a place. */
const LOCAL = /\b(?:police|sergeant|detective|constable)\b/i;

function kindOf(words: string, country: string | null): string {
  if (country === null && LOCAL.test(words)) return 'SUBNATIONAL_AUTHORITY';
  return KINDS.find(([, expression]) => expression.test(words))?.[0] ?? 'STATE';
}

async function nameOfCountry(db: EntityManager, code: string): Promise<string | null> {
  const [row] = await db.query<{ name: string }[]>(`select name from country where code = $1`, [code]);
  return row?.name ?? null;
}

/** The actor whose own channel a source is. */
async function channelOwner(db: EntityManager, { id, name, kind, country }: UnreadArticle['source']): Promise<Issuer> {
  const [owner] = await db.query<Issuer[]>(`select id, name from actor where source_id = $1 order by created_at, id limit 1`, [id]);
  if (owner) return owner;
  const kinds: Record<string, string> = { INTERGOVERNMENTAL: 'INTERGOVERNMENTAL_ORGANISATION', NON_STATE_GROUP: 'NON_STATE_GROUP' };
  return makeActor(db, { name, kind: kinds[kind] ?? 'STATE', country, source: id }, id);
}

async function makeActor(db: EntityManager, { name, kind, country, source }: NewActor, what: string): Promise<Issuer> {
  const id = uuidV5(FINDING_NAMESPACE, `actor ${what}`);
  const slug = `${(
    latin(name)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? ['actor']
  )
    .join('-')
    .slice(0, 60)}-${id.slice(0, 8)}`;
  await insertRows(
    db,
    'actor',
    [{ id, slug, name, kind, country_code: country, source_id: source, created_at: new Date() }],
    'on conflict do nothing',
  );
  return { id, name };
}
