import { expect, it } from '@jest/globals';
import { plainLine } from '../../src/platform/log';

it('reads as plain lines on a terminal, with the stack of an error below', () => {
  const time = Date.parse('2024-03-22T17:58:01Z');
  expect(plainLine(JSON.stringify({ level: 30, time, msg: 'polled', feed: 'tass', items: 3 }))).toBe('17:58:01 polled feed=tass items=3\n');
  expect(plainLine(JSON.stringify({ level: 50, time, msg: 'failed', err: { stack: 'Error: no\n    at here' } }))).toBe(
    '17:58:01 error: failed\nError: no\n    at here\n',
  );
});
