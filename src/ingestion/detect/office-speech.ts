import type { SpeechMention } from './attributed-speech';
import { quotationsOf, type Quotation } from './quotations';
import { type Sentence, sentencesOf } from './sentences';
import type { Speaker } from './speaker';

/** How a language brings in what someone says by an office. Strings are patterns without groups. */
export interface SpeechGrammar {
  /** Verbs that bring in what is said. */
  said: string;
  /** Verbs whose use is the statement: "a condamné". */
  acts: string;
  /** Who says nothing by such a verb: a court condemns to prison. */
  noActor: string;
  /** "According to", before the speaker. */
  according: string;
  /** Words at which a subject ends at the latest: its other verbs. */
  otherVerbs: string;
  /** Nouns for offices that people hold. */
  office: string;
  /** What makes of an office one of a club or a company. */
  noOffice: RegExp;
  /** What stands before a verb whose speaker follows and what is said after him: "как сообщил …, …". */
  as: RegExp;
  /** Nouns for public bodies. */
  body: string;
  /** What may stand before such a noun: articles, adjectives. */
  before: string;
  /** Articles and prepositions that are no part of a name. */
  article: RegExp;
  /** Words after which a capital belongs to the office: "de", "du". */
  linking: RegExp;
  /** Capitals that are no part of a person's name. */
  noName: RegExp;
  /** The conjunction before a clause that is said: "que". */
  that: RegExp;
  /** Pronouns for one who spoke before. */
  pronoun: RegExp;
  /** Where the words for a speaker end: a time, a place, a listener. */
  end: RegExp;
  /** What leads a sentence in before its subject. */
  lead: RegExp;
  /** A person's name in its plain form, where the grammar bends it. */
  personName: (name: string, according: boolean) => string;
  /** The same for the words for a body or an office. */
  bodyName: (name: string) => string;
  /** Countries by the adjectives and names that tell them. */
  countries: Readonly<Record<string, string>>;
}

const END = '(?![\\p{L}])';
const START = '(?<![\\p{L}-])';
/** Fewer words than these are no statement. */
const FEWEST_WORDS = 2;
const LONGEST_SPEAKER = 140;

/** Finds what is quoted and reported in a text, with who speaks; only speakers that the grammar can tell are given. */
export function officeSpeechIn(text: string, grammar: SpeechGrammar): SpeechMention[] {
  const sentences = sentencesOf(text);
  const quotations = quotationsOf(text, sentences);
  const read = sentenceReader(grammar);
  const known = new Map<string, Speaker>();
  let last: Speaker | null = null;
  const found: SpeechMention[] = [];
  for (const sentence of sentences) {
    const inside = quotations.filter(({ start, end }) => start < sentence.end && end > sentence.start);
    const said = read(text, sentence, inside);
    if (!said) continue;
    const surname = said.speaker?.name.split(' ').at(-1) ?? '';
    const speaker: Speaker | null = said.speaker ? (said.speaker.official ? said.speaker : (known.get(surname) ?? said.speaker)) : last;
    if (!speaker) continue;
    if (speaker.person) {
      last = speaker;
      known.set(surname, speaker);
    }
    found.push({ speaker, sentence: sentence.text, ...wordsOf(text, sentence, inside, said, grammar) });
  }
  return found.filter(({ quote }) => quote.split(/\s+/).length >= FEWEST_WORDS);
}

interface Said {
  /** Null for a pronoun. */
  speaker: Speaker | null;
  /** Where the clause stands that is said. */
  start: number;
  end: number;
}

type SentenceReader = (text: string, sentence: Sentence, inside: readonly Quotation[]) => Said | null;

function sentenceReader(grammar: SpeechGrammar): SentenceReader {
  const verb = new RegExp(`${START}(?:(?<said>${grammar.said})|(?<acts>${grammar.acts}))${END}`, 'giu');
  const according = new RegExp(
    `(?<=^|,\\s)(?:${grammar.according})\\s+(?<who>[^,;:¤]{2,${LONGEST_SPEAKER}}?(?:,\\s+\\p{Lu}[\\p{L}’'-]+(?:\\s+\\p{Lu}[\\p{L}’'-]+){1,3}(?=,))?)(?=,|;|[.!?]?$)`,
    'u',
  );
  const cut = new RegExp(`\\s(?:${grammar.otherVerbs})${END}[^]*$`, 'iu');
  const noActor = new RegExp(`${START}(?:${grammar.noActor})${END}`, 'iu');
  const speakerOf = speakerReader(grammar);
  return (text, sentence, inside) => {
    const words = withoutQuotations(sentence, inside);
    const source = according.exec(words);
    const who = source?.groups?.who;
    if (source && who) {
      const speaker = speakerOf(who, true);
      if (!speaker?.official) return null;
      const behind = sentence.start + source.index + source[0].length;
      return source.index === 0
        ? { speaker, start: behind, end: sentence.end }
        : { speaker, start: sentence.start, end: sentence.start + source.index };
    }
    for (const match of words.matchAll(verb)) {
      const before = words.slice(0, match.index);
      const after = words.slice(match.index + match[0].length);
      if (grammar.as.test(before)) {
        const comma = after.indexOf(',');
        const speaker = comma > 0 ? speakerOf(after.slice(0, comma), false) : null;
        if (speaker?.official) return { speaker, start: sentence.start + match.index + match[0].length + comma, end: sentence.end };
        continue;
      }
      const behind = /[,»”"¤!?]\s*(?:[—–-]\s*)?$/u.test(before) && !/^\s*[,:]/.test(after) ? speakerOf(after, false) : null;
      const inverted = behind !== null && (behind.official || /[»”"¤][,.!?]?\s*(?:[—–-]\s*)?$/u.test(before));
      const subject = inverted ? null : before.replace(grammar.lead, '').replace(cut, '');
      if (match.groups?.acts && (inverted || noActor.test(before))) continue;
      const place = { start: sentence.start + match.index + (match.groups?.acts ? 0 : match[0].length), end: sentence.end };
      if (subject !== null && grammar.pronoun.test(subject.trim())) return { speaker: null, ...place };
      const speaker = inverted ? behind : speakerOf(subject ?? '', false);
      if (!speaker) continue;
      return inverted
        ? { speaker, start: sentence.start, end: sentence.start + before.trimEnd().replace(/[,\s—–-]+$/u, '').length }
        : { speaker, ...place };
    }
    return null;
  };
}

/** Reads office and name out of the words for a speaker: "la maire de Nantes, Lucie Garnier, lundi". */
function speakerReader(grammar: SpeechGrammar): (words: string, according: boolean) => Speaker | null {
  const head = new RegExp(`^(?:(?:${grammar.before})\\s*)*?(?<office>${grammar.office})${END}`, 'iu');
  const bodyHead = new RegExp(`^(?:(?:${grammar.before})\\s*)*?(?<body>${grammar.body})${END}`, 'iu');
  const anyBody = new RegExp(`${START}(?:${grammar.body})${END}[^,]*`, 'iu');
  const name = /(?:(?<=^|\s)\p{Lu}[\p{L}’'-]+\.?(?:\s+(?:de|van|von|al|el|ben|bin|аль|эль|фон|де)(?=\s+\p{Lu}))?(?:\s+|$))+$/u;
  const leadingAside = new RegExp(`^${grammar.end.source}`, grammar.end.flags);
  const countryOf = (words: string): string | null =>
    Object.entries(grammar.countries).find(([word]) => new RegExp(`${START}${word}`, 'iu').test(words))?.[1] ?? null;
  const nameIn = (words: string): string => {
    const match = name.exec(words.trim());
    if (!match) return '';
    const ahead = words.trim().slice(0, match.index);
    const parts = match[0]
      .trim()
      .split(/\s+/)
      .filter(part => !grammar.noName.test(part));
    return (grammar.linking.test(ahead) ? parts.slice(1) : parts).join(' ');
  };
  return (words, according) => {
    const parts = (` ${words.trimStart()}`.replace(leadingAside, ' ').trimStart().split(grammar.end)[0] ?? '')
      .slice(0, LONGEST_SPEAKER)
      .split(/\s*[,(]\s*/)
      .map(part => part.replace(/[.:;!?—–\s«]+$/u, '').trim());
    const [first = ''] = parts;
    const plain = first.replace(grammar.article, '');
    if (!plain) return null;
    const at = parts.slice(0, 3).findIndex(part => head.test(part));
    if (at >= 0) {
      const office = (parts[at] ?? '').replace(grammar.article, '');
      if (grammar.noOffice.test(office)) return null;
      const beside = [parts[at + 1], parts[at - 1]].find(part => part && nameIn(part) === part);
      const own = beside ? '' : nameIn(office);
      const person = grammar.personName(beside ?? own, according && own !== '');
      const role = (own ? office.slice(0, office.lastIndexOf(own)) : office).trim();
      const name = person || grammar.bodyName(role);
      return {
        name,
        person: person !== '',
        role,
        organisation: anyBody.exec(role)?.[0].trim() ?? null,
        country: countryOf(role),
        official: true,
      };
    }
    if (bodyHead.test(first)) {
      const body = grammar.bodyName(plain);
      return { name: body, person: false, role: null, organisation: body, country: countryOf(plain), official: true };
    }
    const alone = nameIn(plain);
    return alone && alone === plain ? { name: alone, person: true, role: null, organisation: null, country: null, official: false } : null;
  };
}

/** The sentence with what stands between quotation marks struck out, no offset moved. */
function withoutQuotations(sentence: Sentence, inside: readonly Quotation[]): string {
  let words = sentence.text;
  for (const { start, end } of inside) {
    const from = Math.max(0, start - sentence.start);
    const to = Math.min(words.length, end - sentence.start);
    words = words.slice(0, from) + '¤'.repeat(Math.max(0, to - from)) + words.slice(to);
  }
  return words;
}

/** What is said: the quotations where they make up most of it, else the clause. */
function wordsOf(
  text: string,
  sentence: Sentence,
  inside: readonly Quotation[],
  said: Said,
  { that }: SpeechGrammar,
): { start: number; end: number; quote: string; direct: boolean } {
  const within = inside.filter(({ start, end }) => start >= sentence.start && end <= sentence.end + 1);
  const quoted = within.reduce((sum, { start, end }) => sum + end - start, 0);
  const [first] = within;
  const lastOne = within.at(-1);
  const direct = first !== undefined && lastOne !== undefined && quoted > (said.end - said.start) * 0.5;
  const raw = direct ? text.slice(first.start, lastOne.end) : text.slice(said.start, said.end);
  const quote = raw.replace(/^[\s,:«“"—–-]+|[\s,»”"—–-]+$/gu, '').replace(direct ? /$^/ : that, '');
  const start = (direct ? first.start : said.start) + raw.indexOf(quote);
  return { start, end: start + quote.length, quote, direct };
}
