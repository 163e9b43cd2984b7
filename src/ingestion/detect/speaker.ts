import { countryIn } from './english-countries';
import {
  ENGLISH_BODY,
  ENGLISH_INNER_TITLE as INNER_TITLE,
  ENGLISH_OUTLET,
  ENGLISH_ROLE,
  ENGLISH_TITLE,
  roleOfTitle,
} from './english-offices';
import type { SpeakerPhrase } from './speaker-phrase';

/** Who speaks and by what office. */
export interface Speaker {
  /** The name of a person, or the words for a body: "Mike Baker", "police", "interior ministry". */
  name: string;
  person: boolean;
  role: string | null;
  organisation: string | null;
  country: string | null;
  /** Whether the office makes the word official. */
  official: boolean;
}

const PARTICLE = 'de|la|del|della|da|dos|van|von|der|den|bin|ibn|al|el|ul|ur|le|du';
const NAME = new RegExp(`(?:\\p{Lu}[\\p{L}’'.-]*\\s+(?:(?:${PARTICLE})\\s+){0,2}){0,4}(?:\\p{Ll}+-)?\\p{Lu}[\\p{L}’'-]*\\.?$`, 'u');
/** "Al Jazeera's Sherine Tadros": whose reporter, minister or spokesman the name belongs to. */
const OWNER = /^(?:\p{Lu}[\p{L}.&-]*\s+){0,3}\p{Lu}[\p{L}.&-]*[’']s?\s+(?=\p{Lu})/u;
/** "Secretary of State Laura Pike". */
const OFFICE_OF =
  /^(?:[Tt]he\s+)?(?<role>(?:[\p{L}.-]+\s+){0,3}(?:[Ss]ecretary|[Mm]inister|[Dd]irector|[Cc]hief|[Hh]ead|[Cc]ommissioner)\s+of\s+(?:the\s+)?\p{L}+)\s+(?<name>\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]+)+)$/u;
const BODY_NAME =
  /\b(?:Ministry|Department|Police|Office|Agency|Bureau|Council|Commission|Court|Party|Times|Post|News|Journal|Press|Campaign|Committee|Institute|University|Group|Association|Union|House|Senate|Congress|Army|Navy|Force|Guard|Center|Centre|Survey|Service|Services|Hospital|School|Republicans|Democrats|Administration|Foundation|Company|Corp|Inc|Bank|Nations|State|Tribune|Herald|Magazine|Network|CNN|BBC|Reuters|Foundation|League|Authority|Board|Pentagon|Kremlin|Embassy|Americans|Twitter|Facebook)\b|^\p{Lu}{2,}$/u;

/** Reads a speaker and the office out of the words that name them. */
export function speakerOf({ text, beside }: SpeakerPhrase): Speaker {
  const plain = text
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/[’']s$/, '')
    .trim();
  const office = OFFICE_OF.exec(plain)?.groups;
  if (office?.name && office.role) return personOf(office.name, office.role, beside);
  const [full = ''] = NAME.exec(plain) ?? [];
  let name = full.replace(OWNER, '');
  const titles: string[] = [];
  for (let match = ENGLISH_TITLE.exec(name); match && !BODY_NAME.test(name); match = ENGLISH_TITLE.exec(name)) {
    const title = match[0].trim();
    const role = roleOfTitle(title);
    if (role) titles.push(role);
    name = name.slice(match[0].length);
  }
  name = name.replace(
    /^(?:The|A|An|In|On|But|And|While|As|When|For|At|After|Since|If|So|Yet|Then|However|Meanwhile|Later)\s+(?=\p{Lu})/u,
    '',
  );
  const ahead = plain.slice(0, plain.length - (OWNER.test(full) ? full.replace(OWNER, '').length : full.length)).trim();
  const inner = INNER_TITLE.exec(name);
  if (inner) {
    const role = roleOfTitle((inner.groups?.title ?? '').trim());
    if (role) titles.push(`${(inner.groups?.body ?? '').trim()} ${role}`.trim());
    name = name.slice(inner[0].length);
  }
  const person =
    /^\p{Lu}/u.test(name) &&
    !BODY_NAME.test(name) &&
    !ENGLISH_OUTLET.test(name) &&
    !(!name.includes(' ') && ENGLISH_BODY.test(name)) &&
    !/^(?:The|A|An)\b/.test(full) &&
    !/\b(?:of|for|in|at|from|with|the)$/i.test(ahead);
  return person ? personOf(name, [ahead, ...titles].join(' ').trim(), beside) : bodyOf(plain, beside);
}

function personOf(name: string, ahead: string, beside: string): Speaker {
  const role = roleIn(ahead) ?? roleIn(beside);
  const words = `${ahead} ${beside}`;
  return {
    name: name.replace(/[.,]+$/, ''),
    person: true,
    role: role?.role ?? null,
    organisation: role?.organisation ?? bodyIn(ahead) ?? bodyIn(beside),
    country: countryIn(words),
    official: Boolean(role) || ENGLISH_BODY.test(words),
  };
}

function bodyOf(text: string, beside: string): Speaker {
  const name = withoutArticle(text);
  const isOffice = ENGLISH_BODY.test(name) && !ENGLISH_OUTLET.test(name);
  const role = /\b(?:spokes|minister|president|governor|mayor|chief|officer|officials?|ambassador|commander|coroner)/i.test(name)
    ? roleIn(name)
    : null;
  return {
    name,
    person: false,
    role: role?.role ?? null,
    organisation: role?.organisation ?? (isOffice ? name : null),
    country: countryIn(`${text} ${beside}`),
    official: isOffice,
  };
}

function roleIn(words: string): { role: string; organisation: string | null } | null {
  const { role, organisation } = ENGLISH_ROLE.exec(words)?.groups ?? {};
  if (!role) return null;
  return { role: withoutArticle(role).toLowerCase(), organisation: organisation ? withoutArticle(organisation) : bodyIn(role) };
}

function bodyIn(words: string): string | null {
  const match =
    /(?:\p{Lu}[\p{L}.]*\s+){0,3}(?:(?:\p{L}+\s+)?(?:[Pp]olice|[Mm]inistry|[Dd]epartment|[Ss]heriff['’]s [Oo]ffice|[Aa]rmy|[Mm]ilitary|[Gg]overnment|[Ff]ire (?:[Dd]epartment|[Bb]rigade)))\b/u.exec(
      words,
    );
  return match ? withoutArticle(match[0]) : null;
}

function withoutArticle(words: string): string {
  return words.replace(/^(?:the|an?|his|her|their|one|its|both|two|another|several|some)\s+/i, '').trim();
}
