import { casualtyGrammarOf, OLD_NUMBER } from './casualty-words';
import { italianQuantities } from './italian-quantities';

const MONTHS = 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre';
const BE =
  '(?:(?:sono|è|erano|era|sarebbero|sarebbe|furono|fu)(?:\\s+(?:già|anche|tutti|tutte|ancora|\\p{L}+mente))*(?:\\s+(?:stat[oaie]|rimast[oaie]|finit[oaie]))?|risultano|risulta|restano|resta|rimangono)(?:\\s+(?:già|anche|tutti|tutte|ancora|\\p{L}+mente))*';
const HAVE = '(?:hanno|ha|avevano|aveva|avrebbero|avrebbe)(?:\\s+(?:anche|già))?';
const KILLED = '(?:uccis|assassinat|giustiziat|massacrat|decapitat|freddat|ammazzat|trucidat)[oaie]';
const DIED = '(?:mort|decedut|annegat|deced|perit|spirat)[oaie]';
const WOUNDED = '(?:(?:lievemente|gravemente|seriamente|leggermente)\\s+)?(?:ferit|ustionat|contus|intossicat)[oaie]';
const HELD = '(?:arrestat|fermat|detenut|incarcerat)[oaie]';
const LOST = '(?:dispers|scompars)[oaie]';

/** Italian: what tells how many were killed, injured, missing or detained. "Vittime" are no dead. */
export const italianCasualties = casualtyGrammarOf({
  metrics: {
    KILLED: {
      toll: '(?:numero|bilancio|totale|conto)\\s+(?:ufficiale\\s+)?(?:dei|delle|di)\\s+(?:morti|decessi|vittime mortali|persone (?:morte|uccise))|i morti',
      beside: `mort[oie]|morta|decess[io]|cadaveri|corpi|vittime mortali|salme`,
      first: `(?:sono|è)\\s+(?:${DIED}|stat[oaie]\\s+${KILLED})|morirono|morì|muoiono|muore|perirono|uccis[oaie](?!\\s+da)|mort[oaie](?=\\s+${OLD_NUMBER})`,
      active: `${HAVE}\\s+(?:ucciso|uccise|assassinato|massacrato|ammazzato|giustiziato)(?:\\s+a colpi d[’']arma da fuoco)?|aver(?:e)? ucciso|uccid(?:e|ono|endo)|uccise(?:ro)?|(?:è costat[oa]|costa|costò|ha tolto)\\s+la vita\\s+(?:ad?|di)`,
      of: '(?:la morte|le morti|la vita|i corpi|i cadaveri|le salme|l’omicidio|dell’omicidio|l’assassinio|l’uccisione|dell’uccisione|dell’assassinio|il decesso)\\s+(?:di|a)\\s+(?:almeno\\s+)?',
      after: `${BE}\\s+(?:trovat[oaie]\\s+|ritrovat[oaie]\\s+)?(?:${KILLED}|${DIED})|${KILLED}|decedut[oaie]|${HAVE}\\s+perso la vita|(?:ri)?trovat[oaie]\\s+mort[oaie]|(?:muoiono|muore)|morirono|perirono`,
    },
    INJURED: {
      toll: '(?:numero|bilancio|totale)\\s+(?:dei|di)\\s+feriti|i feriti',
      beside: WOUNDED,
      first: `(?:sono|è)\\s+(?:rimast|stat)[oaie]\\s+${WOUNDED}|ferit[oaie](?!\\s+da)`,
      active: `(?:ne\\s+)?${HAVE}\\s+(?:\\p{L}+mente\\s+)?ferit[oaie]|fer(?:isce|iscono|endo)|ferì|ferirono`,
      after: `${BE}\\s+${WOUNDED}|${WOUNDED}|${HAVE}\\s+(?:riportato|subito)\\s+(?:\\p{L}+\\s+){0,2}?(?:ferite|ustioni|lesioni|fratture|contusioni)`,
    },
    HOSPITALISED: {
      first: '(?:sono|è)\\s+stat[oaie]\\s+ricoverat[oaie]',
      after: `${BE}\\s+(?:ricoverat[oaie]|(?:portat|trasportat|condott|trasferit)[oaie]\\s+(?:\\p{L}+\\s+)?(?:in|all[’'])\\s?ospedale|in ospedale)|ricoverat[oaie]`,
    },
    MISSING: {
      toll: '(?:numero|totale)\\s+(?:dei|di)\\s+dispersi|i dispersi',
      beside: 'dispers[oaie]',
      after: `${BE}\\s+${LOST}|${LOST}|manca(?:no)? all[’']appello`,
    },
    DETAINED: {
      toll: '(?:numero|totale)\\s+(?:degli|dei|di)\\s+(?:arresti|arrestati|fermati)',
      beside: 'arresti|arrestati|fermi',
      first: `(?:sono|è)\\s+stat[oaie]\\s+${HELD}`,
      active: `${HAVE}\\s+(?:arrestato|fermato)|arresta(?:no)?`,
      of: '(?:l’arresto|all’arresto)\\s+di\\s+',
      after: `${BE}\\s+${HELD}|(?:arrestat)[oaie]|in manette`,
    },
  },
  hint: 'mort|morì|mori|muo[ri]|ucci|assassin|massacr|ammazz|giustizi|deced|decess|vita|anneg|cadaver|corpi|salm|ferit|ferì|feri|feren|ustion|contus|intossic|dispers|scompar|appello|arrest|ferm|deten|manette|ospedal|ricover|omicid|decapit',
  quantities: italianQuantities,
  stop: `aver|avere|accusat[oaie]|sospettat[oaie]|e|ed|o|ma|che|chi|cui|quando|mentre|sul|sulla|ha|hanno|aveva|avevano|avrebbe|avrebbero|è|sono|era|erano|sarebbe|sarebbero|fu|furono|stat[oaie]|rimast[oaie]|mort[oaie]|uccis[oaie]|uccise|uccidono|ferit[oaie]|dispers[oaie]|arrestat[oaie]|fermat[oaie]|decedut[oaie]|ricoverat[oaie]|può|possono|potrebbe|potrebbero|risultano|restano|superstiti|parenti|familiari|dei|delle|degli|cercano|combattono|condannat[oaie]|salvat[oaie]|senza|muoiono|muore|muoia|morì|morirono|perso|tentato`,
  joiner: 'e|ed|oltre a|nonché|più',
  between: 'tutti|tutte|anche|già|che|ancora|poi|altrettanti',
  agent: 'padre di|madre di|da|dai|dalle|dagli|per',
  moved: `(?:(?:è|sono)\\s+)?(?:salit[oaie]|sale|salgono|scesa?o?|scende|arriv[ao]|arrivat[oaie]|raggiunge|ha raggiunto|passat[oaie]|passa|aumentat[oaie]|sono|supera|ha superato|è di|cala)(?:\\s+(?:ora|ormai|già|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica))*(?:\\s+da\\s+${OLD_NUMBER})?(?:\\s+(?:ad?|i))?`,
  account: 'bilancio',
  confirmed:
    'vigili del fuoco|i|persone|civili|altr[ie]|confermati|nuovi|soldati|poliziotti|giornalisti|bambini|uomini|donne|\\p{L}+[ie](?=\\s+(?:mort|uccis|ferit|dispers)[ie](?![\\p{L}]))',
  partBefore:
    '(?:tra cui|fra cui|compres[oaie]|inclus[oaie]|tra (?:loro|questi|i morti|i feriti|le vittime)(?: ci sono| vi sono| anche)?|dei quali|delle quali|di cui|di loro)(?:\\s+(?:almeno|anche))?',
  partAfter: '(?:di loro|dei quali|delle quali|dei (?:morti|feriti|dispersi)|delle vittime|di questi)',
  unreal:
    'avrebbe potuto|avrebbero potuto|potrebbe|potrebbero|poteva|può|possono|doveva|dovevano|progettava(?:no)? di|volev(?:a|ano)|minacciava(?:no)? di|ha minacciato di|ha tentato di|hanno tentato di|tentava(?:no)? di|se|evitare|capace di|capaci di|non|nessun[oa]?|né|senza|rischi[ao] di|rischiano di|in grado di',
  further: 'anche|inoltre',
  background: `(?:nel|del|dal|di)\\s+(?:(?:${MONTHS})\\s+(?:del\\s+)?)?(?<!dal\\s+)(?:1[89]|20)\\d\\d(?!\\d|\\s+(?:persone|morti|feriti|soldati|civili|case))|\\d{1,2}\\s+(?:${MONTHS})\\s+(?:1[89]|20)\\d\\d|(?:anni|anno|mesi|mese|settimane|settimana|vent[’']anni|trent[’']anni) fa|(?:\\p{L}+|\\d+) (?:anni|mesi|settimane) (?:prima|dopo)|(?:l[’']anno|il mese|la settimana) scors[oa]|scorso anno|ogni anno|all[’']anno|anniversario|(?:altro|precedente|precedenti) (?:attentato|attacco|incidente|terremoto|sisma)|dall[’']inizio`,
  reporting: {
    expressions: [
      /(?:^|[,\s(])(?:secondo|stando a(?:lla|l|lle|i|gli)?|a quanto riferi(?:to|sce)(?: da(?:lla|l|lle|i|gli)?)?)\s+(?<who>[^,;:—–()]{2,90})/iu,
      /,\s+(?:ha|hanno)\s+(?:detto|dichiarato|affermato|riferito|annunciato|confermato|reso noto|comunicato|precisato|spiegato|fatto sapere)\s+(?<who>[^,;:—–()“"«]{2,90})/iu,
      /,\s+(?:riferisce|riferiscono|fa sapere|fanno sapere|afferma|dice|comunica|rende noto)\s+(?<who>[^,;:—–()“"«]{2,90})/iu,
      /^(?<who>[^,;:—–()“"«\d]{2,80}?)\s+(?:(?:ha|hanno)\s+(?:detto|dichiarato|affermato|riferito|annunciato|confermato|reso noto|comunicato|precisato)|conferma|confermano|riferisce|riferiscono)(?![\p{L}])/iu,
    ],
    office:
      /(?<!\p{L})(?:polizia|polizi|questura|questore|carabinieri|prefett|ministero|ministr|president|premier|governator|governo|sindac|comune|vigili del fuoco|autorità|procura|procurator|portavoce|esercito|protezione civile|ospedale|asl|ambasciat|onu|guardia costiera|guardia di finanza|senator|deputat|militar|croce rossa|soccorritori|soccorsi)/iu,
    article: /^(?:il|lo|la|i|gli|le|un|una|l[’'])\s*(?=\s|(?<=[’']))\s*/iu,
    end: /\s+(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|oggi|ieri|all[’']agenzia|alla stampa|ai giornalisti|in una nota|in un|che|su )/u,
  },
});
