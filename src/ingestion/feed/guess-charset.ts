/** What a feed in a language is written in, where nothing is declared and it is not UTF-8. */
const charsetsOfLanguage: Record<string, string> = {
  ...{ ru: 'windows-1251', uk: 'windows-1251', be: 'windows-1251', bg: 'windows-1251', mk: 'windows-1251', sr: 'windows-1251' },
  ...{
    pl: 'windows-1250',
    cs: 'windows-1250',
    sk: 'windows-1250',
    hu: 'windows-1250',
    ro: 'windows-1250',
    hr: 'windows-1250',
    sl: 'windows-1250',
  },
  ...{
    el: 'windows-1253',
    tr: 'windows-1254',
    he: 'windows-1255',
    ar: 'windows-1256',
    fa: 'windows-1256',
    vi: 'windows-1258',
    th: 'windows-874',
  },
  ...{ et: 'windows-1257', lv: 'windows-1257', lt: 'windows-1257', ko: 'euc-kr' },
};

/** Whether bytes are UTF-8 but for a few broken places. Pure ASCII is not told by this: it is UTF-8 in any case. */
export function looksLikeUtf8(raw: Buffer): boolean {
  let sound = 0;
  let broken = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const lead = raw[at] as number;
    if (lead < 0x80) continue;
    const more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    let found = 0;
    while (found < more && ((raw[at + found + 1] ?? 0) & 0xc0) === 0x80) found += 1;
    if (more && found === more && lead < 0xf5) {
      sound += 1;
      at += more;
    } else broken += 1;
  }
  return sound > 0 && sound >= broken * 5;
}

/** The likeliest encoding of bytes that are not UTF-8 and say nothing: by the language that the feed names, then by what decodes without a fault, then by letters. */
export function guessCharset(raw: Buffer): string {
  const latin = raw.toString('latin1', 0, 65_536);
  const language =
    /<(?:dc:)?language>\s*([a-z]{2,3}(?:[-_][a-z]+)?)/i.exec(latin)?.[1] ?? /xml:lang\s*=\s*["']([a-z-]+)/i.exec(latin)?.[1] ?? '';
  const [main = '', region = ''] = language.toLowerCase().split(/[-_]/);
  if (main === 'ja') return decodes(raw, 'euc-jp') ? 'euc-jp' : latin.includes('\u001b$') ? 'iso-2022-jp' : 'shift_jis';
  if (main === 'zh') return ['tw', 'hk', 'hant'].includes(region) || !decodes(raw, 'gb18030') ? 'big5' : 'gb18030';
  if (main === 'ru') return byLetters(raw) === 'koi8-r' ? 'koi8-r' : 'windows-1251';
  return charsetsOfLanguage[main] ?? (latin.includes('\u001b$') ? 'iso-2022-jp' : byLetters(raw));
}

function decodes(raw: Buffer, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(raw);
    return true;
  } catch {
    return false;
  }
}

/** Words of letters above 0xC0 alone are Cyrillic; koi8-r writes small letters below 0xE0, windows-1251 above. Double bytes that decode without a fault are East Asian. */
function byLetters(raw: Buffer): string {
  let high = 0;
  let pairs = 0;
  let small1251 = 0;
  let smallKoi = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at] as number;
    if (byte < 0x80) continue;
    high += 1;
    if ((raw[at + 1] ?? 0) >= 0x80) pairs += 1;
    if (byte >= 0xe0) small1251 += 1;
    else if (byte >= 0xc0) smallKoi += 1;
  }
  if (!high || pairs < high * 0.4) return 'windows-1252';
  if (small1251 + smallKoi > high * 0.9)
    return smallKoi > small1251 * 2 ? 'koi8-r' : small1251 > smallKoi * 2 ? 'windows-1251' : (doubleByte(raw) ?? 'windows-1251');
  return doubleByte(raw) ?? 'windows-1252';
}

function doubleByte(raw: Buffer): string | undefined {
  return ['euc-jp', 'euc-kr', 'gb18030', 'shift_jis', 'big5'].find(charset => decodes(raw, charset));
}
