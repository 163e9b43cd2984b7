import { quantityReader } from './counted-quantities';
import { spelledNumbers } from './spelled-numbers';

const TENS: Readonly<Record<string, number>> = {
  ...{ venti: 20, trenta: 30, quaranta: 40, cinquanta: 50, sessanta: 60, settanta: 70, ottanta: 80, novanta: 90 },
};

/** "ventuno" and "ventotto" drop the vowel; "ventitré" takes an accent. */
const elided = Object.fromEntries(
  Object.entries(TENS).flatMap(([ten, value]) => [
    ...['uno', 'una', 'un'].map(one => [`${ten.slice(0, -1)}${one}`, value + 1]),
    [`${ten.slice(0, -1)}otto`, value + 8],
    [`${ten}tré`, value + 3],
  ]),
) as Record<string, number>;

const numbers = spelledNumbers({
  words: {
    ...{
      uno: 1,
      una: 1,
      un: 1,
      due: 2,
      tre: 3,
      quattro: 4,
      cinque: 5,
      sei: 6,
      sette: 7,
      otto: 8,
      nove: 9,
      dieci: 10,
      undici: 11,
      dodici: 12,
    },
    ...{ tredici: 13, quattordici: 14, quindici: 15, sedici: 16, diciassette: 17, diciotto: 18, diciannove: 19 },
    ...TENS,
    ...elided,
  },
  powers: { cento: 100, mille: 1_000, mila: 1_000, milione: 1e6, milioni: 1e6, miliardi: 1e9 },
  between: '\\s?',
  separator: '[. \\u00a0\\u202f]',
});

const MONTHS = 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre';

/** The quantities of people that an Italian sentence may hold. */
export const italianQuantities = quantityReader({
  numbers,
  least: 'almeno|come minimo|non meno di|più di|oltre|un minimo di|più dei',
  most: 'fino a|al massimo|meno di|un massimo di',
  about: "circa|quasi|intorno a|attorno a|all[’']incirca|i|le|gli|dei|delle",
  further: 'altr[ie]',
  furtherAfter: 'altr[ie]',
  ranges: (low, high) => [
    `(?:tra|fra)\\s+(?:le\\s+|i\\s+)?${low}\\s+e\\s+(?:le\\s+|i\\s+)?${high}`,
    `(?<!da\\s+)(?<!dai\\s+)${low}\\s+a\\s+${high}`,
    `${low}\\s?[-–]\\s?(?=\\d)${high}`,
  ],
  vague: { decine: 20, centinaia: 200, migliaia: 2_000, 'divers[ie]|vari[e]?|parecchi|parecchie|alcun[ie]': 3 },
  fixed: {
    'una\\s+decina': 10,
    'una\\s+dozzina': 12,
    'mezza\\s+dozzina': 6,
    'una\\s+quindicina': 15,
    'una\\s+ventina': 20,
    'una\\s+trentina': 30,
    'una\\s+quarantina': 40,
    'una\\s+cinquantina': 50,
    'un\\s+centinaio': 100,
    'un\\s+migliaio': 1_000,
  },
  alone: '(?:mort|ferit|dispers)[oa]',
  article: 'una?|uno',
  people: 'persone|morti|feriti|abitanti|civili|soldati|residenti',
  namedBefore:
    'volo|via|strada|numero|articolo|pagina|capitolo|canale|magnitudo|boeing|airbus|categoria|gruppo|nel|dal|del|anno|il|alle|dalle|ai|civico|statale',
  otherAfter:
    '(?:di\\s+)?(?:(?:nuov[ie]|grandi|altr[ie])\\s+)?(?:' +
    `${MONTHS}|ann[oi]|mes[ei]|settiman[ae]|giorn[oi]|nott[ei]|or[ae]|minut[oi]|second[oi]|secol[oi]|volt[ae]|per cento|` +
    'chilometr[oi]|km|metr[oi]|miglia|ettar[oi]|tonnellat[ae]|chil[oi]|kg|litr[oi]|grad[oi]|euro|dollar[oi]|sterline|punt[oi]|' +
    'cas[ae]|edific[io]+|palazz[io]+|abitazion[ei]|appartament[oi]|magazzin[oi]|scuol[ae]|ospedal[ei]|negoz[io]+|' +
    'auto|automobili|macchin[ae]|mezzi|veicol[oi]|autobus|pullman|camion|tren[oi]|vagon[ei]|aere[oi]|elicotter[oi]|barc[ah]+e?|barche|nav[ei]|imbarcazion[ei]|carri|moto|' +
    'pecor[ae]|mucch?[ae]|can[ei]|cavall[oi]|animal[ei]|bovin[oi]|uccell[oi]|cap[oi]|' +
    'colp[oi]|spar[oi]|proiettil[ei]|coltellat[ae]|attacch?[oi]|attentat[oi]|esplosion[ei]|missil[ei]|razz[io]+|dron[ei]|fucil[ei]|arm[ai]|telefon[oi]|cellular[ei]|' +
    'paes[ei]|città|comun[ei]|villagg[io]+|region[ei]|provinc[ei]e?|quartier[ei]|stati|' +
    'lett[oi]|partit[ae]|gol|libr[oi]|pagin[ae]|fotografi[ae]|foto|film|famigli[ae]|vot[oi]|seggi|denunce|grupp[oi]|squadr[ae]|pian[oi]|incend[io]+|su (?:dieci|cento|cinque|tre|\\d+)|milioni di (?:euro|dollari)|cas[oi])',
  onePerson:
    "(?:un|una|un[’'])\\s?(?:altr[oa]\\s+)?(?:(?:giovane|anziano|anziana)\\s+)?(?:uomo|donna|bambino|bambina|ragazzo|ragazza|giovane|adolescente|neonato|neonata|persona|poliziotto|poliziotta|carabiniere|agente|militare|soldato|guardia|civile|giornalista|lavoratore|lavoratrice|operai[oa]|pompiere|vigile del fuoco|soccorritore|" +
    'autista|conducente|passegger[oa]|pedone|ciclista|motociclista|studente|studentessa|alunn[oa]|turista|manifestante|abitante|residente|anzian[oa]|pensionat[oa]|vigilante|pilota|insegnante|professore|medico|infermier[ea]|padre|madre|pescatore|alpinista|escursionista|sciatore|\\d{1,2}enne|\\p{L}+enne)',
});
