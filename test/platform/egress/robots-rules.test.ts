import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRobots } from '../../../src/platform/egress/robots-rules';

/** Which of the paths a robots.txt lets us fetch. */
function allowed(robots: string, ...paths: string[]): string[] {
  const rules = parseRobots(robots, 'Newsgraph');
  return paths.filter(path => rules.allows(new URL(path, 'https://example.org')));
}

it('lets the group that names us decide, all of such groups together, and that for everyone only if none does', () => {
  const robots =
    'User-agent: *\nDisallow: /\n\nUser-agent: NEWSGRAPH/2.0\nDisallow: /a\n\nuser-agent: other\nuser-agent: newsgraph\ndisallow: /b';
  expect(allowed(robots, '/a', '/b', '/c')).toEqual(['/c']);
  expect(allowed('User-agent: *\nDisallow: /x\nUser-agent: other\nDisallow: /', '/x', '/y')).toEqual(['/y']);
  expect(allowed('User-agent: newsgraphic\nDisallow: /', '/x')).toEqual(['/x']);
});

it('lets the longest rule decide, and of two as long the one that allows', () => {
  const robots = 'User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /news/open/not\nAllow: /page\nDisallow: /page';
  expect(allowed(robots, '/news/1', '/news/open/1', '/news/open/not/1', '/page', '/')).toEqual(['/news/open/1', '/page', '/']);
});

it('knows the star, the end, escapes, and the query', () => {
  expect(allowed('User-agent: *\nDisallow: /*.pdf$', '/a.pdf', '/a.pdf?x', '/a.pdfs')).toEqual(['/a.pdf?x', '/a.pdfs']);
  expect(allowed('User-agent: *\nDisallow: /*/print*end$', '/a/print/end', '/a/print/end/', '/print-end')).toEqual([
    '/a/print/end/',
    '/print-end',
  ]);
  expect(allowed('User-agent: *\nDisallow: /*?page=', '/a?page=2', '/a?x')).toEqual(['/a?x']);
  expect(allowed('User-agent: *\nDisallow: /новости', '/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1')).toEqual([]);
  expect(allowed('User-agent: *\nDisallow: /%7Ejoe', '/~joe/x', '/%7ejoe/x')).toEqual([]);
  expect(allowed('User-agent: *\nDisallow: /$', '/', '/a')).toEqual(['/a']);
});

it('reads files as they are: marks, comments, any line end, empty rules, what it does not know', () => {
  expect(allowed('\ufeffUser-Agent : * # all\r\nCrawl-delay: 5\r\nDisallow: /a # not this\rDisallow:\n<html>', '/a', '/b')).toEqual(['/b']);
  expect(allowed('Disallow: /\nUser-agent: *\nSitemap: https://example.org/s.xml\nDisallow: /a', '/a', '/b')).toEqual(['/b']);
  expect(allowed('User-agent: *\nDisallow: /', '/robots.txt', '/x')).toEqual(['/robots.txt']);
});

it('never fails, and takes no longer for malicious rules', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void allowed(`User-agent: *\nDisallow: ${text}\n${text}`, '/x')));
  const started = performance.now();
  allowed(`User-agent: *\n${`Disallow: /${'*a'.repeat(2_000)}b\n`.repeat(120)}`, `/${'a'.repeat(4_000)}`);
  expect(performance.now() - started).toBeLessThan(1_000);
});
