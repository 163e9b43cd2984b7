import { Channel } from '../../statement/stance';

const RULES: readonly (readonly [Channel, RegExp])[] = [
  [
    Channel.SOCIAL_MEDIA,
    /\b(?:tweet(?:s|ed)?|twitter|facebook|telegram (?:channel|post)|instagram|posted on|post on x|wrote on x|social media)\b/i,
  ],
  [Channel.PRESS_BRIEFING, /\b(?:(?:news|press) (?:conference|briefing)|told (?:reporters|journalists|the media)|briefing)\b/i],
  [Channel.TELEVISED_ADDRESS, /\b(?:televised (?:address|speech|statement)|address to the nation)\b/i],
  [Channel.COURT_FILING, /\b(?:court (?:documents|papers|filings?)|indictment|affidavit)\b/i],
  [Channel.SPEECH, /\b(?:in (?:a|his|her|their) speech|speech to)\b/i],
  [
    Channel.PRESS_RELEASE,
    /\b(?:(?:in|issued|released) (?:a|an) (?:\w+ )?(?:statement|press release|communiqu[ée])|(?:statement|press release|communiqu[ée]) (?:said|read|issued))\b/i,
  ],
  [Channel.INTERVIEW, /\b(?:interview|told (?:the )?\p{Lu})/u],
];

/** How far around the words a hint is looked for, in code points. */
const AROUND = 160;

/** Through what words were said, where those around them tell. */
export function channelAround(text: string, start: number, end: number): Channel {
  const points = [...text];
  const before = points.slice(Math.max(0, start - AROUND), start).join('');
  const after = points.slice(end, end + AROUND).join('');
  const near = `${/[^.\n]*$/.exec(before)?.[0] ?? ''} ${/^[^.\n]*/.exec(after)?.[0] ?? ''}`;
  return RULES.find(([, expression]) => expression.test(near))?.[0] ?? Channel.NOT_STATED;
}
