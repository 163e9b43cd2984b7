import { expect, it } from '@jest/globals';
import { writtenAt } from '../../../src/ingestion/assign/written-at';

const undated = { title: 'Quake hits Aceh', text: 'BANDA ACEH, July 2, 2013 (AP): A quake hit Aceh.', publishedAt: null, language: 'en' };
const at = (article: Parameters<typeof writtenAt>[0]): string | undefined => writtenAt(article)?.toISOString().slice(0, 10);

it.each([
  ['was published', { ...undated, publishedAt: new Date('2013-07-03T00:00:00Z') }, '2013-07-03'],
  ['says of itself', undated, '2013-07-02'],
  ['says in its title', { ...undated, title: 'Aceh, 2 July 2013', text: null }, '2013-07-02'],
  ['arrived, where what it says is still to come', { ...undated, firstSeenAt: new Date('2013-06-01T00:00:00Z') }, '2013-06-01'],
  ['arrived, where it says nothing', { ...undated, text: null, firstSeenAt: new Date('2013-06-01T00:00:00Z') }, '2013-06-01'],
  ['is not known', { ...undated, text: 'x'.repeat(300) + undated.text }, undefined],
])('an article was written when it %s', (_, article, day) => {
  expect(at(article)).toBe(day);
});
