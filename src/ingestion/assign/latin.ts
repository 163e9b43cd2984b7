/** A text in lower-case Latin letters without accents, so that one name has one spelling, near enough, in all scripts that spell by sound. */
export function latin(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase();
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '');
  return plain.replace(/[\u00df-\u06ff]/g, letter => LETTERS.get(letter) ?? letter);
}

const LETTERS = new Map(
  `а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sh ы y э e ю iu я ia
  і i ї i є e ґ g ў u ђ d ј i љ l њ n ћ c џ d α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ i φ f χ h ψ ps ω o
  ا a ب b ت t ث th ج j ح h خ kh د d ذ d ر r ز z س s ش sh ص s ض d ط t ظ z غ g ف f ق k ك k ل l م m ن n ه h و o ي i ى a ة a ئ i ؤ o پ p چ ch ژ zh گ g ی i ک k
  ø o ł l đ d ð d þ th æ ae œ oe ß ss ı i`
    .trim()
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, part, i, all) => (i % 2 ? [...pairs, [all[i - 1] ?? '', part]] : pairs), [])
    .concat(['ъ', 'ь', 'ع', 'ء', 'ـ'].map(silent => [silent, ''])),
);
