import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { clusterLines } from '../../../src/app/command/try-cluster-lines';

async function answersTo(lines: string[]): Promise<Record<string, unknown>[]> {
  const output = new PassThrough();
  await clusterLines(Readable.from(lines.map(line => `${line}\n`)), output);
  output.end();
  return (await text(output))
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>);
}

it('each line is answered in order, with the story of its article', async () => {
  const title = 'Ferry Aurelia sinks off Marlund with 84 aboard';
  const answers = await answersTo([
    JSON.stringify({ id: 'a', title, text: null, publishedAt: '2024-03-22T20:00:00Z', language: 'en' }),
    JSON.stringify({ id: 'b', title: 'Parliament of Tarvia passes budget', text: null, publishedAt: null, language: 'en' }),
    '',
    JSON.stringify({ id: 'c', title, text: null, publishedAt: '2024-03-22T20:10:00Z', language: 'en' }),
  ]);
  expect(answers.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(answers[2]?.cluster).toBe(answers[0]?.cluster);
  expect(answers[1]?.cluster).not.toBe(answers[0]?.cluster);
});

it('a line that is no article is answered with what is wrong with it', async () => {
  expect(await answersTo(['{"id":"x","title":"A","publishedAt":"yesterday"}', 'no JSON'])).toEqual([
    { id: 'x', error: '"publishedAt" is "yesterday"; it must be a moment such as 2024-03-22T20:15:00Z.' },
    { id: null, error: expect.stringContaining('JSON') },
  ]);
});
