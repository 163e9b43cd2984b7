import { describe, expect, it } from '@jest/globals';
import { type DetectedFigure, detectFigures } from '../../../src/ingestion/detect/detect-figures';
import { englishFigureSentences } from './english-figure-sentences';
import { agreementOf } from './labelled';
import { spanishFigureSentences } from './spanish-figure-sentences';

const figuresIn = (text: string, { title = '', language = 'en', publishedAt = '2024-05-06T07:08:09Z' } = {}) =>
  detectFigures({ title, text, language, publishedAt });

/** "KILLED >=14": the metric and the number as a reader would note them. */
function noted({ metric, value, min, max, atLeast }: DetectedFigure): string {
  const sign = atLeast ? '>=' : min === null ? '<=' : '';
  return `${metric} ${value === null ? `${min ?? ''}..${max ?? ''}` : `${sign}${value}`}`;
}

const listOf = (figures: string): string[] => (figures ? figures.split(', ') : []);

describe.each([
  ['English', 'en', englishFigureSentences],
  ['Spanish', 'es', spanishFigureSentences],
])('%s sentences', (_name, language, sentences) => {
  it('number at least 150, half of them traps', () => {
    const traps = sentences.filter(([, figures]) => figures === '');
    expect(sentences.length).toBeGreaterThanOrEqual(150);
    expect(traps.length / sentences.length).toBeGreaterThan(0.48);
  });

  it('give figures that are right in at least 95 of 100', () => {
    const cases = sentences.map(
      ([sentence, figures]) => [sentence, listOf(figures), figuresIn(sentence, { language }).figures.map(noted)] as const,
    );
    const { precision, recall, differences } = agreementOf(cases);
    expect({ precision: precision >= 0.95, recall: recall >= 0.9, ...(precision < 0.95 || recall < 0.9 ? { differences } : {}) }).toEqual({
      precision: true,
      recall: true,
    });
  });
});

describe('an article', () => {
  it('counts the event that it leads with, not the one of an earlier year', () => {
    const text =
      'A fire at a hostel killed 11 people on Monday.\n\nThe city was shaken.\n\nFirefighters came late.\n\nIn 2019 a similar fire killed 40 people there.';
    expect(figuresIn(text).figures.map(noted)).toEqual(['KILLED 11']);
  });

  it('takes the newest toll before the count of its lead', () => {
    const text = 'A flood killed at least 20 people.\n\nThe death toll rose to 26 by the evening, the governor said.';
    expect(figuresIn(text).totals.killed).toBe(26);
  });

  it('never takes the injured for the dead', () => {
    const text = 'A blast injured 152 people.\n\nNobody was killed, the police said.';
    expect(figuresIn(text).totals).toMatchObject({ killed: null, injured: 152 });
  });

  it('names the reporter of the sentence', () => {
    const text = 'The interior ministry said 14 people were killed in the attack.';
    expect(figuresIn(text).figures).toMatchObject([{ metric: 'KILLED', value: 14, reporter: 'interior ministry' }]);
  });

  it('keeps two reporters apart', () => {
    const text = 'The police said 7 people were killed. The mayor said 9 people were killed.';
    expect(figuresIn(text).figures.map(({ value, reporter }) => [value, reporter])).toEqual([
      [7, 'police'],
      [9, 'mayor'],
    ]);
  });

  it('is quoted at offsets in code points', () => {
    const text = '🔥🔥 Fire: at least 12 people were killed.';
    const [figure] = figuresIn(text).figures;
    expect([...text].slice(figure?.start, figure?.end).join('')).toBe('at least 12 people were killed');
  });

  it('quotes the title where only the title has the number', () => {
    const [figure] = figuresIn('The cause is not known.', { title: 'Three killed in hotel fire' }).figures;
    expect(figure).toMatchObject({ metric: 'KILLED', value: 3, part: 'TITLE', start: 0 });
  });

  it('counts those shot, less the dead, as injured', () => {
    expect(figuresIn('Five people were shot, one fatally, outside a club.').totals).toMatchObject({ killed: 1, injured: 4 });
  });

  it('has no figures in a language without rules', () => {
    expect(figuresIn('Er kwamen 12 mensen om het leven.', { language: 'nl' }).figures).toEqual([]);
  });

  it('takes no longer than a few seconds for a text without a full stop', () => {
    const started = performance.now();
    figuresIn(`${'a man, a woman, a child, '.repeat(800)}were killed`);
    figuresIn('The minister said that the people of the city were told to go, '.repeat(400));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
