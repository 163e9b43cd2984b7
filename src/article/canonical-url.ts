import { uuidV5 } from '../platform/ids';

/** The namespace of article keys: RFC 9562's own for URLs, so that anyone can derive the same key. */
export const ARTICLE_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** Says which text is not the address of a page, and what would be right. */
export class PageUrlError extends Error {
  override name = 'PageUrlError';
}

/** The key of the article at this address: the same for everyone who reads it, however the link was decorated. */
export function articleIdOf(url: string): string {
  return uuidV5(ARTICLE_NAMESPACE, canonicalUrl(url));
}

/**
 * The one spelling of a page's address. It drops what never decides which page is meant (tracking, fragment, user info, default port) and
 * spells the rest as RFC 3986 and the URL standard do. What might decide stays: scheme, `www.`, a trailing slash, the order of parameters.
 *
 * @throws PageUrlError  if the text is no http or https address
 */
export function canonicalUrl(input: string): string {
  const url = URL.parse(input);
  if (!url) throw new PageUrlError(`${shown(input)} is not an address: give it whole, such as https://example.org/news/1.`);
  if (!/^https?:$/.test(url.protocol)) {
    throw new PageUrlError(`${shown(input)} is not the address of a page: it must begin with http:// or https://.`);
  }
  url.hostname = url.hostname.replace(/\.+$/, '');
  const query = withoutTracking(url.search.slice(1));
  return `${url.protocol}//${url.host}${normalEscapes(url.pathname)}${query && `?${query}`}`;
}

/**
 * Query parameters that say where a click came from, never which page is meant. Only names that one maker or one standard uses for that
 * alone: `from`, `source`, `ref`, `cid`, `id`, `p` or `amp` choose the page on some sites, so they stay.
 */
const trackingParameters = new Set([
  ...['gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'gad_source', 'gad_campaignid', 'srsltid', '_ga', '_gl'], // Google
  ...['fbclid', 'igshid', 'igsh', 'mibextid', 'fb_action_ids', 'fb_action_types', 'fb_ref', 'fb_source'], // Meta
  ...['twclid', 'ref_src', 'ref_url', '__twitter_impression'], // X
  ...['msclkid', 'ttclid', 'li_fat_id', 'epik', 'rdt_cid', 'scclid', '_branch_match_id'], // Microsoft, TikTok, LinkedIn, Pinterest, Reddit, Snap, Branch
  ...['yclid', 'ysclid', '_openstat', 'rb_clickid'], // Yandex, VK
  ...['mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'hsctatracking'], // Mailchimp, Marketo, HubSpot
  ...['vero_id', 'vero_conv', 'oly_anon_id', 'oly_enc_id', 'ml_subscriber', 'ml_subscriber_hash', 'wickedid'], // other mailers
  ...['at_medium', 'at_campaign', 'at_campaign_type', 'at_link_id', 'at_link_origin', 'at_link_type', 'at_ptr_name', 'at_format'], // AT Internet
  ...['at_bbc_team', 'at_custom1', 'at_custom2', 'at_custom3', 'at_custom4', 'xtor'], // AT Internet, as the BBC and French outlets use it
  ...['ns_source', 'ns_mchannel', 'ns_campaign', 'ns_linkname', 'ns_fee', 'cmpid', 's_cid', 's_kwcid', 'wt_mc', 'wt_zmc'], // Comscore, Adobe, Webtrekk
  ...['guccounter', 'guce_referrer', 'guce_referrer_sig', 'soc_src', 'soc_trk'], // Yahoo
]);

/** Families of tracking parameters: Urchin and Google Analytics, Matomo, Piwik, HubSpot ads. */
const trackingFamily = /^(?:utm|mtm|pk|hsa)_/;

function withoutTracking(query: string): string {
  const kept = query.split('&').filter(part => part && !isTracking(part));
  return kept.map(normalEscapes).join('&');
}

function isTracking(parameter: string): boolean {
  const name = normalEscapes(parameter.split('=', 1)[0] ?? '').toLowerCase();
  const bare = name.replace(/^(?:amp;)+/, ''); // `&amp;utm_source=`: escaped once too often on its way here
  return trackingParameters.has(bare) || trackingFamily.test(bare);
}

/** Percent-encoding in one spelling (RFC 3986, 6.2.2): unreserved characters bare, all others that need it escaped, in capitals. */
function normalEscapes(text: string): string {
  return text.replace(/%([0-9a-f]{2})|[^\w\-.~!$&'()*+,;=:@/?]/gi, (found, hex?: string) => {
    if (!hex) return escaped(found);
    const character = String.fromCharCode(parseInt(hex, 16));
    return /[\w\-.~]/.test(character) ? character : found.toUpperCase();
  });
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
