import { attributedSpeechIn } from './attributed-speech';
import { casualtiesIn, type CasualtyGrammar } from './casualty';
import { codePointsOf } from './code-points';
import { englishCasualties } from './english-casualties';
import { ENGLISH_NAMED_HURT, ENGLISH_NOBODY, ENGLISH_SELF_KILLED, ENGLISH_VIOLENCE, englishSingleVictims } from './english-single-victims';
import { frenchCasualties } from './french-casualties';
import { germanCasualties } from './german-casualties';
import { italianCasualties } from './italian-casualties';
import { casualtyTotalsOf, type CasualtyTotals, mainEventMentions, type PlacedMention } from './main-event';
import { portugueseCasualties } from './portuguese-casualties';
import { exactly } from './quantity';
import { reporterIn } from './reporter';
import { russianCasualties } from './russian-casualties';
import { sentencesOf } from './sentences';
import { spanishCasualties } from './spanish-casualties';
import { languageOf } from './text-language';

/** A number of casualties found in an article, with the words that carry it. */
export interface DetectedFigure {
  metric: 'KILLED' | 'INJURED' | 'HOSPITALISED' | 'MISSING' | 'DETAINED';
  /** Null where the words give only an interval. */
  value: number | null;
  min: number | null;
  max: number | null;
  atLeast: boolean;
  /** Who is said to give the number, in the words of the sentence. */
  reporter: string | null;
  /** Whether that one speaks by an office. */
  official: boolean;
  /** Whether the number is what remains of the one that the words give: "12 were shot, three of them fatally" leaves 9 injured. */
  derived: boolean;
  /** Which text the offsets are of. */
  part: 'TITLE' | 'TEXT';
  /** Code points. */
  start: number;
  end: number;
  /** 0 to 1: what share of such findings proves right. */
  confidence: number;
}

/** What is found in an article: the figures, best first for each metric, and what they come to. */
export interface DetectedCasualties {
  figures: DetectedFigure[];
  totals: CasualtyTotals;
}

/** What is read of an article. */
export interface ArticleText {
  title: string;
  text: string;
  language: string | null;
  /** ISO 8601; its year tells the article's own event from an earlier one. */
  publishedAt: string | null;
}

const GRAMMARS: Record<string, CasualtyGrammar> = {
  en: englishCasualties,
  es: spanishCasualties,
  ru: russianCasualties,
  fr: frenchCasualties,
  de: germanCasualties,
  pt: portugueseCasualties,
  it: italianCasualties,
};
const METRICS = ['KILLED', 'INJURED', 'HOSPITALISED', 'MISSING', 'DETAINED'] as const;
const MOST_SENTENCES = 80;
const TOLD_WITHIN = 12;

/** Finds the casualty figures of the event that an article leads with. A language without a grammar answers with nothing. */
export function detectFigures({ title, text, language, publishedAt }: ArticleText): DetectedCasualties {
  const code = languageOf(language);
  const grammar = GRAMMARS[code];
  if (!grammar) return { figures: [], totals: { killed: null, injured: null, missing: null, detained: null } };
  const year = /^\d{4}/.exec(publishedAt ?? '')?.[0] ?? null;
  const sentences = [{ text: title, start: 0 }, ...sentencesOf(text).slice(0, MOST_SENTENCES)].map((sentence, at) => ({
    ...sentence,
    at: at - 1,
  }));
  const mentions = sentences.flatMap(({ text: words, start, at }) =>
    casualtiesIn(words, grammar, year).map(mention => ({
      ...mention,
      sentence: at,
      start: start + mention.start,
      end: start + mention.end,
      reporter: grammar.reporting ? reporterIn(words, grammar.reporting) : null,
    })),
  );
  const early = sentences.slice(0, TOLD_WITHIN + 1);
  const told = {
    killed: code === 'en' && tells(early, 'KILLED'),
    injured: code === 'en' && tells(early, 'INJURED'),
    named: code === 'en' && early.some(({ text: words }) => ENGLISH_NAMED_HURT.test(words)),
    selfKilled: code === 'en' && early.some(({ text: words }) => ENGLISH_SELF_KILLED.test(words)),
  };
  const all = code === 'en' ? [...mentions, ...singleVictims(early, mentions)] : mentions;
  const totals = casualtyTotalsOf(all, told);
  return { totals, figures: figuresOf(all, totals, { title, text, english: code === 'en' }) };
}

interface Early {
  text: string;
  start: number;
  at: number;
}

function tells(early: readonly Early[], metric: 'KILLED' | 'INJURED'): boolean {
  if (!early.some(({ text }) => ENGLISH_VIOLENCE.test(text))) return false;
  return early.some(
    ({ text }) => !ENGLISH_NOBODY.test(text) && englishSingleVictims.some(rule => rule.metric === metric && rule.expression.test(text)),
  );
}

/** "Reda Dahish died": one victim, where no sentence gives a number. */
function singleVictims(early: readonly Early[], mentions: readonly PlacedMention[]): PlacedMention[] {
  const killed = mentions.some(({ metric }) => metric === 'KILLED');
  const found: PlacedMention[] = [];
  if (!early.some(({ text }) => ENGLISH_VIOLENCE.test(text))) return found;
  for (const { metric, one, expression } of englishSingleVictims) {
    if (
      !one ||
      mentions.some(mention => mention.metric === metric || mention.metric === 'HIT') ||
      found.some(mention => mention.metric === metric)
    )
      continue;
    if (metric === 'INJURED' && (killed || found.length > 0)) continue;
    for (const { text, start, at } of early) {
      const match = expression.exec(text);
      if (!match || englishCasualties.background.test(text) || englishCasualties.unreal.test(text.slice(0, match.index))) continue;
      const place = { sentence: at, start: start + match.index, end: start + match.index + match[0].length };
      found.push({ metric, quantity: exactly(1), toll: false, part: false, background: false, active: false, told: true, ...place });
      break;
    }
  }
  return found;
}

function figuresOf(
  mentions: readonly PlacedMention[],
  totals: CasualtyTotals,
  { title, text, english }: { title: string; text: string; english: boolean },
): DetectedFigure[] {
  const offsets = { TITLE: codePointsOf(title), TEXT: codePointsOf(text) };
  const speech = english ? attributedSpeechIn(text) : [];
  const figure = (
    metric: DetectedFigure['metric'],
    { quantity, start, end, sentence, told, toll, reporter }: PlacedMention,
  ): DetectedFigure => {
    const place = sentence < 0 ? 'TITLE' : 'TEXT';
    const said = place === 'TEXT' ? speech.find(one => one.start <= start && end <= one.end + 1)?.speaker : null;
    const by = said ?? reporter ?? null;
    return {
      metric,
      value: quantity.value,
      min: quantity.min,
      max: quantity.max,
      atLeast: quantity.atLeast,
      reporter: by?.name ?? null,
      official: by?.official ?? false,
      derived: false,
      part: place,
      start: offsets[place](start),
      end: offsets[place](end),
      confidence: told ? 0.6 : toll ? 0.97 : quantity.person ? 0.85 : 0.95,
    };
  };
  return METRICS.flatMap(metric => {
    const ranked = mainEventMentions(mentions, metric).filter(({ part }) => !part);
    const best = inTextIfThere(ranked);
    if (best)
      return [
        figure(metric, best),
        ...otherReports(ranked, best)
          .map(other => figure(metric, other))
          .filter(isReportOfItsOwn),
      ];
    const [hit] = metric === 'INJURED' && totals.injured ? mainEventMentions(mentions, 'HIT') : [];
    if (!hit || !totals.injured) return [];
    const derived = hit.quantity.value !== totals.injured;
    return [{ ...figure(metric, { ...hit, quantity: exactly(totals.injured) }), derived, confidence: 0.8 }];
  });
}

/** The best mention, but in the text rather than in the title if both give the same number: the text says more exactly. */
function inTextIfThere(ranked: readonly PlacedMention[]): PlacedMention | undefined {
  const [best] = ranked;
  if (!best || best.sentence >= 0) return best;
  return ranked.find(({ sentence, quantity, part }) => sentence >= 0 && !part && quantity.value === best.quantity.value) ?? best;
}

/** Other numbers for the same event: another reporter's, or a later toll. */
function otherReports(ranked: readonly PlacedMention[], best: PlacedMention): PlacedMention[] {
  return ranked.filter(({ sentence, quantity, toll, part, background, told }, index) => {
    if (sentence < 0 || part || background || told || quantity.person || quantity.further || quantity.value === best.quantity.value)
      return false;
    return (toll || sentence < LEAD_SENTENCES) && ranked.findIndex(one => one.quantity.value === quantity.value) === index;
  });
}

const LEAD_SENTENCES = 5;

function isReportOfItsOwn({ reporter }: DetectedFigure): boolean {
  return reporter !== null;
}
