import { expect, it } from '@jest/globals';
import { guessLanguage } from '../../src/article/language';

it.each([
  ['en', 'Firefighters fought the blaze in the concert hall for nine hours, and the mayor thanked all who had helped.'],
  ['ru', 'Четверо нападавших задержаны в Брянской области, сообщили в Следственном комитете Российской Федерации.'],
  ['fr', 'Le président a condamné l’attaque et adressé ses condoléances aux familles des victimes et au peuple russe.'],
  ['de', 'Der Bundeskanzler verurteilte den Anschlag und sprach den Angehörigen der Opfer sein tief empfundenes Beileid aus.'],
  ['es', 'El presidente condenó el ataque y expresó sus condolencias a las familias de las víctimas y al pueblo ruso.'],
  ['ar', 'أدانت وزارة الخارجية الهجوم الإرهابي وأعربت عن خالص تعازيها لأسر الضحايا وللشعب الروسي الصديق في هذا المصاب.'],
  [
    'ja',
    '政府はモスクワ郊外のコンサートホールで起きた襲撃事件を強く非難し、犠牲者の遺族に哀悼の意を表明した。外務省が発表した声明によると、日本人の被害は確認されていない。',
  ],
])('knows %s by its text', (language, text) => {
  expect(guessLanguage(text)).toBe(language);
});

it('does not guess from a few words', () => {
  expect(guessLanguage('Attaque Moscou')).toBeNull();
  expect(guessLanguage('')).toBeNull();
});
