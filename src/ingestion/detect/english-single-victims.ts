import type { CasualtyMetric } from './casualty';

/** A phrase that tells of one victim without a numeral: "Reda Dahish died", "the fatal shooting of a girl's father". */
export interface SingleVictimRule {
  metric: CasualtyMetric;
  expression: RegExp;
  /** Whether the phrase itself shows that it is one: a charge of murder tells of a death, not of how many. */
  one: boolean;
}

const NAME = "(?!(?:No|Nobody|None|Nothing|Everyone)\\b)(?:(?:[A-Z][\\p{L}.'’-]+|de|la|van|von|al|el|bin)\\s+){0,4}[A-Z][\\p{L}'’-]+";
const DEFINITE =
  "(?:[Hh]e|[Ss]he|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)\\s+(?:[\\p{L}\\d’'-]+\\s+){0,3}(?:victim|man|woman|boy|girl|teen|teenager|child|toddler|infant|baby|student|driver|officer|deputy|soldier|suspect|gunman|mother|father|son|daughter|brother|sister|wife|husband|friend|girlfriend|boyfriend|grandson|granddaughter|year-old|pedestrian|cyclist))";
const ASIDE = '(?:,[^,;]{1,60},)?(?:,\\s*\\d{1,2},?)?';
const WAS =
  '(?:\\s+(?:who|was|were|is|has|had|have|been|be|also|later|then|being|reportedly|accidentally|apparently|allegedly|found|lying|still|tragically|instead))*';
const VIOLENCE =
  '(?:shooting|stabbing|crash|accident|collision|hit[ -]and[ -]run|wreck|fire|attack|beating|blast|explosion|wound|gunshot|confrontation|encounter|incident|injury|injuries|wounds|overdose)';

const rule = (metric: CasualtyMetric, one: boolean, source: string, flags = 'u'): SingleVictimRule => ({
  metric,
  one,
  expression: new RegExp(source, flags),
});

/** English: how one death or injury is told of without a number. Read only where no number is found. */
export const englishSingleVictims: readonly SingleVictimRule[] = [
  rule(
    'KILLED',
    true,
    `(?:${NAME}|${DEFINITE})${ASIDE}${WAS}\\s+(?:died|killed|dead|murdered|slain|pronounced dead|declared dead|drowned|perished|fatally (?:shot|stabbed|wounded|injured|struck|hit)|shot (?:and killed|dead|to death)|stabbed to death|beaten to death|gunned down|succumbed)\\b`,
  ),
  rule('KILLED', false, `(?<!non[- ]?)\\b(?:fatal|deadly)\\s+(?:[\\p{L}-]+\\s+){0,3}?${VIOLENCE}\\b`, 'iu'),
  rule(
    'KILLED',
    false,
    '\\b(?:shooting|stabbing|beating|crash|gunshot|gun)\\s+deaths?\\b|\\bhomicide\\b(?!\\s+(?:unit|detectives?|squad|division|bureau|section|team|investigators?))|\\bmurder-suicide\\b',
    'iu',
  ),
  rule(
    'KILLED',
    false,
    "\\b(?:death|murder|killing|slaying)\\s+of\\s+(?:[A-Z]|(?:an?|the|his|her|their|one)\\s)|['’]s?\\s+(?:death|murder|killing|slaying|killer)\\b",
    'u',
  ),
  rule(
    'KILLED',
    false,
    `\\b(?:killed|kills|killing|fatally (?:shot|stabbed|shooting|stabbing)|murdered|murdering)\\s+(?:${NAME}|his|her|him|their|the)\\b`,
  ),
  rule(
    'KILLED',
    false,
    '(?<!attempted\\s)(?<!attempt\\s)(?<!conspiracy to commit\\s)\\b(?:first|second|1st|2nd|capital|felony|charged with|guilty of|charge of|accused of|convicted of|suspicion of)[- ](?:degree\\s+)?(?:felony\\s+)?(?:murder|manslaughter|homicide)\\b|\\b(?:murder|manslaughter|homicide)\\s+(?:charges?|victim|suspect|trial|case|investigation)\\b',
    'iu',
  ),
  rule(
    'KILLED',
    false,
    '\\b(?:body|remains)\\s+(?:of\\s+|was\\s+)|\\bfound dead\\b|\\bpronounced (?:him|her)?\\s?dead\\b|\\bdied (?:of|from|at|later|on|after|in|as)\\b|\\b(?:dies|died) (?:of|from|at|later|on|after|in)\\b|\\bleft dead\\b|\\bkills self\\b|\\bkilled (?:himself|herself)\\b|\\btook (?:his|her) own life\\b',
    'iu',
  ),
  rule(
    'INJURED',
    true,
    `(?:${NAME}|${DEFINITE})${ASIDE}\\s+(?:was|were|is|has been|had been|got|being|been)${WAS}\\s+(?:injured|wounded|hurt|shot|stabbed)\\b(?!\\s+(?:reserve|list))`,
  ),
  rule(
    'INJURED',
    false,
    '\\bgunshot\\s+(?:wounds?|victim|would)\\b|\\bshot\\s+(?:in|himself|herself|him|her|by|while|during|at|after|multiple|several|once|twice)\\b|\\b(?:shoots?|shot|shooting)\\s+(?:self|himself|herself)\\b|\\b(?:life[- ]threatening|serious|minor|critical)\\s+(?:injur|condition|wound)|\\bself-inflicted\\b|\\bexpected to (?:survive|recover|be ok|live)\\b|\\b(?:critical|stable|serious) condition\\b',
    'iu',
  ),
  rule(
    'INJURED',
    false,
    '\\b(?:shooting|stabbing|crash)\\s+victim\\b|\\b(?:victim|injur(?:y|ies)|wounds?|wounded|injured)\\b|\\b(?:accidental|drive-by|accidentally)\\s+(?:shooting|shot|shoots)\\b|\\bshot\\b',
    'iu',
  ),
];

/** What tells that the attacker died by his own hand. */
export const ENGLISH_SELF_KILLED =
  /\b(?:murder[- ]suicide|(?:then|and|before|also|fatally)\s+(?:\w+\s+){0,3}?(?:himself|herself|self)\b|kill(?:ed|ing|s)? (?:himself|herself|self|themselves)|turn(?:ed|ing|s)? (?:the|his|her|a) (?:gun|weapon|rifle|handgun|pistol|shotgun)\s+on\s+(?:himself|herself)|took (?:his|her) own life|taking (?:his|her) own life|committed suicide|died (?:of|from) (?:an? )?(?:apparent )?self-inflicted|dead (?:of|from|with) (?:an? )?(?:apparent )?self-inflicted|apparent (?:murder[- ])?suicide)/i;

/** Without one of these a death or an injury is one of age, illness or sport. */
export const ENGLISH_VIOLENCE =
  /\b(?:shot|shoot|shoots|shooting|gun|gunshot|gunfire|stabb\w+|crash\w*|attack\w*|explosion|blast|bomb\w*|fire|quake|earthquake|collision|collided|struck|accident\w*|assault\w*|hit[ -]and[ -]run|derail\w*|fall|fell|falling|avalanche|drown\w*|kill\w*|murder\w*|slain|slay\w*|homicide|manslaughter|collaps\w+|storm|hurricane|tornado|flood\w*)\b/i;

/** What says that nobody was hurt. */
export const ENGLISH_NOBODY = /\b(?:no one|nobody|no injuries|no casualties|none of (?:them|the)|without (?:injury|injuries))\b/i;

/** Someone named, or pointed at, who was hurt and lives. */
export const ENGLISH_NAMED_HURT = new RegExp(
  `(?:${NAME}|${DEFINITE})${ASIDE}\\s+(?:was|were|is|has been|had been|being|been)(?:\\s+(?:also|slightly|seriously|critically|badly|severely))*\\s+(?:injured|wounded|hurt)\\b`,
  'u',
);
