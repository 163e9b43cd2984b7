import { ENGLISH_ACCORDING, ENGLISH_OTHER_SENSE, ENGLISH_PRONOUN, ENGLISH_SPEECH } from './english-speech';
import { type Quotation, quotationsOf } from './quotations';
import { type Sentence, sentencesOf, type Span } from './sentences';
import { type Speaker, speakerOf } from './speaker';
import { speakerAfter, speakerBefore, type SpeakerPhrase } from './speaker-phrase';

/** What someone says in a text; offsets in UTF-16. */
export interface StatementMention extends Span {
  speaker: Speaker | null;
  quote: string;
  /** Whether it stands between quotation marks. */
  direct: boolean;
}

interface Attribution {
  phrase: SpeakerPhrase | null;
  pronoun: boolean;
  cue: Span;
  /** Whether what is said follows the cue. */
  follows: boolean;
  saying: boolean;
  according: boolean;
}

/** Finds the quotations and the reported speech of an English text, with who speaks. */
export function statementsIn(text: string): StatementMention[] {
  const sentences = sentencesOf(text);
  const quotations = quotationsOf(text, sentences);
  const found: StatementMention[] = [];
  let last: Speaker | null = null;
  let lastPerson: Speaker | null = null;
  let lastParagraph = -2;
  const names = new Map<string, Speaker>();
  const know = (speaker: Speaker): Speaker => {
    const key = speaker.name.split(' ').at(-1)?.toLowerCase() ?? '';
    const before = names.get(key);
    const known: Speaker =
      before && speaker.person && before.person
        ? {
            ...speaker,
            name: before.name.length > speaker.name.length ? before.name : speaker.name,
            role: speaker.role ?? before.role,
            organisation: speaker.organisation ?? before.organisation,
            country: speaker.country ?? before.country,
            official: speaker.official || before.official,
          }
        : speaker.person && !speaker.name.includes(' ')
          ? fullNameIn(text, speaker)
          : speaker;
    if (known.person) names.set(key, known);
    return known;
  };
  for (const [index, sentence] of sentences.entries()) {
    const inside = quotations.filter(({ start, end }) => start < sentence.end && end > sentence.start);
    const attributions = attributionsIn(text, sentence, inside);
    const best = attributions.find(({ saying, according, phrase }) => (saying || according) && phrase) ?? attributions.find(({ saying }) => saying) ?? (inside.length > 0 ? attributions[0] : undefined);
    let speaker: Speaker | null = null;
    if (best?.phrase) speaker = know(speakerOf(best.phrase));
    else if (best?.pronoun) speaker = lastPerson ?? subjectOf(sentences[index - 1]);
    const starting = inside.filter(({ start }) => start >= sentence.start - 1);
    if (!speaker && starting.length > 0) {
      const next = sentences[index + 1];
      const nextAttribution = next && next.paragraph === sentence.paragraph ? attributionsIn(text, next, overlapping(quotations, next)).find(one => one.saying && (one.phrase || one.pronoun)) : undefined;
      if (last && sentence.paragraph - lastParagraph <= 1) speaker = last;
      else if (nextAttribution?.phrase) speaker = know(speakerOf(nextAttribution.phrase));
      else speaker = subjectOf(sentence.text.startsWith('“') || sentence.text.startsWith('"') ? sentences[index - 1] : sentence) ?? last;
      if (speaker) speaker = know(speaker);
    }
    const covering = inside.find(({ start, end }) => start <= sentence.start + 1 && end >= sentence.end - 2);
    const pieces = piecesOf(text, sentence, attributions, inside);
    for (const { attribution, ...piece } of pieces) {
      const own = attribution === best || !attribution.phrase ? speaker : know(speakerOf(attribution.phrase));
      found.push({ ...piece, speaker: own, direct: inside.some(({ start, end }) => start < piece.end && end > piece.start) });
    }
    for (const { start, end } of starting) {
      if (pieces.some(piece => start < piece.end && end > piece.start)) continue;
      const quote = text.slice(start, Math.min(end, LONG + start));
      if (quote.split(/\s+/).length >= (pieces.length > 0 || !speaker ? 6 : 4) || covering) found.push({ start, end, quote, speaker, direct: true });
    }
    if (speaker && (best || starting.length > 0)) {
      last = speaker;
      lastParagraph = sentence.paragraph;
      if (speaker.person) lastPerson = speaker;
    } else if (covering) lastParagraph = sentence.paragraph;
    if (!best && inside.length === 0) lastPerson = subjectOf(sentence) ?? lastPerson;
  }
  return found.filter(isWorthKeeping);
}

/** Reported speech is kept where a person or an office speaks, a quotation whoever speaks: "residents said" is no statement. */
function isWorthKeeping({ direct, speaker }: StatementMention): boolean {
  return direct || (speaker !== null && (speaker.person || speaker.official));
}

const LONG = 3_000;

function overlapping(quotations: readonly Quotation[], { start, end }: Span): Quotation[] {
  return quotations.filter(one => one.start < end && one.end > start);
}

function attributionsIn(text: string, sentence: Sentence, inside: readonly Quotation[]): Attribution[] {
  const quoted = (offset: number): boolean => inside.some(({ start, end }) => offset >= start - 1 && offset < end + 1);
  const found: Attribution[] = [];
  for (const { index, 0: cue } of sentence.text.matchAll(ENGLISH_ACCORDING)) {
    const start = sentence.start + index;
    if (quoted(start)) continue;
    const phrase = speakerAfter(` ${text.slice(start + cue.length, sentence.end)}`);
    if (phrase) found.push({ phrase, pronoun: false, cue: { start, end: start + cue.length + phrase.text.length }, follows: index === 0, saying: true, according: true });
  }
  for (const match of sentence.text.matchAll(ENGLISH_SPEECH)) {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    if (quoted(start)) continue;
    const before = unquoted(text, sentence.start, start, inside);
    const after = text.slice(end, sentence.end);
    const saying = Boolean(match.groups?.saying);
    const inverted = invertedSpeaker(text.slice(Math.max(sentence.start, start - 3), start), match[0], after);
    const participle = !inverted && /ing(?: to)?$/i.test(match[0]) && /[,”"—–]\s*(?:\w+ly\s+)?$|\b(?:and|by|while|before|in)\s+$/.test(before);
    const phrase = participle ? null : (inverted ?? speakerBefore(before));
    const pronoun = participle || (phrase !== null && ENGLISH_PRONOUN.test(phrase.text));
    found.push({ phrase: pronoun ? null : phrase, pronoun, cue: { start, end: inverted ? end + inverted.text.length + 1 : end }, follows: !inverted && !/[”"]\s*[^,]{0,80}$/.test(text.slice(sentence.start, start)), saying, according: false });
  }
  return found.filter(one => one.phrase || one.pronoun);
}

/** "…," said Anne Hill: the speaker stands behind the verb, and nothing that is said follows. */
function invertedSpeaker(before: string, verb: string, after: string): SpeakerPhrase | null {
  if (!/(?:[”"’']|,)\s*$/.test(before) || /^(?:told|tells|telling|saying|adding|noting|writing|arguing|calling|asking)$/i.test(verb)) return null;
  const phrase = speakerAfter(after);
  if (!phrase) return null;
  const rest = after.slice(after.indexOf(phrase.text) + phrase.text.length);
  return /^\s*(?:[.,;:—–(“"]|$|(?:in|at|on|to|during|after|as|when|while|of|who|about|before|with|for|from|outside|late|early|earlier|this|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)/.test(rest) ? phrase : null;
}

/** The words before a verb, with what stands between quotation marks left out. */
function unquoted(text: string, from: number, to: number, inside: readonly Quotation[]): string {
  let words = '';
  let at = from;
  for (const { start, end } of inside) {
    if (start - 1 >= to || end < from) continue;
    words += `${text.slice(at, Math.max(at, start - 1))}”`;
    at = Math.min(Math.max(at, end + 1), to);
  }
  return words + text.slice(at, to);
}

interface Piece extends Span {
  quote: string;
  attribution: Attribution;
}

/** What each attribution of a sentence brings in: the clause behind its verb, or the one before "…, she said". */
function piecesOf(text: string, sentence: Sentence, attributions: readonly Attribution[], inside: readonly Quotation[]): Piece[] {
  const inOrder = [...attributions].sort((one, other) => one.cue.start - other.cue.start).filter(({ cue, saying }) => inside.length > 0 || (saying && !ENGLISH_OTHER_SENSE.test(text.slice(cue.start, sentence.end))));
  const whole = inside.filter(({ start }) => start >= sentence.start - 1);
  const length = whole.reduce((sum, { start, end }) => sum + Math.min(end, sentence.end) - start, 0);
  const main = inOrder.find(({ saying }) => saying) ?? inOrder[0];
  if (main && whole.length > 0 && length > (sentence.end - sentence.start) * 0.5) {
    const start = whole[0]?.start ?? sentence.start;
    const end = whole.at(-1)?.end ?? sentence.end;
    return [{ start, end, quote: whole.map(one => text.slice(one.start, one.end)).join(' '), attribution: main }];
  }
  const pieces: Piece[] = [];
  for (const [index, attribution] of inOrder.entries()) {
    const next = inOrder.slice(index + 1).find(({ follows }) => follows);
    const quotedBetween = (from: number, to: number): boolean => inside.some(({ start, end }) => start < to && end > from);
    const piece = pieceOf(text, sentence, attribution, next && quotedBetween(attribution.cue.end, next.cue.start) && quotedBetween(next.cue.end, sentence.end) ? next.cue.start : sentence.end);
    if (!piece || pieces.some(({ start, end }) => piece.start < end && start < piece.end)) continue;
    if (attribution.saying ? pieces.length > 0 && !quotedBetween(piece.start, piece.end) : !quotedBetween(piece.start, piece.end)) continue;
    pieces.push({ ...piece, attribution });
  }
  return pieces;
}

function pieceOf(text: string, sentence: Sentence, { cue, follows, according }: Attribution, until: number): (Span & { quote: string }) | null {
  let start = sentence.start;
  let end = until;
  if (follows) {
    start = cue.end;
    const lead = /^(?:\s*[,:]?\s*(?:(?:in|on|at|during|to|via)\s+(?:[\w’'.-]+\s+){1,5}?)?(?=that\b|how\b|[“"])|\s*,?\s*)/.exec(text.slice(start, end));
    start += lead?.[0].length ?? 0;
  } else if (cue.start - sentence.start > 12) {
    const subject = /[,”"]?[^,”"]*$/.exec(text.slice(sentence.start, cue.start).replace(/,[^,]{2,60},\s*$/, ''));
    end = sentence.start + (according ? cue.start - sentence.start : (subject?.index ?? cue.start - sentence.start));
    if (end - start < 12) end = cue.start;
  } else return null;
  const quote = text.slice(start, end).replace(/^[\s,:“”"]+|[\s,“”"]+$/g, '');
  if (quote.split(/\s+/).length < (/[“”"]/.test(text.slice(start, end)) ? 1 : 3)) return null;
  const from = text.indexOf(quote, start);
  return { start: from, end: from + quote.length, quote };
}

const SUBJECT = /^(?:(?:In|On|At|During|After|For|Meanwhile|But|And|While|As|When)\b[^,]{0,60},?\s+)?(?<subject>(?:The\s+)?(?:[\p{Ll}]+\s+){0,2}(?:\p{Lu}[\p{L}’'.-]*\s+){0,4}\p{Lu}[\p{L}’'-]+)(?:,\s*(?<beside>[^,]{3,80}),)?/u;

/** Whom a sentence is about: the name that it begins with. */
function subjectOf(sentence: Sentence | undefined): Speaker | null {
  const groups = sentence && SUBJECT.exec(sentence.text)?.groups;
  if (!groups?.subject) return null;
  const speaker = speakerOf({ text: groups.subject, beside: groups.beside ?? '' });
  return speaker.person ? speaker : null;
}

/** The full name and office under which a text first names someone it later calls by one name. */
function fullNameIn(text: string, speaker: Speaker): Speaker {
  const last = speaker.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const full = new RegExp(`(?<ahead>(?:[\\p{L}’'.-]+\\s+){0,6})(?<name>(?:\\p{Lu}[\\p{L}’'-]+\\.?\\s+){1,2}(?:\\p{Lu}\\.\\s+)?${last})(?![\\p{L}])(?:,\\s*(?<beside>[^.;“”"]{3,80}))?`, 'u').exec(text);
  if (!full?.groups) return speaker;
  const found = speakerOf({ text: `${full.groups.ahead ?? ''}${full.groups.name ?? ''}`.trim(), beside: full.groups.beside ?? '' });
  if (!found.person || !found.name.endsWith(speaker.name)) return speaker;
  return { ...found, role: speaker.role ?? found.role, organisation: speaker.organisation ?? found.organisation, country: speaker.country ?? found.country, official: speaker.official || found.official };
}
