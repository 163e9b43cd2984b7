import { ENGLISH_PRONOUN } from './english-speech';
import type { Sentence } from './sentences';
import { type Speaker, speakerOf } from './speaker';

/** The people whom a text has named so far, so that "Fanning" later on is Constable Tim Fanning of the Vancouver police. */
export interface KnownSpeakers {
  know: (speaker: Speaker) => Speaker;
}

/** Begins with nobody known. */
export function knownSpeakersOf(text: string): KnownSpeakers {
  const names = new Map<string, Speaker>();
  return {
    know(speaker) {
      if (!speaker.person) return speaker;
      const key = speaker.name.split(' ').at(-1)?.toLowerCase() ?? '';
      const before = names.get(key);
      const known = before ? joined(speaker, before) : speaker.role && speaker.name.includes(' ') ? speaker : fullNameIn(text, speaker);
      names.set(key, known);
      return known;
    },
  };
}

function joined(speaker: Speaker, before: Speaker): Speaker {
  return {
    ...speaker,
    name: before.name.length > speaker.name.length ? before.name : speaker.name,
    role: speaker.role ?? before.role,
    organisation: speaker.organisation ?? before.organisation,
    country: speaker.country ?? before.country,
    official: speaker.official || before.official,
  };
}

const SUBJECT =
  /^(?:(?:In|On|At|During|After|For|Meanwhile|But|And|While|As|When)\b[^,]{0,60},?\s+)?(?<subject>(?:The\s+)?(?:[\p{Ll}]+\s+){0,2}(?:\p{Lu}[\p{L}’'.-]*\s+){0,4}\p{Lu}[\p{L}’'-]+)(?:,\s*(?<beside>[^,]{3,80}),)?/u;

/** Whom a sentence is about: the name that it begins with. */
export function subjectOf(sentence: Sentence | undefined): Speaker | null {
  const groups = sentence && SUBJECT.exec(sentence.text)?.groups;
  if (!groups?.subject) return null;
  const speaker = speakerOf({ text: groups.subject, beside: groups.beside ?? '' });
  return speaker.person &&
    !ENGLISH_PRONOUN.test(speaker.name) &&
    (speaker.name.includes(' ') || speaker.role || /\b(?:Mr|Mrs|Ms|Dr)\b/.test(groups.subject))
    ? speaker
    : null;
}

/** The full name and office under which a text first names someone it later calls by one name. */
function fullNameIn(text: string, speaker: Speaker): Speaker {
  const last = speaker.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const full = new RegExp(
    `(?<ahead>(?:[\\p{L}’'.-]+\\s+){0,6})(?<name>(?:\\p{Lu}[\\p{L}’'-]+\\.?\\s+){1,2}(?:\\p{Lu}\\.\\s+)?${last})(?![\\p{L}])(?:,\\s*(?<beside>[^.;“”"]{3,80}))?`,
    'u',
  ).exec(text);
  if (!full?.groups) return speaker;
  const found = speakerOf({
    text: `${(full.groups.ahead ?? '').replace(/^[\s\S]*(?:\n|\p{L}{4,}[.!?]\s)/u, '')}${full.groups.name ?? ''}`.trim(),
    beside: full.groups.beside ?? '',
  });
  if (!found.person || !found.name.endsWith(speaker.name)) return speaker;
  return {
    ...found,
    role: speaker.role ?? found.role,
    organisation: speaker.organisation ?? found.organisation,
    country: speaker.country ?? found.country,
    official: speaker.official || found.official,
  };
}
