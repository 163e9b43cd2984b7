import { countedGroup, type CasualtyGrammar, type CasualtyPattern } from './casualty';
import { englishQuantities } from './english-quantities';
import { QUANTITY } from './masked-sentence';

const KILLED_WORDS =
  'shot and killed|shot dead|shot to death|stabbed to death|stabbed and killed|beaten to death|bludgeoned to death|burned to death|burnt to death|crushed to death|hacked to death|starved to death|frozen to death|found dead|found slain|fatally\\s+(?:shot|stabbed|struck|injured|wounded|hit)|hit and killed|struck and killed|pronounced dead|declared dead|killed|dead|slain|murdered|executed|massacred|beheaded|lynched|electrocuted|gunned down|mown down|mowed down|suffocated(?: to death)?|drowned|perished|died|dies|die|lost their lives|lost his life|lost her life';
const INJURED_WORDS = 'injured|wounded|hurt|maimed|shot and (?:injured|wounded)|treated for (?:\\w+ )?injuries';
const HOSPITAL_WORDS =
  'hospitali[sz]ed|in (?:the )?hospitals?|(?:sent|taken|rushed|brought|airlifted|transported|flown) to (?:an? |the |various |nearby |area |local )?(?:[\\w-]+ )?hospitals?';
const STOP = `was|were|is|are|be|been|being|had|has|have|having|who|that|which|when|while|after|as|because|and|or|but|nor|than|kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:es?|ed|ing)|dead|die[sd]?|died|shot|hurt|missing|detained|arrested|left|leaving|said|says|told|remain(?:s|ed)?|trapped|surviv(?:e|es|ed)|escap(?:e|es|ed)|manag(?:e|es|ed)|took|made|went|came|fled|attack(?:ed|s)|about|would|could|may|might|will|shall|should|can|must|deaths?|fatalities`;
const WORD = `(?!(?:${STOP})\\b)[\\p{L}\\d][\\p{L}\\d’'.-]*`;
const GROUP = countedGroup(WORD, '(?:and|plus|as well as|along with)');
const ASIDE = '(?:\\s*[,(–—-]+\\s*(?:(?!\\b(?:was|were|killed|wounded|injured)\\b)[^()–—;.]){1,90}?[,)–—-]+)?';
const AUX =
  '(?:,\\s+(?:who|that|all|both|also|reportedly|apparently|allegedly)|\\s+(?:who|that|have|has|had|was|were|is|are|been|be|being|also|all|both|then|later|now|either|reportedly|confirmed|reported|feared|believed|thought|presumed|known|said|to|remain|remains|remained|officially|instantly|already|so far|critically|seriously|severely|badly|slightly|lightly|gravely|mortally|accidentally|apparently|allegedly|still|got|lay|left|found|being|subsequently|eventually|tragically|brutally|sadly|themselves|alone))*';
const ADVERB = '(?:\\s+(?:all|both|at least|instantly|reportedly|critically|seriously|badly|slightly|dead|about))*';
const AND_HURT = '(?:\\s+(?:or|and(?:\\/or)?)\\s+(?:\\w+\\s+)?(?:wound(?:s|ed|ing)|injur(?:es|ed|ing)|maim(?:ed|ing)|hurt(?:ing)?))';

const ACTIVE = '\\b(?:)';

function pattern(metric: CasualtyPattern['metric'], source: string, toll = false): CasualtyPattern {
  return { metric, toll, active: source.startsWith(ACTIVE), expression: new RegExp(source, 'dgiu') };
}

const OBJECT = `\\s+(?:an?|the|his|her|their|its|at least|more than|up to|nearly|about|him|them|himself|herself|themselves|civilians|people|men|women|children|soldiers|policemen|${QUANTITY})(?![\\p{L}])`;
const EITHER = '(?!\\s+(?:or|and|and\\/or)\\s+(?:wounded|injured|killed|missing))';

/** "Two were killed"; not "two have killed", "two gunmen killed a guard", "a friend of the dead". */
const passive = (words: string): string =>
  `${GROUP}${ASIDE}${AUX}\\s+(?<!\\b(?:have|has|had)\\s+(?=(?:killed|murdered|injured|wounded|hurt|shot|arrested|detained)))(?<!\\b(?:the|of|those|all|war)\\s+)(?:${words})\\b(?<!(?:killed|murdered|injured|wounded|dead|arrested|detained|shot|executed|stabbed)(?=${OBJECT}))${EITHER}(?!\\s+(?:reserves?|list|players?)\\b)`;
const active = (words: string): string => `${ACTIVE}(?:${words})(?!${AND_HURT})${ADVERB}\\s+(?:the lives of\\s+)?${GROUP}`;
const TOLL_VERB =
  '(?:\\s+(?:to|at|of|past|above|beyond|reached|reaches|passed|passes|topped|tops|exceeded|exceeds|hit|hits|is|was|stood at|stands at|surpassed|surpasses|crossed|now)|:)(?:\\s+(?:now|nearly|the|a total of))*';

/** English: what tells how many were killed, injured, missing or detained. */
export const englishCasualties: CasualtyGrammar = {
  hint: /toll|kill|dead|death|die[sd]?\b|dying|fatal|slain|slay|murder|execut|massacr|behead|lynch|electrocut|gunned|mow|mown|suffocat|drown|perish|li(?:fe|ves)|injur|wound|hurt|hospital|maim|condition|suffer|sustain|missing|unaccounted|disappear|detain|arrest|custody|rounded|shot|shoot|stab|struck|hit|bod(?:y|ies)|corpse|remains|victim|homicide/i,
  quantities: englishQuantities,
  patterns: [
    pattern(
      'KILLED',
      `\\b(?:death toll|toll of (?:the )?dead|fatalit(?:y|ies)(?: toll| count)?|number of (?:the )?(?:dead|deaths|fatalities|people killed|those killed|confirmed dead)|confirmed deaths|deaths?|body count)\\b[^.;]{0,150}?\\bfrom\\s+${QUANTITY}(?:\\s+${WORD}){0,5}\\s+to\\s+(?<q>${QUANTITY})`,
      true,
    ),
    pattern(
      'INJURED',
      `\\b(?:number of (?:the )?(?:injured|wounded|injuries|people injured|hurt)|injur(?:y|ed) toll|injuries)\\b[^.;]{0,150}?\\bfrom\\s+${QUANTITY}(?:\\s+${WORD}){0,5}\\s+to\\s+(?<q>${QUANTITY})`,
      true,
    ),
    pattern(
      'MISSING',
      `\\bnumber of (?:the )?(?:missing|people missing|people unaccounted for)\\b[^.;]{0,60}?(?:\\bfrom\\s+${QUANTITY}(?:\\s+${WORD}){0,5}\\s+to|${TOLL_VERB})\\s+(?<q>${QUANTITY})`,
      true,
    ),
    pattern(
      'KILLED',
      `\\b(?:death toll|(?<!\\b(?:casualt(?:y|ies)|injury|heavy) )toll(?= (?:pass|top|ris|rose|climb|reach|hit|jump|now|stand))|toll of (?:the )?dead|number of (?:the\\s+)?(?:confirmed\\s+)?(?:dead|deaths|fatalities|killed)|confirmed deaths)\\b[^.;]{0,150}?${TOLL_VERB}\\s+(?<q>${QUANTITY})(?!\\s+(?:or|and)\\s+(?:wounded|injured))`,
      true,
    ),
    pattern(
      'INJURED',
      `\\b(?:number of (?:\\w+\\s+){0,3}(?:injured|wounded|injuries|hurt)|injur(?:y|ed) toll)\\b[^.;]{0,150}?${TOLL_VERB}\\s+(?<q>${QUANTITY})`,
      true,
    ),
    pattern('MISSING', passive('missing|unaccounted for|disappeared|trapped and missing')),
    pattern('MISSING', `\\b(?:missing|unaccounted for) (?:are|were)\\s+${GROUP}`),
    pattern('DETAINED', passive('detained|arrested|taken into custody|in custody|rounded up')),
    pattern('DETAINED', active('detain(?:ed|s|ing)|arrest(?:ed|s|ing)|round(?:ed|ing) up')),
    pattern(
      'KILLED',
      `\\b(?:le(?:ft|aves|aving)|shot|shooting|shoots|found|find|finds)\\s+${GROUP}\\s+(?:people\\s+)?(?:dead|to death)\\b`,
    ),
    pattern(
      'INJURED',
      `\\ble(?:ft|aves|aving)\\s+${GROUP}\\s+(?:${INJURED_WORDS}|in (?:critical|serious|stable|grave) condition|with (?:\\w+ )?(?:injuries|wounds))\\b`,
    ),
    pattern('KILLED', `${GROUP},?\\s+fatally\\b(?!\\s+(?:\\w+\\s+)?${QUANTITY})`),
    pattern('KILLED', passive(KILLED_WORDS)),
    pattern(
      'INJURED',
      passive(
        `${INJURED_WORDS}|suffer(?:ed|ing|s)?(?: from)? (?:\\w+[ -]){0,4}?(?:injur(?:y|ies)|wounds?|burns)|sustained (?:\\w+[ -]){0,4}?(?:injur(?:y|ies)|wounds?|burns)`,
      ),
    ),
    { ...pattern('INJURED', passive('in (?:critical|serious|stable|grave|fair) (?:but \\w+ )?condition')), part: true },
    pattern('HOSPITALISED', passive(HOSPITAL_WORDS)),
    pattern('HOSPITALISED', active('hospitali[sz](?:ed|es|ing)')),
    pattern(
      'KILLED',
      active(
        'shot and killed|shoots and kills|shooting and killing|fatally (?:shot|shoots|shooting|stabbed|stabs|stabbing|struck)|kill(?:ed|s|ing)?|murder(?:ed|s|ing)|slain|slay(?:s|ing)?|claim(?:ed|s|ing) (?:the )?(?:lives of)?|execut(?:ed|es|ing)|massacr(?:ed|es|ing)|behead(?:ed|s|ing)|gun(?:ned|s|ning) down|shot dead|stabbed to death|shot to death|beat to death',
      ),
    ),
    pattern('INJURED', active('injur(?:ed|es|e|ing)|wound(?:ed|s|ing)?|hurt(?:s|ing)?|maim(?:ed|ing)|shoots and (?:injures|wounds)')),
    pattern(
      'KILLED',
      `\\b(?:deaths?|killings?|murders?|slayings?|loss|bodies|corpses|lives|remains)\\s+of\\s+(?:all\\s+|the\\s+)?${GROUP}`,
    ),
    pattern(
      'KILLED',
      `(?<q>${QUANTITY})(?:\\s+(?:confirmed|civilian|more|new|other|dead|police|military|reported|charred|army)){0,3}\\s+(?:deaths|fatalities|bodies(?! of)|corpses|lives lost|counts? of (?:\\w+[ -]){0,2}murder|homicides)\\b`,
    ),
    pattern('INJURED', `(?<q>${QUANTITY})(?:\\s+(?:serious|minor|civilian|reported|more|other|critical|non-fatal)){0,3}\\s+injuries\\b`),
    pattern(
      'INJURED',
      `(?<q>${QUANTITY})\\s+(?:(?:critically|seriously|badly)\\s+)?(?:wounded|injured)\\s+(?:people|persons|men|women|children|civilians|passengers|soldiers|victims|patients|protesters|workers|students|residents)\\b`,
    ),
    pattern('INJURED', `\\binjur(?:y|ies)\\s+(?:of|to)\\s+${GROUP}`),
    pattern(
      'HIT',
      passive(
        'shot(?! and killed| dead| to death| at)|struck by (?:gunfire|bullets|a bullet|a car|a vehicle)|hit by (?:gunfire|bullets|a bullet|a car|a vehicle)|stabbed',
      ),
    ),
    pattern('HIT', active('shot|shoots|shooting|stabbed|stabbing')),
    pattern('HIT', `(?<q>${QUANTITY})(?:\\s+(?:gunshot|shooting|gunfire)){1}\\s+victims`),
  ],
  partBefore:
    /\b(?:including|includes|included|among (?:them|those|the (?:dead|victims|wounded|injured|killed))(?: (?:are|were|was|is))?|of whom|of them|as well as|counting|other than|in addition to)\s+(?:at least\s+)?$/i,
  partAfter:
    /^\s+of (?:them|those|these|whom|(?:the|his|her|its|their) (?:\w+ )?(?:dead|victims|wounded|injured|killed|slain|missing|casualties|fatalities))\b|^,?\s+of whom\b/i,
  further: /\balso\b/i,
  unreal:
    /\b(?:could|would|may|might|can|should|will|threaten(?:s|ed|ing)?|plan(?:s|ned|ning)? (?:to|on)|plot(?:ted|ting|s)?|intend(?:s|ed|ing)?|attempt(?:s|ed|ing)? to|attempted|tr(?:y|ies|ied|ying) to|if|capable of|enough to|vow(?:s|ed|ing)? to|conspir\w+ to|want(?:s|ed)? to|going to|aim(?:s|ed)? (?:to|at)|hop(?:es|ed|ing) to|order(?:s|ed)? to|how to|sought to|designed to|likely to|unless|without|not|never|didn[’']t|wasn[’']t|weren[’']t|nobody|no one)\s+(?:\w+\s+){0,4}$/i,
  background:
    /\b(?:in|since|during|of)\s+(?:(?:early|late|mid)[ -]?)?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+(?:\d{1,2},?\s+)?)?(?:1[89]|20)\d\d\b|\b(?:(?:january|february|march|april|june|july|august|may|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?,?\s+(?:\d{1,2},?\s+)?(?:1[89]|20)\d\d)\b|\b(?:years?|months?|weeks?|decades?) (?:ago|earlier|before)\b|\blast (?:year|month|week|summer|winter|spring|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:previous|similar|separate|other|another|earlier|unrelated|past) (?:\w+ )?(?:attacks?|incidents?|accidents?|crash(?:es)?|shootings?|bombings?|blasts?|disasters?|cases?|quakes?|earthquakes?|temblor|raids?|clash(?:es)?|protests?|strikes?|explosions?)\b|\b(?:each|every|per) (?:year|month|day)\b|\ba year\b|\bannually\b|\bin (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\bworst (?:previous|\w+ ){0,4}since\b|\bdeadliest (?:\w+ ){0,4}since\b|\b(?:so far )?this year\b|\bin a separate\b|\belsewhere\b|\bmeanwhile\b|\bearlier (?:this|in the) (?:month|year|week)\b|\bin recent (?:years|months|weeks|days)\b|\bover the (?:past|last)\b|\bsince the (?:start|beginning|war|invasion|conflict|uprising)\b/i,
  predicateAfter: new RegExp(
    `^(?:\\s+${WORD}){0,4}${ASIDE}(?:\\s+(?:were|was|are|is|have|has|had|been|remain|remained|managed|escaped|survived)\\b|\\s+(?:others?\\s+)?(?:injured|wounded|hurt|killed|dead|missing|arrested|detained|shot)\\b)`,
    'iu',
  ),
};
