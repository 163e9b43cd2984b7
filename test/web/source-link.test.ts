import { expect, it } from '@jest/globals';
import { webAddress } from '../../src/web/page/source-link';

it('makes links of addresses of the web only', () => {
  expect(webAddress('https://news.example/a')?.href).toBe('https://news.example/a');
  for (const url of [
    'javascript:hacked=1',
    ' JaVaScRiPt:hacked=1',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '/relative',
    '',
  ])
    expect(webAddress(url)).toBeNull();
});
