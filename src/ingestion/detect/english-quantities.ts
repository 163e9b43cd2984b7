import { ENGLISH_NUMBER, ENGLISH_VAGUE, readEnglishNumber } from './english-numbers';
import type { QuantityMention } from './quantity';

const AT_LEAST =
  'at least|at a minimum|no fewer than|no less than|not less than|a minimum of|more than|over|upwards of|greater than|in excess of';
const AT_MOST = 'up to|as many as|at most|fewer than|less than|no more than';
const ABOUT = 'an estimated|a reported|about|around|approximately|roughly|some|nearly|almost|close to|just over|just under';
const MORE = 'another|an additional|a further|additional';

const COUNTED = new RegExp(
  `(?<![\\w$£€¥#.,:/’'-])(?<!\\bno[ -])(?:(?<more>${MORE})\\s+)?(?:(?<least>${AT_LEAST})\\s+|(?<most>${AT_MOST})\\s+|(?:${ABOUT})\\s+)?` +
    `(?:between\\s+(?<low>${ENGLISH_NUMBER})\\s+and\\s+(?<high>${ENGLISH_NUMBER})|(?<!\\bfrom\\s)(?<from>${ENGLISH_NUMBER})(?:\\s*[-–]\\s*(?=\\d)|\\s+(?:to|or)\\s+)(?<to>${ENGLISH_NUMBER})` +
    `|(?<one>${ENGLISH_NUMBER}))(?![\\w%])(?!\\s?[-–]\\s?(?:year|month|week|day|old)|\\s?(?:%|per\\s?cent)|[.:,]\\d|\\s?°|’s|'s|-[a-z])(?<more2>\\s+or more|\\s+(?:more|others?)\\b)?`,
  'giu',
);
const VAGUE = ENGLISH_VAGUE.map(({ pattern, min, max }) => ({
  expression: new RegExp(`(?<![\\w-])${pattern}(?![\\w-])`, 'giu'),
  min,
  max,
}));

/** What stands right before a number that counts nobody: a date, an age, an address, the name of a flight. */
const NAMED_BEFORE =
  /(?:\b(?:flight|route|highway|interstate|hwy|exit|boeing|airbus|category|magnitude|grade|chapter|section|article|page|apartment|apt|unit|room|number|no|channel|news|fox|nbc|abc|cbs|ktvi|wave|building|ward|district|level|gate|pier|phase|psalm|version|group|g|top|stage|zone|area|sector|checkpoint|platform|formation|mile|milepost|act|day|week|age|ages|aged|since|until|before|after|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|at around|at about|least one of|big|windows|iphone|world war|covid|psalm|count|counts)\.?|\b(?:mother|father|mom|mum|dad|parents?|grandmother|grandfather) of|\bbetween the ages of \d+ and|\bages? (?:of )?\d+ (?:and|to|through))\s*$/i;

/** What stands right after a number that counts something other than people. */
const OTHER_AFTER =
  /^\s?-?\s?(?:(?:(?!(?:at|in|on|a|an|the|of|to|by|for|from|and|or|as|with|people|men|women|children|others?)\s)[a-z]+\s){0,1}?(?:years?|famil(?:y|ies)|households?|groups?|gangs?|teams?|couples?|months?|weeks?|days?|hours?|minutes?|seconds?|mins?|hrs?|centuries|decades?|nights|times|rounds?|shots?|bullets?|shell casings|casings|gunshots?|gunshot wounds?|wounds?|miles?|kilometers?|kilometres?|km|kms|metres?|meters?|feet|foot|ft|inch(?:es)?|yards?|acres?|hectares?|tons?|tonnes?|pounds?|lbs?|kg|kilos?|kilograms?|degrees?|dollars?|euros?|cents|pence|rupees|yuan|yen|percent|percentage|block|blocks|street|avenue|ave|st|rd|road|a\.?m|p\.?m|o['’]clock|gmt|et|est|edt|local time|cars?|vehicles?|trucks?|buses|trains?|planes?|helicopters?|boats?|ships?|buildings?|homes?|houses?|apartments?|shops|stores|rooms?|floors?|storeys?|stories|villages|towns|cities|countries|provinces|districts|states|schools|hospitals|sites|locations?|places?|areas|attacks?|bombings?|explosions?|blasts?|shootings?|incidents?|crashes|accidents|earthquakes?|quakes?|aftershocks?|strikes?|airstrikes?|raids?|missiles?|rockets?|bombs?|guns?|weapons?|rifles?|handguns?|pistols?|knives|tackles|lions?|tigers?|elephants?|gorillas?|monkeys|bears?|wolves|rhinos?|ducks?|chickens?|hens|turkeys|poultry|pigs|seals|turtles|sharks|bees|(?:wild|stray) \w+|trees|dogs?|cats?|animals?|horses?|cows?|cattle|sheep|goats?|birds?|fish|whales?|dolphins?|counts?|charges?|degrees|parts?|pieces|copies|pages|points?|seats?|votes?|goals?|games?|matches|separate|different (?:cars|places|locations)|million|billion|caliber|calibre|mm|mph|kph|kmh|watts|reasons?|things|questions|options|steps|ways|ambulances|fire engines|fire trucks|units|calls|fires|arrests|complaints|cases|claims|lawsuits|megawatts?|magnitude|january|february|march|april|may|june|july|august|september|october|november|december)\b)/i;

/** One person without a numeral: "a man", "another officer", "a 17-year-old girl"; in a headline without its article. */
const PERSON =
  'man|woman|boy|girl|teen|teenager|teenage boy|teenage girl|teens?|child|toddler|baby|infant|person|adult|youth|juvenile|minor|officer|policeman|policewoman|cop|deputy|trooper|sergeant|detective|agent|guard|soldier|serviceman|marine|sailor|airman|paratrooper|civilian|student|pupil|teacher|driver|passenger|pedestrian|motorist|cyclist|bicyclist|motorcyclist|rider|pilot|worker|employee|clerk|manager|firefighter|fireman|paramedic|nurse|doctor|medic|journalist|reporter|photographer|cameraman|protester|demonstrator|bystander|resident|villager|tourist|hiker|climber|skier|swimmer|surfer|diver|fisherman|farmer|miner|mother|father|mom|dad|grandmother|grandfather|grandson|granddaughter|son|daughter|brother|sister|wife|husband|girlfriend|boyfriend|cousin|uncle|aunt|nephew|niece|sibling|twin|neighbor|neighbour|friend|gunman|gunwoman|attacker|assailant|bomber|militant|fighter|rebel|insurgent|terrorist|suspect|robber|burglar|prisoner|inmate|hostage|lawmaker|politician|official|mayor|judge|lawyer|priest|monk|imam|bishop|pastor|technician|engineer|contractor|peacekeeper|volunteer|player|musician|singer|actor|patient|migrant|refugee|victim|receptionist|bartender|cashier|homeowner|shopkeeper|vendor|customer|shopper|patron|partygoer|guest|native|national|citizen|local|veteran|captain|lieutenant|corporal|constable|commander|colonel|general|bodyguard|chef|baker|butcher|barber|model|rapper|dancer|senior|freshman|sophomore|junior|graduate|professor|coach|athlete|runner|jogger|walker|golfer|jockey|racer|stuntman|gang member|crew member|staff member|family member|bus driver|truck driver|taxi driver|cab driver|security guard|police officer|fellow';
const AGE =
  '\\d{1,3}\\s?-?\\s?(?:year|month|week|day)s?\\s?-?\\s?old|(?:\\w+-)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)[-\\s]year[-\\s]old';
const PERSON_WORD = `(?:(?:teenage|police|pregnant|elderly|young|unidentified|unarmed|off-duty|female|male|bus|truck|taxi|cab|security|gang|crew|staff|family)\\s+)?(?:${PERSON})`;
const ONE_PERSON = new RegExp(
  `(?<![\\w-])(?:an?|another|(?<apart>a second|a third|a fourth|a fifth))\\s+(?:(?!(?:who|that|and|or|the|of|in|was|were|for|by|to|as|on|from|with|after|when|than|killed|wounded|injured)\\b)[\\p{L}’'.-]+\\s+){0,3}?(?:${AGE}(?:\\s+(?:[\\p{L}’'.-]+\\s+){0,3}?${PERSON_WORD})?|${PERSON_WORD})(?![\\w-]|\\s(?:${PERSON})\\b)` +
    `|(?:(?<=^|[:;–—|]\\s)|(?<=\\b(?:kills|injures|wounds|shoots)\\s))(?:[A-Z][\\p{L}.'’-]+\\s+){0,2}?(?:${AGE}|${PERSON_WORD}|police officer)(?![\\w’'-]|\\s(?:${PERSON})\\b)` +
    `|(?<![\\w-])(?:another|one other|someone else)(?=\\s+(?:was|is|were|has|had|in|with|injured|wounded|hurt|critically|seriously|dead|killed|person)\\b|\\s*(?:[.,;]|$))`,
  'giu',
);

/** The quantities of people that an English sentence may hold; whether they were killed or hurt is for the casualty patterns to say. */
export function englishQuantities(sentence: string): QuantityMention[] {
  const found: QuantityMention[] = [];
  const take = (mention: QuantityMention): void => {
    if (!found.some(({ start, end }) => mention.start < end && start < mention.end)) found.push(mention);
  };
  for (const match of sentence.matchAll(COUNTED)) {
    const mention = counted(sentence, match);
    if (mention) take(mention);
  }
  for (const { expression, min, max } of VAGUE)
    for (const match of sentence.matchAll(expression)) {
      const least = /(?:at least|more than)\s+$/i.exec(sentence.slice(0, match.index))?.[0].length ?? 0;
      if (OTHER_AFTER.test(sentence.slice(match.index + match[0].length).replace(/^ of\b/, ''))) continue;
      const place = { start: match.index - least, end: match.index + match[0].length };
      take({ value: null, min, max, atLeast: least > 0, person: false, further: false, ...place });
    }
  for (const match of sentence.matchAll(ONE_PERSON)) {
    const further = /^(?:another|one other|a (?:second|third|fourth|fifth))/i.test(match[0]);
    const place = { start: match.index, end: match.index + match[0].length };
    take({ value: 1, min: 1, max: 1, atLeast: false, person: true, further, ...place });
  }
  return found;
}

function counted(sentence: string, match: RegExpMatchArray & { index: number }): QuantityMention | null {
  const groups = match.groups ?? {};
  const start = match.index;
  const numeral = groups.one ?? groups.from ?? groups.low ?? '';
  const end = start + match[0].length;
  const before = sentence.slice(0, start);
  const after = sentence.slice(end);
  if (NAMED_BEFORE.test(before) && !/\b(?:after|before|since)\s*$/i.test(before)) return null;
  if (OTHER_AFTER.test(after) || OTHER_AFTER.test(after.replace(/^ of (?:his|her|their|its|the|our)\b/, ''))) return null;
  if (isYear(numeral, before, after) || isAge(numeral, before, after)) return null;
  const values = [groups.one ?? groups.from ?? groups.low, groups.to ?? groups.high].flatMap(text =>
    text ? [readEnglishNumber(text)] : [],
  );
  const [first = 0, second] = values;
  const further = Boolean(groups.more) || /^\s*(?:more|others?)$/.test(groups.more2 ?? '');
  if (second !== undefined && second > first)
    return { value: null, min: first, max: second, atLeast: false, person: false, further, start, end };
  const atLeast = Boolean(groups.least) || /or more/.test(groups.more2 ?? '');
  return { value: first, min: groups.most ? null : first, max: atLeast ? null : first, atLeast, person: false, further, start, end };
}

function isYear(numeral: string, before: string, after: string): boolean {
  if (!/^(?:1[5-9]|20)\d\d$/.test(numeral)) return false;
  return (
    /\b(?:in|of|since|from|until|by|the|summer|winter|spring|autumn|fall|early|late|mid|and|to)\s+$|,\s+$|^$/i.test(before) ||
    !/^\s+\p{L}/u.test(after)
  );
}

/** "Hunt, 34, was killed" and "Hunt (34)". */
function isAge(numeral: string, before: string, after: string): boolean {
  return (
    /^\d{1,3}$/.test(numeral) && /[\p{L}.’']\s?[,(]\s*$/u.test(before) && /^\s?(?:[,).;]|and\b|of\b|$)/.test(after) && Number(numeral) < 111
  );
}
