import type { Stance } from '../../statement/stance';
import { attributedSpeechIn, type SpeechMention } from './attributed-speech';
import { codePointsOf } from './code-points';
import { frenchSpeech } from './french-speech';
import { officeSpeechIn, type SpeechGrammar } from './office-speech';
import { russianSpeech } from './russian-speech';
import { stancesOf } from './stance-rules';
import { languageOf } from './text-language';

/** A statement found in a text. Offsets are code points of the text; `speaker` is a name or the words for an office. */
export interface DetectedStatement {
  speaker: string | null;
  /** Whether the speaker is a person by name, and not a body or an unnamed official. */
  person: boolean;
  role: string | null;
  organisation: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** Whether the speaker speaks by an office; only then is it a statement of an actor, else a quotation. */
  official: boolean;
  stances: Stance[];
  quote: string;
  direct: boolean;
  start: number;
  end: number;
}

const SPEECH: Record<string, SpeechGrammar> = { fr: frenchSpeech, ru: russianSpeech };

/** Finds the statements in the text of an article. A language without rules answers with nothing. */
export function detectStatements(text: string, language: string | null): DetectedStatement[] {
  const code = languageOf(language);
  const grammar = SPEECH[code];
  const speech = grammar ? officeSpeechIn(text, grammar) : code === 'en' ? attributedSpeechIn(text) : [];
  const offset = codePointsOf(text);
  return speech.filter(isWorthKeeping).map(({ speaker, quote, sentence, direct, start, end }) => ({
    speaker: speaker?.name ?? null,
    person: speaker?.person ?? false,
    role: speaker?.role ?? null,
    organisation: speaker?.organisation ?? null,
    country: speaker?.country ?? null,
    official: speaker?.official ?? false,
    stances: stancesOf(sentence.length + quote.length < 1_500 ? `${sentence} ${quote}` : quote.slice(0, 1_500), code),
    quote,
    direct,
    start: offset(start),
    end: offset(end),
  }));
}

/** Reported speech is kept where a person or an office speaks, a quotation whoever speaks: "residents said" is no statement. */
function isWorthKeeping({ direct, speaker }: SpeechMention): boolean {
  return direct || (speaker !== null && (speaker.person || speaker.official));
}
