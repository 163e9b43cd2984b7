import type { SpeechGrammar } from './office-speech';

const SAID =
  'déclaré|dit|affirmé|indiqué|assuré|souligné|précisé|ajouté|estimé|expliqué|confirmé|insisté|rappelé|reconnu|écrit|fait savoir|fait valoir|raconté|lancé|martelé|réagi|répondu|commenté|noté|relevé|admis|soutenu|tweeté|conclu|tonné|prévenu|averti|promis|annoncé|dénoncé|rapporté';
const ACTS =
  'condamné|dénoncé|accusé|démenti|rejeté|réclamé|exigé|demandé|appelé|remercié|présenté\\s+(?:ses|leurs)\\s+condoléances|exprimé|critiqué|mis en garde|conseillé|recommandé|salué|jugé|fustigé|adressé\\s+ses\\s+condoléances|plaidé|invité|exhorté|revendiqué|nié|déploré|ordonné|fait état|décrété|proposé';
const SOFT = '(?:\\s+(?:\\p{L}+ment|aussi|également|toutefois|encore|déjà|de son côté|par ailleurs|d’abord|même|lui-même))?';

/** French: how offices speak in a text. */
export const frenchSpeech: SpeechGrammar = {
  said: `(?:a|ont|avait|avaient)${SOFT}\\s+(?:${SAID})|(?:déclare|affirme|indique|assure|souligne|précise|ajoute|estime|explique|confirme|rappelle|annonce)(?:nt)?`,
  acts: `(?:a|ont|avait|avaient)${SOFT}\\s+(?:${ACTS})|(?:s[’']est|se sont)\\s+(?:dit|déclaré)e?s?\\s+(?:prêt|favorable|opposé|disposé|préoccupé|inquiet|inquiète)\\p{L}*`,
  noActor: 'tribunal|cour|jury|juge|juges',
  according: "[Ss]elon|[Dd][’']après",
  otherVerbs: "(?:n[’'])?(?:a|ont|est|sont|avait|avaient|était|étaient|va|vont)|qui|et",
  office:
    "(?:vice-)?président(?:e)?|premi(?:er|ère)[\\s-]ministre|vice-premier ministre|ministre|secrétaire (?:général|générale|d[’']État)|porte-parole|gouverneure?|maire|(?:sous-)?préf(?:et|ète)|procureure?|ambassadeur|ambassadrice|chancelier|chancelière|sénateur|sénatrice|députée?|général|colonel|lieutenant|lieutenant-colonel|capitaine|commandant|commandante|commissaire|directeur|directrice|chef(?:fe)?(?= d[eu]| d[’'])|roi|reine|prince|pape|archevêque|évêque|cardinal|juge|shérif|conseiller|conseillère|haut-commissaire|émissaire|responsable|dirigeant|adjudant|amiral|eurodéputée?|officier|inspecteur|inspectrice|haut responsable",
  noOffice:
    /(?<!\p{L})(?:club|fédération|entreprise|société|groupe|banque|syndicat|association|équipe|ligue|parti|compagnie|FC|OM|PSG|jury|magasin|usine|festival|musée|théâtre|école|lycée)(?!\p{L})/iu,
  as: /^comme\s+l[’']$/iu,
  body: "police|gendarmerie|gendarmes|policiers|ministère|gouvernement|armée|armées|préfecture|mairie|parquet|autorités|pompiers|sapeurs-pompiers|croix-rouge|onu|otan|union européenne|ue|commission(?: européenne| d[’']enquête)?|élysée|matignon|kremlin|maison blanche|pentagone|département d[’']état|quai d[’']orsay|ambassade|consulat|parlement|sénat|conseil de sécurité|conseil|agence (?:de|d’|européenne)|hôpital|secours|services de secours|services d[’']urgence|sécurité civile|protection civile|garde-côtes|présidence|diplomatie|chancellerie|vatican|saint-siège|enquêteurs|état-major|forces (?:armées|de sécurité|de l[’']ordre)|nations unies|unicef|fbi|cia|tribunal|cour|marine|organisation mondiale de la santé|oms|exécutif|défense civile|administration",
  before:
    "le|la|les|l[’']|un|une|des|du|ancien|ancienne|nouveau|nouvelle|haut|vice-|jeune|actuel|actuelle|principal|principale|propre|deux|plusieurs|son|sa|leur",
  article: /^(?:(?:M\.|MM\.|Mme|Mlle)\s+|(?:le|la|les|un|une|des|du|l[’'])\s*(?=\S)(?<=\s|[’']))/iu,
  linking: /(?:^|\s)(?:de|du|des|de la|de l[’']|la|le|les|en|à|au|aux|d[’'])\s*$/u,
  noName:
    /^(?:M\.|Mme|Le|La|Les|Un|Une|L[’'].*|Premi(?:er|ère)|Président(?:e)?|Ministre|Lundi|Mardi|Hier|Maison|Blanche|Unis|Unies|Sécurité|République|Croix-Rouge)$|^\p{Lu}{2,}$/u,
  that: /^(?:que\s+|qu[’'])/iu,
  pronoun: /^(?:et\s+|mais\s+|puis\s+)?(?:il|elle)$|-t-(?:il|elle)$/iu,
  end: /\s+(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)(?: (?:soir|matin|après-midi|dernier))?|aujourd[’']hui|devant|dans un|dans une|à la presse|à l[’']antenne|à l[’']AFP|aux journalistes|ce|sur (?:X|Twitter|Facebook|Telegram|son|sa|les réseaux)|cité par|interrogée? par|au cours|lors)(?![\p{L}])/u,
  lead: /^(?:(?:Mais|Et|Or|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Hier|Dans|Lors|Au|Après|Depuis|En|De son côté|Pour sa part|Par ailleurs|Ensuite|Peu après|À|Sur|Interrogée?s?|Contactée?s?|Jointe?s?|Citée?s?)\s?(?:[^,]{0,60},)?\s+)(?=(?:le|la|les|l[’']|un|une|M\.|Mme|\p{Lu}))/u,
  personName: name => name,
  bodyName: name => name,
  countries: {
    ...{
      français: 'FR',
      france: 'FR',
      allemand: 'DE',
      allemagne: 'DE',
      italien: 'IT',
      italie: 'IT',
      espagnol: 'ES',
      espagne: 'ES',
      britanni: 'GB',
    },
    ...{
      américain: 'US',
      'états-unis': 'US',
      russe: 'RU',
      russie: 'RU',
      kremlin: 'RU',
      ukrain: 'UA',
      polon: 'PL',
      turc: 'TR',
      turquie: 'TR',
    },
    ...{ israél: 'IL', israël: 'IL', palestin: 'PS', libanais: 'LB', liban: 'LB', iranien: 'IR', irak: 'IQ', syrien: 'SY', égyptien: 'EG' },
    ...{
      chinois: 'CN',
      chine: 'CN',
      japon: 'JP',
      indien: 'IN',
      belge: 'BE',
      belgique: 'BE',
      suisse: 'CH',
      canad: 'CA',
      marocain: 'MA',
      maroc: 'MA',
    },
    ...{
      algérien: 'DZ',
      algérie: 'DZ',
      tunisien: 'TN',
      malien: 'ML',
      sénégal: 'SN',
      grec: 'GR',
      grèce: 'GR',
      portugais: 'PT',
      néerland: 'NL',
    },
  },
};
