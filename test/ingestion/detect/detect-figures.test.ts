import { describe, expect, it } from '@jest/globals';
import { type DetectedFigure, detectFigures } from '../../../src/ingestion/detect/detect-figures';
import { englishFigureSentences } from './english-figure-sentences';
import { frenchFigureSentences, frenchKeptFigureSentences } from './french-figure-sentences';
import { germanFigureSentences, germanKeptFigureSentences } from './german-figure-sentences';
import { italianFigureSentences, italianKeptFigureSentences } from './italian-figure-sentences';
import { agreementOf } from './labelled';
import { portugueseFigureSentences, portugueseKeptFigureSentences } from './portuguese-figure-sentences';
import { russianFigureSentences, russianKeptFigureSentences } from './russian-figure-sentences';
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
  ['Russian', 'ru', [...russianFigureSentences, ...russianKeptFigureSentences]],
  ['French', 'fr', [...frenchFigureSentences, ...frenchKeptFigureSentences]],
  ['German', 'de', [...germanFigureSentences, ...germanKeptFigureSentences]],
  ['Portuguese', 'pt', [...portugueseFigureSentences, ...portugueseKeptFigureSentences]],
  ['Italian', 'it', [...italianFigureSentences, ...italianKeptFigureSentences]],
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

describe.each([
  [
    'Russian',
    'ru',
    'губернатор Иван Котов',
    'При пожаре в торговом центре погибли 20 человек.\n\nСпасатели работали всю ночь.\n\nК вечеру число погибших выросло до 26, сообщил губернатор Иван Котов.\n\nВ 2009 году при пожаре в клубе погибли 156 человек.',
  ],
  [
    'French',
    'fr',
    'préfet',
    'Un incendie dans un centre commercial a fait 20 morts.\n\nLes secours ont travaillé toute la nuit.\n\nLe bilan s’est alourdi à 26 morts, a annoncé le préfet.\n\nEn 2015, un incendie similaire avait fait 90 morts.',
  ],
  [
    'German',
    'de',
    'Gouverneur',
    'Bei einem Brand in einem Einkaufszentrum starben 20 Menschen.\n\nDie Helfer arbeiteten die ganze Nacht.\n\nDie Zahl der Toten stieg bis zum Abend auf 26, teilte der Gouverneur mit.\n\nIm Jahr 2015 waren bei einem ähnlichen Brand 90 Menschen gestorben.',
  ],
  [
    'Portuguese',
    'pt',
    'governador',
    'Um incêndio em um shopping matou 20 pessoas.\n\nOs bombeiros trabalharam a noite toda.\n\nO número de mortos subiu para 26 à noite, informou o governador.\n\nEm 2013, um incêndio semelhante matou 242 pessoas.',
  ],
  [
    'Italian',
    'it',
    'prefetto',
    'Un incendio in un centro commerciale ha ucciso 20 persone.\n\nI soccorsi hanno lavorato tutta la notte.\n\nIl bilancio è salito a 26 morti, ha detto il prefetto.\n\nNel 2015 un incendio simile aveva ucciso 90 persone.',
  ],
])('an article in %s', (_name, language, reporter, text) => {
  it('gives its newest toll with the official who reports it, and nothing of an earlier year', () => {
    expect(figuresIn(text, { language }).figures).toMatchObject([{ metric: 'KILLED', value: 26, reporter, official: true }]);
  });

  it('is quoted with the words that carry the number', () => {
    const [figure] = figuresIn(text, { language }).figures;
    expect([...text].slice(figure?.start, figure?.end).join('')).toContain('26');
  });

  it('has no figures for an anniversary', () => {
    const anniversary = text.split('\n\n')[3] ?? '';
    expect(figuresIn(anniversary, { language }).figures).toEqual([]);
  });
});

it.each([
  ['ru', 'Мать троих детей погибла в аварии.'],
  ['fr', 'Le père de trois enfants est mort dans un accident.'],
  ['de', 'Der Vater von drei Kindern starb bei einem Unfall.'],
  ['pt', 'Pai de três filhos morreu no acidente.'],
  ['it', 'Il padre di tre bambini è morto in un incidente.'],
])('a death is not counted by the children of the dead (%s)', (language, text) => {
  expect(figuresIn(text, { language }).totals.killed).not.toBe(3);
});

it.each([
  ['ru', 'Задержан подозреваемый в убийстве трёх женщин.'],
  ['fr', 'Un homme soupçonné d’avoir tué trois femmes a été arrêté.'],
  ['de', 'Ein Mann, der drei Frauen getötet haben soll, wurde festgenommen.'],
  ['pt', 'Suspeito de matar três mulheres foi preso em São Paulo.'],
  ['it', 'Un uomo accusato di aver ucciso tre donne è stato arrestato.'],
])('those whom a detained man is said to have killed are not the detained (%s)', (language, text) => {
  const { killed, detained } = figuresIn(text, { language }).totals;
  expect(killed).toBe(3);
  expect(detained).not.toBe(3);
});

it.each([
  ['ru', 'На борту было 45 человек, 12 пропали без вести.', 12],
  ['fr', 'Sur les 45 personnes à bord, 12 sont portées disparues.', 12],
  ['de', 'Von den 45 Menschen an Bord werden 12 vermisst.', 12],
  ['pt', 'Das 45 pessoas a bordo, 12 estão desaparecidas.', 12],
  ['it', 'Delle 45 persone a bordo, 12 risultano disperse.', 12],
])('the missing are not added to all who were on board (%s)', (language, text, missing) => {
  expect(figuresIn(text, { language }).totals.missing).toBe(missing);
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
    figuresIn(`${'un homme, une femme, 12 personnes, '.repeat(800)}tués`, { language: 'fr' });
    figuresIn(`${'14 человек, один мужчина, женщина, '.repeat(800)}погибли`, { language: 'ru' });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
