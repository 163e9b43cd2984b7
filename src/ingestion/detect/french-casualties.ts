import { casualtyGrammarOf, OLD_NUMBER } from './casualty-words';
import { frenchQuantities } from './french-quantities';

const BE =
  '(?:(?:ont|a|avaient|avait|auraient|aurait)\\s+(?:déjà\\s+|également\\s+|aussi\\s+|notamment\\s+)?été|sont|est|étaient|était|seraient|serait|furent|fut)(?:\\s+(?:déjà|également|aussi|toujours|encore|tous|toutes|[\\p{L}]+ment))*';
const HAVE = '(?:ont|a|avaient|avait|auraient|aurait)(?:\\s+(?:déjà|également|aussi))?';
const KILLED = '(?:tué|abattu|assassiné|massacré|exécuté|décapité|égorgé|poignardé à mort|pendu|foudroyé|lynché)e?s?';
const DIED = '(?:mort|décédé)e?s?';
const WOUNDED = '(?:(?:légèrement|grièvement|gravement|sérieusement|très)\\s+)*(?:blessé|brûlé|contusionné|intoxiqué)e?s?';
const HELD = '(?:arrêté|interpellé|détenu|emprisonné|incarcéré|écroué)e?s?';
const LOST = '(?:porté|considéré|signalé)e?s?\\s+(?:comme\\s+)?disparue?s?|disparue?s?';

/** French: what tells how many were killed, injured, missing or detained. "Victimes" are no dead. */
export const frenchCasualties = casualtyGrammarOf({
  metrics: {
    KILLED: {
      toll: '(?:nombre|chiffre|total)\\s+(?:de|des|d’)\\s?(?:morts|décès|tués|personnes (?:tuées|mortes|décédées))|bilan des (?:morts|décès)',
      beside: `(?:personnes\\s+)?(?:morts?|mortes|tuée?s?|décès|cadavres|corps|victimes mortelles|abattus)(?!\\s+(?:et blessé|de faim))`,
      active: `${HAVE}\\s+(?:tué|abattu|assassiné|massacré|exécuté)(?:\\s+par balles?)?|avoir tué|et tué|tuant|tue|tuent|(?:coûté|coûtant|coûte|ôté)\\s+la vie\\s+(?:à|de|d’)`,
      of: "(?:la mort|le décès|les décès|l’assassinat|le meurtre|du meurtre|de l’assassinat|les corps|les dépouilles|le massacre)\\s+(?:de\\s+|d[’'])(?:au moins\\s+)?",
      after: `${BE}\\s+(?:retrouvée?s?\\s+)?(?:${KILLED}|${DIED})|${KILLED}|retrouvée?s?\\s+morte?s?|(?:${BE}\\s+)?mortellement (?:blessé|poignardé|touché|fauché|atteint)e?s?|${HAVE}\\s+(?:péri|perdu la vie|trouvé la mort|succombé)|se (?:sont|seraient) noyée?s|s’est noyée?|(?:meurent|meurt|périssent|périt)`,
    },
    INJURED: {
      toll: '(?:nombre|chiffre|total)\\s+(?:de|des)\\s(?:blessés|personnes blessées)',
      beside: `${WOUNDED}`,
      active: `(?:en\\s+)?${HAVE}\\s+(?:[\\p{L}]+ment\\s+)?blessé|et (?:en )?blessé|blessant|blesse|blessent`,
      after: `${BE}\\s+${WOUNDED}|${WOUNDED}|souffrent de (?:\\p{L}+\\s+)?(?:blessures|brûlures|fractures)|${HAVE}\\s+(?:subi|reçu)\\s+(?:des\\s+)?(?:\\p{L}+\\s+)?(?:blessures|brûlures)`,
    },
    HOSPITALISED: {
      active: `${HAVE}\\s+hospitalisé`,
      of: "l’hospitalisation\\s+(?:de\\s+|d[’'])",
      after: `${BE}\\s+(?:hospitalisée?s?|(?:transporté|conduit|admi|évacué|transféré|emmené)e?s?(?:\\s+\\p{L}+){0,3}?\\s+(?:à|vers) l[’']hôpital)|hospitalisée?s?`,
    },
    MISSING: {
      toll: '(?:nombre|chiffre|total)\\s+(?:de|des)\\s(?:disparus|personnes disparues)',
      beside: '(?:personnes\\s+)?disparue?s?(?!\\s+d[eu]s?\\s+radars)',
      after: `${BE}\\s+(?:${LOST}|recherchée?s)|(?:restent|demeurent|manquent)\\s+(?:introuvables?|${LOST}|à l’appel)|manquent à l’appel|${HAVE}\\s+disparu(?!\\s+des\\s+radars)`,
    },
    DETAINED: {
      toll: '(?:nombre|total)\\s+(?:de|des)\\s(?:arrestations|interpellations|personnes (?:arrêtées|interpellées))',
      beside: 'arrestations|interpellations',
      active: `${HAVE}\\s+(?:arrêté|interpellé|placé en garde à vue)|arrête|interpelle|procédé à(?: l’arrestation de)?`,
      of: "l’arrestation\\s+(?:de\\s+|d[’'])",
      after: `${BE}\\s+(?:${HELD}|placée?s?\\s+en\\s+(?:garde à vue|détention))|${HELD}`,
    },
  },
  hint: 'mort|meur|tu[ée]|tuant|tuer|décè|décéd|péri|vie|noy|abatt|assassin|massacr|corps|cadavr|succomb|bless|brûl|intoxiqu|hospital|hôpital|dispar|introuv|recherch|arrêt|arrest|interpell|garde à vue|déten|détenu|écrou|manqu|bilan|exécut',
  quantities: frenchQuantities,
  stop: 'avoir|d’avoir|soupçonnée?s?|suspectée?s?|accusée?s?|et|ou|mais|qui|que|dont|quand|lorsque|où|si|pour|sur|ont|a|avaient|avait|auraient|aurait|sont|est|étaient|était|seraient|serait|été|furent|fut|sera|seront|pourrai[\\p{L}]+|peut|peuvent|tuée?s?|tuant|tue|tuent|blessée?s?|blessant|blessent|morte?s?|mort|disparue?s?|arrêtée?s?|interpellée?s?|décédée?s?|hospitalisée?s?|survivants?|proches|restent|demeurent|souffrent|se|s’est|s’est|des|les|sans|ont|dispose|compte|condamnée?s?|recherchent|fouillent|meurent|meurt|périt|périssent|contre',
  joiner: 'et|ainsi que|et de|et d’',
  between: 'tous|toutes|également|aussi|déjà|notamment|qui|encore|toujours|depuis',
  agent: 'père de|mère de|par(?:\\s+(?:les|des|au moins))?',
  moved: `(?:(?:est |a |sont )?(?:pass[ée]e?|mont[ée]e?|grimp[ée]e?)|s’élève|s’est élevé|s’élevait|s’alourdit|s’est alourdi|a été porté|est porté|a été ramené|atteint|a atteint|atteignait|dépasse|a dépassé|est de|était de|augment[ée]|baiss[ée]|tomb[ée])(?:\\s+(?:désormais|maintenant|encore|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))*(?:\\s+de\\s+${OLD_NUMBER})?(?:\\s+à)?(?:\\s+(?:les|plus de))?`,
  account: 'bilan',
  confirmed:
    'personnes|civils?|autres|confirmés|soldats|policiers|enfants|hommes|femmes|ouvriers|militaires|nouveaux|de|plus|les|premiers|\\p{L}+(?:s|x)(?=\\s+(?:tués|tuées|blessés|blessées|morts|mortes|disparus|disparues|grièvement|légèrement|gravement)(?![\\p{L}]))',
  partBefore:
    '(?:dont|y compris|parmi (?:eux|elles|lesquels|lesquelles|les morts|les blessés|les victimes)|parmi lesquel(?:le)?s)(?:\\s+figurent)?(?:\\s+(?:au moins|également))?',
  partAfter: "(?:d[’']entre eux|d[’']entre elles|des (?:morts|blessés|victimes|disparus|tués)|de ces)",
  unreal:
    'aurait pu|auraient pu|pourrait|pourraient|pouvait|peut|peuvent|peux|devait|devaient|projetai(?:t|ent) de|prévoyai(?:t|ent) de|voulai(?:t|ent)|menaçai(?:t|ent) de|menacé de|tenté de|tentai(?:t|ent) de|essayé de|si|ne|n’a|n’ont|ni|aucun|aucune|personne|sans|éviter|évité|empêcher|capable de|capables de|risque de|risquent de|censée?s?|pour',
  further: 'aussi|également',
  background: `(?:en|depuis|de|le|du)\\s+(?:\\d{1,2}\\s+)?(?:(?:${'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'})\\s+)?(?<!depuis\\s+)(?:1[89]|20)\\d\\d(?!\\d|\\s+(?:personnes|morts|blessés|habitants|soldats|civils|disparus))|il y a (?:\\p{L}+|\\d+)(?:\\s+\\p{L}+)? (?:ans?|mois|semaines?)|(?:\\p{L}+|\\d+) (?:ans|mois|semaines) (?:plus tôt|auparavant|après)|(?:l’an|l’année|le mois) derni[eè]re?|la semaine dernière|la semaine passée|chaque année|par an|l’an passé|anniversaire|commémor\\p{L}+|(?:précédente?s?|autre) (?:attentat|attaque|accident|séisme)s?|(?:attentat|attaque|accident|séisme)s? (?:précédente?s?|similaires?)|depuis (?:le début|janvier|le 1er)`,
  reporting: {
    expressions: [
      /(?:^|[,\s(])(?:selon|d[’']après|de source|citant)\s+(?<who>[^,;:—–()]{2,90})/iu,
      /,\s+(?:a|ont)\s+(?:annoncé|déclaré|indiqué|affirmé|précisé|rapporté|confirmé|fait savoir|dit|expliqué|assuré|fait état)\s+(?<who>[^,;:—–()«]{2,90})/iu,
      /,\s+(?:indique|indiquent|annonce|annoncent|précise|précisent|affirme|rapporte|rapportent|confirme)\s+(?<who>[^,;:—–()«]{2,90})/iu,
      /^(?<who>[^,;:—–()«\d]{2,80}?)\s+(?:a|ont)\s+(?:annoncé|déclaré|indiqué|affirmé|précisé|rapporté|confirmé|fait savoir|fait état|dit)(?![\p{L}])/iu,
      /^(?<who>[^,;:—–()«\d]{2,80}?)\s+(?:fait|font) état/iu,
    ],
    office:
      /(?<!\p{L})(?:police|policier|gendarmerie|préf[eè]|ministère|ministre|président|premier ministre|gouverneur|gouvernement|maire|mairie|pompiers|autorités|parquet|procureur|procureure|porte-parole|armée|secours|protection civile|sécurité civile|hôpital|officiel|responsables?|ambassade|ambassadeur|onu|garde-côtes|services? d[e’]|commissaire|chancelier|élu|sénateur|député|militaire|croix-rouge)/iu,
    article: /^(?:les?|la|l[’']|un|une|des|du)\s*(?=\s|(?<=[’']))\s*/iu,
    end: /\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd’hui|à l[’']|dans un|sur |cité|que|qui|ce |au |aux )/u,
  },
});
