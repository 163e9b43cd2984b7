import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { SharedReads } from '../../src/planner/shared-reads';

describe('reads that are shared', () => {
  it('cost two for however many ask at once, and tell nobody what was so before they asked', async () => {
    const reads = new SharedReads<number>();
    let now = 0;
    let begun = 0;
    const read = async (): Promise<number> => {
      begun += 1;
      const seen = now;
      await sleep(10);
      return seen;
    };
    const first = reads.read('a', read);
    now = 1;
    const others = Array.from({ length: 1_000 }, () => reads.read('a', read));
    expect(await first).toBe(0);
    expect(new Set(await Promise.all(others))).toEqual(new Set([1]));
    expect(begun).toBe(2);
    now = 2;
    expect(await reads.read('a', read)).toBe(2);
  });

  it('keep one key apart from another', async () => {
    const reads = new SharedReads<string>();
    const asked = ['a', 'b', 'a', 'b'].map(key => reads.read(key, async () => key));
    expect(await Promise.all(asked)).toEqual(['a', 'b', 'a', 'b']);
  });

  it('are never older than what was written before they were asked for, in a thousand cases', async () => {
    const reads = new SharedReads<number>();
    let now = 0;
    const read = async (): Promise<number> => {
      await sleep(Math.random() * 2);
      const seen = now;
      await sleep(Math.random() * 2);
      return seen;
    };
    const ask = async (): Promise<void> => {
      await sleep(Math.random() * 200);
      now += 1;
      const least = now;
      expect(await reads.read('a', read)).toBeGreaterThanOrEqual(least);
    };
    await Promise.all(Array.from({ length: 1_000 }, ask));
  });

  it('pass a failure to those who shared it, and to nobody else', async () => {
    const reads = new SharedReads<string>();
    let fails = true;
    const read = async (): Promise<string> => {
      await sleep(5);
      if (fails) throw new Error('away');
      return 'here';
    };
    const failing = [reads.read('a', read), reads.read('a', read), reads.read('a', read)];
    const told = await Promise.allSettled(failing);
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    fails = false;
    expect(await reads.read('a', read)).toBe('here');
  });
});
