import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodeFeed } from '../../../src/ingestion/feed/charset';

const declared = (charset: string, title: string): Buffer =>
  iconv.encode(`<?xml version="1.0" encoding="${charset}"?><rss><channel><title>${title}</title></channel></rss>`, charset);
const undeclared = (charset: string, title: string, language = ''): Buffer =>
  iconv.encode(`<rss><channel><title>${title}</title>${language && `<language>${language}</language>`}</channel></rss>`, charset);

describe('the encoding of feeds', () => {
  it.each([
    ['windows-1252', 'Prix : 5 € – “œuvre”'],
    ['windows-1251', 'Новости дня'],
    ['koi8-r', 'Новости дня'],
    ['iso-8859-2', 'Łódź, Čeština'],
    ['shift_jis', '今日のニュース'],
    ['gb2312', '新华社北京电'],
    ['euc-kr', '오늘의 뉴스'],
  ])('is %s where the XML declaration says so', (charset, title) => expect(decodeFeed(declared(charset, title))).toContain(title));

  it('is windows-1252 where ISO 8859-1 is declared, as the quotation marks of the feed show', () => {
    const bytes = iconv.encode('<?xml version="1.0" encoding="iso-8859-1"?><rss><title>“5 €”</title></rss>', 'windows-1252');
    expect(decodeFeed(bytes)).toContain('“5 €”');
  });

  it('is what HTTP says where the document says nothing', () => {
    expect(decodeFeed(undeclared('windows-1253', 'Καλημέρα'), 'application/rss+xml; charset=windows-1253')).toContain('Καλημέρα');
  });

  it('is what the byte order mark says, against all else', () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('<rss><title>Zürich</title></rss>')]);
    expect(decodeFeed(bytes, 'text/xml; charset=iso-8859-1')).toBe('<rss><title>Zürich</title></rss>');
    expect(decodeFeed(Buffer.from('\ufeff<rss>Zürich</rss>', 'utf16le'))).toBe('<rss>Zürich</rss>');
  });

  it('is UTF-8 where two declarations disagree and the bytes are UTF-8', () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="utf-8"?><rss><title>Zürich – München</title></rss>');
    expect(decodeFeed(bytes, 'text/xml; charset=iso-8859-1')).toContain('Zürich – München');
  });

  it.each([
    ['windows-1252', 'Déjà vu à Zürich', ''],
    ['windows-1251', 'Новости сегодня утром', ''],
    ['windows-1250', 'Łódź, źdźbło', 'pl'],
    ['shift_jis', '今日のニュース', 'ja'],
    ['big5', '今日新聞頭條', 'zh-TW'],
  ])('is guessed as %s for %j', (charset, title, language) => expect(decodeFeed(undeclared(charset, title, language))).toContain(title));

  it('stays UTF-8 with one broken byte', () => {
    const bytes = Buffer.concat([
      Buffer.from('<rss><title>Zürich Köln Łódź Ærø Malmö Århus'),
      Buffer.from([0xff]),
      Buffer.from('</title></rss>'),
    ]);
    expect(decodeFeed(bytes)).toContain('Zürich Köln Łódź Ærø Malmö Århus\ufffd');
  });
});
