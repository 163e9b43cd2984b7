const ROLE_HEAD =
  'president|vice[- ]president|prime minister|premier|chancellor|minister|deputy minister|secretary|secretary[- ]general|secretary of state|foreign secretary|home secretary|ambassador|envoy|consul|spokesman|spokeswoman|spokesperson|spokesmen|governor|lieutenant governor|mayor|senator|congressman|congresswoman|representative|lawmaker|legislator|parliamentarian|mp|mep|councilman|councilwoman|councillor|councilor|assemblyman|assemblywoman|alderman|commissioner|police chief|chief|sheriff|deputy|deputy chief|undersheriff|constable|inspector|chief inspector|superintendent|detective|sergeant|lieutenant|captain|major|major[- ]general|brigadier(?: general)?|colonel|lieutenant colonel|general|admiral|commander|corporal|trooper|officer|marshal|prosecutor|attorney|district attorney|attorney general|solicitor general|judge|justice|coroner|medical examiner|director|chairman|chairwoman|chair|head|leader|administrator|official|king|queen|prince|pope|emir|sultan|ayatollah|archbishop|bishop|cardinal|speaker|commissar|chief of staff|chief executive|fire chief|firefighter|paramedic|coordinator|adviser|advisor|aide|whip|majority leader|minority leader|nominee|candidate|investigator|superintendent|principal|delegate|diplomat|regent|warden|ranger|commander-in-chief|high commissioner|special representative|agent';
const ABBREVIATED =
  'Mr|Mrs|Ms|Dr|Prof|Professor|Gov|Sen|Sens|Rep|Reps|Gen|Col|Lt|Sgt|Maj|Capt|Cpl|Cmdr|Adm|Brig|Det|Supt|Insp|Sir|Dame|Lord|Lady|Rev|Fr|Pres|Atty|Dep|Const|Cst|PC|DCI|DI|Hon|Lt\\. Col|Lt\\. Gen|Maj\\. Gen|Brig\\. Gen|Staff Sgt';
const FULL_TITLE: Record<string, string> = {
  gov: 'governor',
  sen: 'senator',
  sens: 'senator',
  rep: 'representative',
  reps: 'representative',
  gen: 'general',
  col: 'colonel',
  lt: 'lieutenant',
  sgt: 'sergeant',
  maj: 'major',
  capt: 'captain',
  cpl: 'corporal',
  cmdr: 'commander',
  adm: 'admiral',
  brig: 'brigadier',
  det: 'detective',
  supt: 'superintendent',
  insp: 'inspector',
  pres: 'president',
  atty: 'attorney',
  dep: 'deputy',
  const: 'constable',
  cst: 'constable',
  'lt. col': 'lieutenant colonel',
  'lt. gen': 'lieutenant general',
  'maj. gen': 'major general',
  'brig. gen': 'brigadier general',
  'staff sgt': 'staff sergeant',
  pc: 'constable',
  dci: 'detective chief inspector',
  di: 'detective inspector',
};

/** A title before a name that tells an office, or is a mere courtesy. */
export const ENGLISH_TITLE = new RegExp(
  `^(?:(?<short>${ABBREVIATED})\\.?|(?<word>${ROLE_HEAD}|former|acting|deputy|assistant|vice|chief|senior|first|state|police|interim|u\\.s\\.|us|foreign|interior|defense|defence|health|press|district|federal|national|city|county|provincial|regional|local|military|army|navy|republican|democratic|presidential|vice-presidential))\\s+(?=\\S)`,
  'iu',
);

/** A title within a run of capitals: "Oregon State Police Lt. Gregg Hastings", "Egyptian President Mohamed Morsi". */
export const ENGLISH_INNER_TITLE = new RegExp(
  `^(?<body>(?:[\\p{L}’'.&-]+\\s+){1,5}?)(?<title>(?:(?:${ABBREVIATED})\\.?|${ROLE_HEAD}))\\s+(?=[A-Z])(?!(?:${ROLE_HEAD}|of|for)\\b)`,
  'iu',
);

/** The role that a title tells; null for a courtesy such as "Mr.". */
export function roleOfTitle(title: string): string | null {
  const key = title.toLowerCase().replace(/\.$/, '');
  if (/^(?:mr|mrs|ms|dr|prof|professor|sir|dame|lord|lady|rev|fr|hon)$/.test(key)) return null;
  return FULL_TITLE[key] ?? title;
}

/** A noun phrase that names an office: "a spokesman for the interior ministry", "the deputy police chief of Yunnan". */
export const ENGLISH_ROLE = new RegExp(
  `\\b(?<role>(?:[\\p{L}’'.-]+\\s+){0,4}?(?:${ROLE_HEAD}))s?\\b(?!-)(?:\\s+(?:for|of|at|with|in|to)\\s+(?<organisation>[^,;()]{2,80}))?`,
  'iu',
);

/** Bodies whose word is official. */
export const ENGLISH_BODY =
  /\b(?:police|ministry|ministries|department|dept|government|authorities|officials?|army|military|navy|air force|armed forces|coast ?guard|sheriff['’]?s?(?: (?:office|department|deputies))?|deputies|troopers|prosecutors?|court|parliament|senate|congress|cabinet|council|commission|agency|bureau|administration|embassy|consulate|kremlin|white house|pentagon|downing street|state department|foreign office|home office|fbi|cia|nypd|lapd|atf|nato|united nations|u\.?n\.?|unicef|unhcr|european union|e\.?u\.?|geological survey|usgs|fire (?:department|brigade|service)|firefighters|hospital|medical cent(?:er|re)|health service|ambulance service|emergency services?|coroner|medical examiner|city hall|mayor['’]?s office|district attorney['’]?s office|investigators|detectives|commander|red cross|red crescent|world health organi[sz]ation|spokes(?:man|woman|person|men|people)|governor|minister|president|mayor)s?\b/i;

/** Who reports what others say: no office, whatever word of office its name holds. */
export const ENGLISH_OUTLET =
  /\b(?:news agency|news service|newspaper|magazine|radio|television|tv|broadcaster|website|channel \d+|reporters?|correspondents?|journalists?|news)\b|\b(?:Times|Post|Journal|Herald|Tribune|Inquirer|Gazette|Globe|Telegraph|Guardian|Observer|Chronicle|Examiner|Daily|Reuters|AFP|Xinhua|TASS|Interfax|BBC|CNN|NBC|ABC|CBS|Al Jazeera|Associated Press|Bloomberg|\p{Lu}+-(?:TV|FM|AM)|\p{L}+(?:News|Today|Times|TV))\b/u;
