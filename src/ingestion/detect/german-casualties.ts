import { casualtyGrammarOf, OLD_NUMBER } from './casualty-words';
import { germanQuantities } from './german-quantities';

const NOT_REAL = '(?!\\s+(?:sollten?|könnten?|können|würden?|wollten?|müssen|lassen|wird))';
const DIED = `starb(?:en)?|gestorben|(?:sterben|stirbt)${NOT_REAL}|ertrank(?:en)?|ertrunken|erlag(?:en)?|verunglückten? tödlich`;
const KILLED = 'getötet|erschossen|ermordet|erstochen|hingerichtet|enthauptet|verbrannt|erstickt|erschlagen|totgeschlagen';
const WOUNDED = '(?:schwer|leicht|lebensgefährlich|schwerst)?verletzt|verwundet';
const MONTHS = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';

/** German: what tells how many were killed, injured, missing or detained. "Opfer" are no dead. */
export const germanCasualties = casualtyGrammarOf({
  metrics: {
    KILLED: {
      toll: '(?:Zahl|Anzahl)\\s+der\\s+(?:\\p{L}+\\s+)?(?:Toten|Todesopfer|Getöteten|Todesfälle|Todesopfern)|Opferzahl der Toten',
      beside: 'Tote[rn]?|Todesfall|Leiche|Todesopfern?|Leichen|Todesfälle|Getöteten?',
      first: `starb(?:en)?|(?:sterben|stirbt)${NOT_REAL}|ertrank(?:en)?`,
      active:
        'töteten?|tötet|töten(?=\\s+[\\uE000-\\uF8FF])|erschoss(?:en)?|ermordeten?|erstach(?:en)?|richteten? hin|kosteten?(?=[^.,;]{0,70}\\s(?:das|ihr) Leben)',
      of: '(?:Tod|Ermordung|Tötung|Leichen|Mord|Leichnam)\\s+(?:(?:von|an|der)\\s+)?',
      after: `${DIED}|${KILLED}|(?:wurden?|worden)\\s+[^,.;]{3,40}\\s+und getötet|ums Leben(?:\\s+(?:gekommen|kamen?))?|(?:verloren|verlor|ließen|ließ)\\s+[^,.;]{0,60}?(?:ihr|sein|das) Leben|(?:ihr|sein|das) Leben (?:verloren|gelassen|gekostet)|tot(?:\\s+(?:auf)?gefunden|\\s+geborgen)?|(?:mit )?in den Tod(?:\\s+gerissen)?`,
    },
    INJURED: {
      toll: '(?:Zahl|Anzahl)\\s+der\\s+(?:\\p{L}+\\s+)?Verletzten',
      beside: '(?:Schwer|Leicht|Schwerst)?verletzte[rn]?|Verwundete[rn]?',
      active: '(?:verletzten?|verwundeten?)(?=\\s+(?:(?:\\p{L}+)\\s+){0,3}[\\uE000-\\uF8FF])',
      after: `${WOUNDED}|(?:erlitten|erlitt)\\s+(?:\\p{L}+\\s+){0,2}?(?:\\p{L}*verletzungen|Verbrennungen|\\p{L}*vergiftungen|Prellungen)|Verletzungen (?:erlitten|zu|davon|zugezogen)|(?:trugen|trug)\\s+[^,.;]{0,40}?(?:Verletzungen|Verbrennungen)`,
    },
    HOSPITALISED: {
      after:
        '(?:ins|in(?: ein| umliegende| nahe)?) (?:Krankenhaus|Krankenhäuser|Kliniken?|Spital)(?:\\s+(?:gebracht|eingeliefert|geflogen|eingewiesen|transportiert))?|(?:im|in) Krankenhaus behandelt',
    },
    MISSING: {
      toll: '(?:Zahl|Anzahl)\\s+der\\s+Vermissten',
      beside: 'Vermisste[rn]?',
      after: 'vermisst|verschollen|verschwunden|verschwanden|als vermisst|als verschollen|unauffindbar',
    },
    DETAINED: {
      toll: '(?:Zahl|Anzahl)\\s+der\\s+(?:Festnahmen|Festgenommenen)',
      beside: 'Festnahmen|Festgenommenen?',
      active: 'verhafteten?',
      of: '(?:Festnahme|Verhaftung)\\s+(?:von\\s+)?',
      after: 'festgenommen|fest|verhaftet|in Gewahrsam(?:\\s+genommen)?|inhaftiert',
    },
  },
  hint: 'tot|töt|tod|starb|sterb|stirbt|storben|leben|leiche|leichnam|ermord|mord|erschoss|erstoch|erstach|hingericht|enthaupt|ertrank|ertrunk|erlag|verletz|verwund|verbrenn|krankenh|klinik|spital|vermiss|verscholl|verschw|unauffind|fest|haft|gewahrsam|erstick|erschlag',
  quantities: germanQuantities,
  stop: `und|oder|aber|sondern|die|der(?=\\s+(?:sich|in|am|die|den)\\s)|welche|dass|als|während|weil|wenn|haben|hat|hatten?|hätten?|habe|nahm(?:en)?|nimmt|nehmen|saß(?:en)?|sitzen|steckten?|zu|könnten?|kann|können|wollten?|sollten?|würden?|drohten?|planten|versuchten?|starb(?:en)?|gestorben|sterben|stirbt|ertrank(?:en)?|erlag(?:en)?|getötet|töteten?|erschoss(?:en)?|ermordet|verletzt|verletzten?|vermisst|verschollen|festgenommen|verhaftet|überlebten?|überlebende|gerettet|retteten|verurteilt|verurteilten|angehörige|beschädigt|zerstört|evakuiert|sprachen|gekommen|tote|toten|tot|befreiten|riskierten`,
  joiner: 'und|sowie|und auch',
  between: 'alle|auch|noch|weiterhin',
  gap: 9,
  reach: 8,
  agent: 'von|durch|gegen|mit|vom',
  moved: `(?:auf(?=\\s+${OLD_NUMBER}\\s+(?:gestiegen|angestiegen|erhöht|gesunken|geklettert))|(?:stieg|steigt|steige|liege|sei|habe|ist|war|wuchs|wächst|erhöhte|erhöht|hat|kletterte|sank|sinkt|liegt|lag|beläuft|belief|wurde|beträgt|fiel)(?:\\s+(?:sich|damit|nun|inzwischen|mittlerweile|weiter|derzeit|bis\\s+\\p{L}+|am\\s+\\p{L}+|\\p{L}+)){0,4}?(?:\\s+von\\s+${OLD_NUMBER})?\\s+(?:auf|bei))`,
  account: 'Bilanz|Zahl der Opfer|Opferzahl',
  confirmed: 'weitere|weiteren|bestätigte|bestätigten|zivile|neue|mehr|Menschen|\\p{L}*jährige',
  partBefore:
    '(?:darunter|davon|unter ihnen|unter den (?:Toten|Verletzten|Opfern)(?: sind| waren| seien)?|einschließlich|inklusive|von ihnen)(?:\\s+(?:sind|waren|auch|mindestens))?',
  partAfter: '(?:der (?:Toten|Verletzten|Opfer|Vermissten|Getöteten)|von ihnen|davon|dieser)',
  unreal:
    'hätten?|könnten?|kann|können|wollten?|sollten?|drohten?|planten?|plante|versuchten?|wenn|falls|würden?|keine?n?|niemand|nicht|ohne|verhindern',
  further: 'auch|außerdem|zudem',
  background: `im Jahre?\\s+(?:1[89]|20)\\d\\d|(?:im\\s+|\\.\\s?)(?:${MONTHS})\\s+(?:1[89]|20)\\d\\d|(?:1[89]|20)\\d\\d(?=\\s+(?:wurden?|starb(?:en)?|kamen?|waren?|hatten?|töteten?)(?![\\p{L}]))|vor (?:\\p{L}+|\\d+)(?:\\s+\\p{L}+)? (?:Jahren?|Monaten?|Wochen?)|(?:im|in der) (?:vergangenen|letzten|vorigen) (?:Jahr|Monat|Woche)|(?:vergangene|letzte|vorige)s? (?:Jahr|Woche)|jedes Jahr|jährlich|pro Jahr|im Jahr(?=\\s|\\.)|seit (?:Jahresbeginn|Beginn|Anfang|Januar|Kriegsbeginn)|Jahrestag\\p{L}*|(?:früheren?|anderen|ähnlichen|vorherigen) (?:Anschlag|Angriff|Unglück|Unfall|Beben)\\p{L}*|gedenk\\p{L}+ an`,
  reporting: {
    expressions: [
      /(?:^|[,\s(])(?:nach Angaben|laut|nach Informationen|wie es (?:bei|von)|zufolge)\s+(?:de[rs]\s+|von\s+|vom\s+)?(?<who>[^,;:—–()]{2,80})/iu,
      /,\s+(?:teilte|teilten|sagte|sagten|erklärte|erklärten|berichtete|berichteten|meldete|meldeten|gab|so|bestätigte|hieß es (?:von|bei))\s+(?<who>[^,;:—–()„]{2,80})/iu,
      /,\s+wie\s+(?<who>[^,;:—–()„]{2,80}?)\s+(?:mitteilte|mitteilten|sagte|erklärte|berichtete|meldete|bestätigte)/iu,
      /^(?<who>[^,;:—–()„\d]{2,80}?)\s+(?:teilten? mit|sagten?|erklärten?|berichteten?|meldeten?|bestätigten?|gaben? (?:an|bekannt))(?![\p{L}])/iu,
    ],
    office:
      /(?:polizei|minister|präsident|kanzler|gouverneur|regierung|bürgermeister|behörde|feuerwehr|staatsanwalt|sprecher|armee|militär|rettungskräfte|rettungsdienst|katastrophenschutz|krankenhaus|botschaft|vereinte|amt(?!\p{Ll})|landrat|senator|abgeordnete|generalstab|rotes kreuz|küstenwache|zivilschutz)/iu,
    article: /^(?:die|der|das|den|dem|des|ein|eine|einer)\s+/iu,
    end: /\s+(?:am (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Abend|Morgen)|heute|gestern|mit$|mit\.|bekannt|an$|gab es|sind|wurden?|kamen?|starben|haben|ist|sei)/u,
  },
});
