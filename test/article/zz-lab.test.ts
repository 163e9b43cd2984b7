import { it } from '@jest/globals';
import { labelledPairs } from '/work/main/test/article/reprints';
import { bandsOf, likeness, signatureOf } from '/work/main/src/article/origin';
it('x', () => {
  const memo = new Map<string, number[] | null>();
  const sig = (t: string) => { if (!memo.has(t)) memo.set(t, signatureOf(t)); return memo.get(t)!; };
  const stats: Record<string, { n: number; lk: number[]; found: number }> = {};
  for (const { how, same, a, b } of labelledPairs()) {
    const [x, y] = [sig(a), sig(b)];
    const s = (stats[how] ??= { n: 0, lk: [], found: 0 });
    s.n++;
    if (!x || !y) continue;
    const bx = new Set(bandsOf(x));
    const found = bandsOf(y).some(v => bx.has(v));
    if (found) s.found++;
    s.lk.push(found ? likeness(x, y) : same ? 0 : 0);
  }
  for (const [how, s] of Object.entries(stats)) { s.lk.sort((a, b) => a - b); console.log(how, s.n, 'compared', s.lk.length, 'found', s.found, 'min', s.lk[0], 'p5', s.lk[Math.floor(s.lk.length*.05)], 'med', s.lk[Math.floor(s.lk.length / 2)], 'max', s.lk.at(-1)); }
  for (const t of [.3,.4,.45,.5,.55,.6,.7]) console.log(t, Object.fromEntries(Object.entries(stats).map(([h, s]) => [h, s.lk.filter(v => v >= t).length + '/' + s.n])));
  const long = Array.from({length: 600}, (_, i) => 'word' + i).join(' ');
  const st = performance.now(); for (let i=0;i<1000;i++) signatureOf(long + i); console.log('us per text of 600 words', performance.now()-st);
});
