import { quantityReader } from './counted-quantities';
import { spelledNumbers } from './spelled-numbers';

const numbers = spelledNumbers({
  words: {
    ...{
      un: 1,
      une: 1,
      deux: 2,
      trois: 3,
      quatre: 4,
      cinq: 5,
      six: 6,
      sept: 7,
      huit: 8,
      neuf: 9,
      dix: 10,
      onze: 11,
      douze: 12,
      treize: 13,
    },
    ...{ quatorze: 14, quinze: 15, seize: 16, vingt: 20, vingts: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60 },
    ...{
      septante: 70,
      huitante: 80,
      octante: 80,
      nonante: 90,
      'quatre-vingt': 80,
      'quatre-vingts': 80,
      'quatre vingts': 80,
      'quatre vingt': 80,
    },
  },
  powers: { cent: 100, cents: 100, mille: 1_000, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9 },
  between: '[\\s-]+et[\\s-]+|[\\s-]+',
  separator: '[ .\\u00a0\\u202f]',
});

const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

/** The quantities of people that a French sentence may hold. */
export const frenchQuantities = quantityReader({
  numbers,
  least: "au moins|au minimum|pas moins de|plus d[e’'](?:\\s?)|un minimum de|minimum",
  most: "jusqu[’']à|au plus|au maximum|moins de|un maximum de",
  about: 'environ|près de|quelque|quelques?(?= \\d)|presque|autour de|à peu près|une estimation de|les|ces|leurs|ses',
  further: 'autres',
  furtherAfter: 'autres|de plus|supplémentaires',
  ranges: (low, high) => [
    `entre\\s+${low}\\s+et\\s+${high}`,
    `(?:de\\s+)?(?<!(?:passé|passe|passer|baissé|monté)\\s+de\\s+)(?<!d[eu]\\s+)${low}\\s+à\\s+${high}`,
    `${low}\\s?[-–]\\s?(?=\\d)${high}`,
  ],
  vague: {
    '(?:plusieurs|quelques|des)\\s+dizaines': 20,
    '(?:plusieurs|quelques|des)\\s+centaines': 200,
    '(?:plusieurs|quelques|des)\\s+milliers': 2_000,
    plusieurs: 3,
  },
  fixed: {
    'une\\s+dizaine': 10,
    'une\\s+douzaine': 12,
    'une\\s+quinzaine': 15,
    'une\\s+vingtaine': 20,
    'une\\s+trentaine': 30,
    'une\\s+quarantaine': 40,
    'une\\s+cinquantaine': 50,
    'une\\s+soixantaine': 60,
    'une\\s+centaine': 100,
    'un\\s+millier': 1_000,
  },
  article: 'un|une',
  alone: '(?:mort|blessé|disparu|tué)e?',
  people: 'personnes|morts|blessés|habitants|civils|soldats|manifestants',
  namedBefore:
    'vol|route|rue|numéro|n°|ligne|article|page|chapitre|chaîne|magnitude|boeing|airbus|catégorie|groupe|âgée?s? de|en|depuis|année|vers|le|du|au',
  otherAfter:
    "(?:d[e’']\\s?)?(?:(?:nouve(?:lles|aux)|grand(?:e)?s|petit(?:e)?s|autres)\\s+)?(?:" +
    `${MONTHS}|ans?|années?|mois|semaines?|jours?|nuits?|heures?|minutes?|secondes?|siècles?|fois|` +
    'kilomètres?|km|mètres?|m|centimètres?|miles|hectares?|tonnes?|kilos?|kg|litres?|degrés?|euros?|dollars?|francs?|pour cent|points?|' +
    'maisons?|immeubles?|bâtiments?|logements?|foyers?|appartements?|entrepôts?|écoles?|hôpitaux|magasins?|structures?|' +
    'voitures?|véhicules?|bus|autocars?|camions?|trains?|wagons?|rames?|avions?|hélicoptères?|bateaux?|navires?|embarcations?|chars|' +
    'moutons?|brebis|vaches?|chiens?|chevaux|animaux|bêtes|oiseaux|' +
    'coups?|balles?|tirs?|frappes?|attaques?|attentats?|explosions?|missiles?|roquettes?|drones?|fusils?|armes?|téléphones?|obus|' +
    'pays|villes?|villages?|communes?|régions?|départements?|provinces?|quartiers?|' +
    "lits?|matchs?|buts?|livres?|pages?|photographies|photos?|films?|familles?|voix|sièges?|plaintes?|chefs d[’']accusation|groupes?|équipes?|étages?|incendies?|séismes?|gardes à vue|tentatives?|ménages|cas|sur (?:dix|cinq|trois|quatre|cent|\\d+))",
  onePerson:
    '(?:un|une|(?:un|une) autre)\\s+(?:(?:jeune|ancien|ancienne|vieille|petite?)\\s+)?(?:homme|femme|enfant|fille|fillette|garçon|adolescente?|bébé|personne|policier|policière|gendarme|agent|soldat|militaire|civil|journaliste|ouvrier|ouvrière|employée?|pompier|secouriste|' +
    'conducteur|conductrice|chauffeur|passager|passagère|piéton|piétonne|cycliste|motard|étudiante?|élève|lycéen|touriste|manifestante?|habitante?|retraitée?|vieillard|octogénaire|septuagénaire|sexagénaire|quinquagénaire|trentenaire|quadragénaire|skieur|alpiniste|randonneur|pilote|gardien|vigile|enseignante?|professeur|médecin|infirmière|père|mère)|(?:un|une)\\s+autre(?=\\s+(?:est|a|tuée?|blessée?|morte?)(?![\\p{L}]))',
});
