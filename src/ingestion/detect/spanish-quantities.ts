import type { QuantityMention } from './quantity';

const WORDS: Record<string, number> = {
  un: 1,
  una: 1,
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  once: 11,
  doce: 12,
  trece: 13,
  catorce: 14,
  quince: 15,
  dieciséis: 16,
  diecisiete: 17,
  dieciocho: 18,
  diecinueve: 19,
  veinte: 20,
  veintiún: 21,
  veintiuno: 21,
  veintiuna: 21,
  veintidós: 22,
  veintitrés: 23,
  veinticuatro: 24,
  veinticinco: 25,
  veintiséis: 26,
  veintisiete: 27,
  veintiocho: 28,
  veintinueve: 29,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
  cien: 100,
  ciento: 100,
  doscientos: 200,
  doscientas: 200,
  trescientos: 300,
  trescientas: 300,
  cuatrocientos: 400,
  cuatrocientas: 400,
  quinientos: 500,
  quinientas: 500,
  seiscientos: 600,
  seiscientas: 600,
  setecientos: 700,
  setecientas: 700,
  ochocientos: 800,
  ochocientas: 800,
  novecientos: 900,
  novecientas: 900,
};
const WORD = [...Object.keys(WORDS), 'mil'].sort((one, other) => other.length - one.length).join('|');
const NUMBER = `\\d{1,3}(?:\\.\\d{3})+|\\d+(?:\\s+mil)?|(?:${WORD})(?:\\s+(?:y\\s+)?(?:${WORD}))*`;
const VAGUE: Record<string, number> = { decenas: 20, docenas: 24, cientos: 200, centenares: 200, miles: 2_000, varios: 3, varias: 3 };

const COUNTED = new RegExp(
  `(?<![\\p{L}\\d$€.,:/-])(?:(?<further>otr[ao]s)\\s+)?(?:(?<least>al menos|por lo menos|como mínimo|no menos de|más de|un mínimo de)\\s+|(?<most>hasta|un máximo de|menos de)\\s+|(?:unos|unas|cerca de|casi|alrededor de|aproximadamente|en torno a)\\s+)?` +
    `(?:entre\\s+(?<low>${NUMBER})\\s+y\\s+(?<high>${NUMBER})|(?<dozen>una docena|media docena|una decena)|(?<vague>${Object.keys(VAGUE).join('|')})|(?<one>${NUMBER}))(?![\\p{L}\\d%]|[.,:]\\d|\\s?%)`,
  'giu',
);
const NAMED_BEFORE =
  /(?:\b(?:de|en|desde|año|vuelo|ruta|calle|número|kilómetro|km|artículo|página|los|las|a las|boeing|airbus|categoría|magnitud|capítulo|grupo|canal)|\d)\s*$/i;
const OTHER_AFTER =
  /^\s+(?:(?:[a-záéíóúñ]+\s)?(?:años?|meses|mes|semanas?|días?|horas?|minutos?|segundos?|kilómetros|km|metros|millas|toneladas|kilos|grados|euros?|dólares|pesos|millones|por ciento|puntos|veces|disparos|tiros|balas|casas|viviendas|edificios|coches|vehículos|autobuses|camiones|barcos|aviones|ovejas|vacas|perros|caballos|animales|cabezas|patos|pueblos|ciudades|países|provincias|ataques|atentados|incendios|terremotos|misiles|cohetes|fusiles|armas|escaños|votos|goles|partidos|libros|páginas|camas|fotografías|testigos|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|de\s+(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b)/i;
const ONE_PERSON =
  /(?<![\p{L}])(?:un|una|otro|otra)\s+(?:[\p{L}]+\s+)?(?:hombre|mujer|niño|niña|joven|menor|bebé|persona|policía|agente|soldado|militar|guardia|civil|periodista|trabajador|trabajadora|obrero|bombero|conductor|conductora|pasajero|pasajera|peatón|ciclista|motorista|estudiante|turista|manifestante|vecino|vecina|anciano|anciana|adolescente)(?![\p{L}])/giu;

/** The quantities of people that a Spanish sentence may hold. */
export function spanishQuantities(sentence: string): QuantityMention[] {
  const people = [...sentence.matchAll(ONE_PERSON)].map(match => ({
    ...{ value: 1, min: 1, max: 1, atLeast: false, person: true, further: /^otr/i.test(match[0]) },
    ...{ start: match.index, end: match.index + match[0].length },
  }));
  const counted = [...sentence.matchAll(COUNTED)].flatMap(match => countedOf(sentence, match) ?? []);
  return [...people, ...counted.filter(one => !people.some(person => one.start < person.end && person.start < one.end))];
}

function countedOf(sentence: string, match: RegExpMatchArray & { index: number }): QuantityMention | null {
  const { further, least, most, low, high, dozen, vague, one } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const before = sentence.slice(0, start);
  const plain = !further && !least && !most && /^\d/.test(match[0]);
  if (
    OTHER_AFTER.test(sentence.slice(end).replace(/^ de (?=\p{L}+s\b)/u, ' ')) ||
    (plain &&
      NAMED_BEFORE.test(before) &&
      !/(?:muerte|vida|cuerpos|muertes|asesinato|vidas) de\s*$/i.test(before) &&
      isNoCount(one ?? '', before, sentence.slice(end)))
  )
    return null;
  if (/^\d{1,3}$/.test(one ?? '') && /[\p{L}],\s*$/u.test(before) && /^\s*,/.test(sentence.slice(end))) return null;
  const shared = { atLeast: Boolean(least), person: false, further: Boolean(further), start, end };
  if (vague) return { ...shared, value: null, min: VAGUE[vague.toLowerCase()] ?? null, max: null };
  if (low && high) return { ...shared, value: null, min: numberOf(low), max: numberOf(high) };
  const value = dozen ? (/decena/i.test(dozen) ? 10 : /media/i.test(dozen) ? 6 : 12) : numberOf(one ?? '');
  return { ...shared, value, min: most ? null : value, max: least ? null : value };
}

/** A year, a day of a month, the number of a flight or a road. */
function isNoCount(numeral: string, before: string, after: string): boolean {
  return (
    /^(?:1[5-9]|20)\d\d$/.test(numeral) ||
    !/^\s+\p{Ll}/u.test(after) ||
    /\b(?:vuelo|ruta|calle|número|kilómetro|artículo|página|canal|grupo)\s*$/i.test(before)
  );
}

function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text.replaceAll('.', '').replace(/\s+mil$/i, '')) * (/mil$/i.test(text) ? 1_000 : 1);
  let total = 0;
  let group = 0;
  for (const word of text.toLowerCase().split(/\s+/)) {
    if (word === 'mil') {
      total += (group || 1) * 1_000;
      group = 0;
    } else group += WORDS[word] ?? 0;
  }
  return total + group;
}
