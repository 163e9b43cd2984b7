import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { htmlText, titleText } from '../../../src/ingestion/sanitise/html-text';
import { cleanHtml, sanitiseHtml } from '../../../src/ingestion/sanitise/sanitise-html';

describe('HTML that is served', () => {
  it.each([
    ['<p>A <b>b</b></p>', '<p>A <b>b</b></p>'],
    ['<p>A <unknown>b</unknown></p>', '<p>A b</p>'],
    ['<p>open <i>tags', '<p>open <i>tags</i></p>'],
    ['</b>stray</p>', 'stray'],
    ['1 < 2 & 3 > 2', '1 &lt; 2 &amp; 3 &gt; 2'],
    ['<p class="x" style="color:red" onclick="x()" title="t">a</p>', '<p title="t">a</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    [
      '<img src="/i.png" width="10px" height="x" alt="&quot;q&quot;">',
      '<img src="https://a.example/i.png" width="10px" alt="&quot;q&quot;">',
    ],
    ['<img src="data:image/png;base64,AAAA">', '<img src="data:image/png;base64,AAAA">'],
    ['<img src="data:image/svg+xml;base64,AAAA">', ''],
    ['<img srcset="/1.png 1x, javascript:x 2x">', '<img srcset="https://a.example/1.png 1x">'],
    ['a<script>b</script>c<!-- d -->e', 'ace'],
    ['<a href="mailto:a@b.example">a</a>', '<a href="mailto:a@b.example" rel="noopener noreferrer nofollow">a</a>'],
  ])('is, for %j, %j', (html, clean) => expect(sanitiseHtml(html, 'https://a.example/')).toBe(clean));

  it('does not change when it is cleaned again', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b title="',
      '"',
      '>',
      '<',
      '&amp;',
      '&lt;',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<img src=',
      ' x',
      'é',
      '<td>',
      '<svg>',
      '<a href="https://a.example/?a=1&b=2">',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const once = sanitiseHtml(pieces.join(''));
        expect(sanitiseHtml(once)).toBe(once);
      }),
    );
  });

  it('comes with the same text that is read alone', () => {
    const html = '<h1>A&nbsp;title</h1>\n\n<p>One<br>two  three</p><script>no</script>';
    expect(cleanHtml(html).text).toBe(htmlText(html));
    expect(htmlText(html)).toBe('A title\n\nOne\ntwo three');
  });

  it('keeps in a title what is no markup', () =>
    expect(titleText('<i>A</i><B and List<T> &amp; <title>')).toBe('A<B and List<T> & <title>'));
});
