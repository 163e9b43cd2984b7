import { quantityReader } from './counted-quantities';
import { spelledNumbers } from './spelled-numbers';

const numbers = spelledNumbers({
  words: {
    ...{
      ein: 1,
      eins: 1,
      eine: 1,
      einen: 1,
      einem: 1,
      einer: 1,
      zwei: 2,
      zweier: 2,
      drei: 3,
      dreier: 3,
      vier: 4,
      fünf: 5,
      sechs: 6,
      sieben: 7,
    },
    ...{
      acht: 8,
      neun: 9,
      zehn: 10,
      elf: 11,
      zwölf: 12,
      dreizehn: 13,
      vierzehn: 14,
      fünfzehn: 15,
      sechzehn: 16,
      siebzehn: 17,
      achtzehn: 18,
    },
    ...{
      neunzehn: 19,
      zwanzig: 20,
      dreißig: 30,
      dreissig: 30,
      vierzig: 40,
      fünfzig: 50,
      sechzig: 60,
      siebzig: 70,
      achtzig: 80,
      neunzig: 90,
    },
  },
  powers: { hundert: 100, tausend: 1_000, million: 1e6, millionen: 1e6, milliarden: 1e9, 'mio.': 1e6 },
  between: 'und|',
  separator: '[. \\u00a0\\u202f]',
});

const MONTHS = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';

/** The quantities of people that a German sentence may hold. */
export const germanQuantities = quantityReader({
  numbers,
  least: 'mindestens|wenigstens|mehr als|über|zumindest|nicht weniger als',
  most: 'bis zu|höchstens|maximal|weniger als',
  about: 'rund|etwa|ungefähr|fast|knapp|circa|ca\\.|gut|an die|schätzungsweise|insgesamt|alle|die|den|diese|seine|ihre',
  further: 'weitere|weiteren',
  furtherAfter: 'weitere|weiteren|weiterer|andere|anderen',
  ranges: (low, high) => [
    `zwischen\\s+${low}\\s+und\\s+${high}`,
    `(?<!von\\s+)${low}\\s+bis\\s+${high}`,
    `${low}\\s?[-–]\\s?(?=\\d)${high}`,
  ],
  vague: {
    '(?:mehrere\\s+)?dutzende?': 24,
    '(?:mehrere\\s+)?hunderte': 200,
    'mehrere\\s+hundert': 200,
    '(?:mehrere\\s+)?tausende': 2_000,
    'mehrere\\s+tausend': 2_000,
    'mehrere|mehreren|einige|zahlreiche': 3,
  },
  fixed: { 'ein\\s+halbes\\s+dutzend': 6, 'ein\\s+dutzend': 12 },
  alone: '(?:Tote|Verletzte|Schwerverletzte|Leichtverletzte|Vermisste)[rn]?|Todesopfer|Todesfall|Leiche|Festnahme',
  article: 'eine?|einen|einem|einer|eins',
  people: 'Menschen|Personen|Soldaten|Verletzte|Tote|Todesopfer|Zivilisten|Einwohner|weitere|Demonstranten|Vermisste',
  namedBefore:
    'Flug|Linie|Nummer|Nr\\.|Straße|Seite|Kapitel|Artikel|Platz|Stärke|Boeing|Airbus|um|Paragraf|Jahre?|Gruppe|Kanal|Gleis|Sendung',
  otherAfter:
    `\\.\\s+\\p{L}+|(?:(?:\\p{L}+(?:en|e|er))\\s+)?(?:(?:${MONTHS})|` +
    'Jahren?|Jahre|Jahr|Monate?n?|Wochen?|Tage?n?|Nächte?n?|Stunden?|Minuten?|Sekunden?|Uhr|Jahrhunderten?|mal|-?mal|Prozent|Prozentpunkte|' +
    'Euro|Dollar|Franken|Rubel|Kilometern?|Metern?|Zentimetern?|km|Hektar|Tonnen|Kilo(?:gramm)?|Liter|Grad|Punkten?|' +
    '\\p{L}*häusern?|\\p{L}*gebäuden?|\\p{L}*wohnungen|Haushalten?|\\p{L}*hallen|Schulen|Geschäften?|Betten|Plätzen?|' +
    '\\p{L}*fahrzeugen?|Autos|Wagen|\\p{L}*busse|Lastwagen|Lkw|Zügen?|Waggons|Flugzeugen?|Hubschraubern?|Schiffen?|Booten?|Panzern?|' +
    'Schafen?|Kühen?|Rindern?|Tieren?|Hunden?|Pferden?|Vögeln?|Schweinen?|Hühnern?|' +
    'Schüssen?|Schuss|Kugeln|Salven|Angriffen?|Anschlägen?|Explosionen|Raketen|Drohnen|Granaten|Gewehren?|Waffen|Telefonen?|Handys|Messerstichen?|Stichen?|' +
    'Ländern?|Staaten|Städten?|Dörfern?|Orten?|Gemeinden|Regionen|Provinzen|Bezirken?|' +
    'Spielen?|Toren?|Büchern?|Seiten|Fotos|Bildern?|Filmen?|Familien|Stimmen|Sitzen?|Fällen?|Gruppen|Teams|Etagen|Bränden?|Versuchen?|von (?:zehn|drei|vier|fünf|hundert|\\d+))',
  onePerson:
    '(?:ein(?:e|en|em|er)?)\\s+(?:(?:weitere[rns]?|\\d{1,3}-jährige[rns]?|\\p{L}*jährige[rns]?|junge[rns]?|ältere[rns]?|alte[rns]?|unbekannte[rns]?|\\d{1,3} Jahre alte[rns]?|amerikanische[rns]?|deutsche[rns]?)\\s+){0,2}' +
    '(?:Mann|Frau|Kind|Junge|Jungen|Mädchen|Jugendliche[rn]?|Baby|Säugling|Mensch|Menschen|Person|Polizist(?:in|en)?|Beamter|Beamte|Beamten|Soldat|Soldaten|Zivilist(?:en)?|Journalist(?:in|en)?|Arbeiter(?:in)?|Feuerwehrmann|Sanitäter|' +
    'Fahrer(?:in)?|Autofahrer(?:in)?|Lkw-Fahrer|Passagier|Fußgänger(?:in)?|Radfahrer(?:in)?|Motorradfahrer(?:in)?|Schüler(?:in)?|Student(?:in|en)?|Tourist(?:in|en)?|Demonstrant(?:en)?|Bewohner(?:in)?|Rentner(?:in)?|Senior(?:in)?|Pilot|Bergsteiger(?:in)?|Wanderer|Skifahrer(?:in)?|Wachmann|Lehrer(?:in)?|Arzt|Ärztin|Vater|Mutter|(?:\\d{1,3}-|\\p{L}*)jährige[rn]?|weitere[rs]?(?=\\s+(?:kam|wurde|starb|ist|erlag)(?![\\p{L}])))',
});
