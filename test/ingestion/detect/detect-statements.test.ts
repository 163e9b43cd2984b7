import { describe, expect, it } from '@jest/globals';
import { detectStatements } from '../../../src/ingestion/detect/detect-statements';
import { englishStatementSentences } from './english-statement-sentences';
import { frenchKeptStatementSentences, frenchStatementSentences } from './french-statement-sentences';
import { agreementOf } from './labelled';
import { russianKeptStatementSentences, russianStatementSentences } from './russian-statement-sentences';

const officialIn = (text: string, language = 'en') => detectStatements(text, language).filter(({ official }) => official);

describe.each([
  ['English', 'en', englishStatementSentences],
  ['Russian', 'ru', [...russianStatementSentences, ...russianKeptStatementSentences]],
  ['French', 'fr', [...frenchStatementSentences, ...frenchKeptStatementSentences]],
])('%s sentences', (_name, language, sentences) => {
  it('number at least 150, half of them traps', () => {
    const traps = sentences.filter(([, statement]) => statement === '');
    expect(sentences.length).toBeGreaterThanOrEqual(150);
    expect(traps.length / sentences.length).toBeGreaterThan(0.48);
  });

  it('give official statements whose speaker and stances are right in at least 90 of 100', () => {
    const cases = sentences.map(([sentence, statement]) => {
      const found = officialIn(sentence, language).map(({ speaker, stances }) => `${speaker}: ${[...stances].sort().join(', ')}`);
      return [sentence, statement ? [statement] : [], found] as const;
    });
    const { precision, recall, differences } = agreementOf(cases);
    expect({ precision: precision >= 0.9, recall: recall >= 0.85, ...(precision < 0.9 || recall < 0.85 ? { differences } : {}) }).toEqual({
      precision: true,
      recall: true,
    });
  });
});

describe('a statement', () => {
  it('carries role, organisation and country of its speaker', () => {
    const [statement] = officialIn('Ann Cole, a spokeswoman for the Canadian coast guard, said the boat had no radio.');
    expect(statement).toMatchObject({ speaker: 'Ann Cole', role: 'spokeswoman', organisation: 'Canadian coast guard', country: 'CA' });
  });

  it('is given to the full name under which the text first named its speaker', () => {
    const text = 'Police Constable Lee Park came to the scene.\n\n“The car was stolen,” Park said.';
    expect(officialIn(text)).toMatchObject([{ speaker: 'Lee Park', role: 'police constable', quote: 'The car was stolen,' }]);
  });

  it('is given to the last speaker where a pronoun speaks', () => {
    const text = 'Mayor Lucy Grant visited the school.\n\n“We were lucky,” Mayor Lucy Grant said.\n\nShe said the roof would be replaced.';
    expect(officialIn(text).map(({ speaker }) => speaker)).toEqual(['Lucy Grant', 'Lucy Grant']);
  });

  it('is quoted at offsets in code points', () => {
    const text = '🔥 “The fire is out,” said Mayor Lucy Grant.';
    const [statement] = officialIn(text);
    expect([...text].slice(statement?.start, statement?.end).join('')).toBe('The fire is out,');
  });

  it('joins the two halves of a quotation that its speaker interrupts', () => {
    const [statement] = officialIn('“We are safe,” said Mayor Lucy Grant. “We will stay.”');
    expect(statement).toMatchObject({ speaker: 'Lucy Grant', direct: true });
  });

  it('carries role and country of a French and a Russian speaker', () => {
    const french = officialIn('Le ministre français de l’Intérieur, Marc Ferrand, a déclaré que la route était ouverte.', 'fr');
    expect(french).toMatchObject([{ speaker: 'Marc Ferrand', person: true, role: 'ministre français de l’Intérieur', country: 'FR' }]);
    const russian = officialIn('По словам министра обороны Турции Ахмета Озана, колонна ушла.', 'ru');
    expect(russian).toMatchObject([{ speaker: 'Ахмет Озан', person: true, country: 'TR', quote: 'колонна ушла.' }]);
  });

  it('is given to the last person where a French pronoun or a bare surname speaks', () => {
    const text =
      'Le préfet Alain Roche est arrivé.\n\n« L’eau baisse », a indiqué le préfet Alain Roche.\n\nIl a ajouté que l’école rouvrirait.\n\n« Tout va bien », a conclu M. Roche.';
    expect(officialIn(text, 'fr').map(({ speaker }) => speaker)).toEqual(['Alain Roche', 'Alain Roche', 'Alain Roche']);
  });

  it('is quoted in Russian at offsets in code points', () => {
    const text = '🔥 «Пожар потушен полностью», — сообщил губернатор Пётр Лаптев.';
    const [statement] = officialIn(text, 'ru');
    expect([...text].slice(statement?.start, statement?.end).join('')).toBe('Пожар потушен полностью');
  });

  it('is not looked for in a language without rules', () => {
    expect(detectStatements('«Wir sind sicher», sagte Ministerin Anna Lund.', 'de')).toEqual([]);
  });
});
