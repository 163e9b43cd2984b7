import { isIPv4 } from 'node:net';
import { portOf } from './allow-list';
import { EgressRefusal, shownUrl } from './refusal';

/**
 * Reads an address that is to be fetched, or the `Location` that another led to.
 *
 * @param base  what a relative address is relative to
 * @throws EgressRefusal  for anything but a plain http or https address: other schemes, user info, numbers that disguise an address
 */
export function targetOf(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (!url)
    throw new EgressRefusal('SCHEME', `"${shownUrl(text)}" is not an address. Give it whole, such as https://example.org/feed.xml.`);
  if (!/^https?:$/.test(url.protocol)) {
    throw new EgressRefusal(
      'SCHEME',
      `${shownUrl(url)} is not fetched: only http and https are. Give the address of the same feed or page there.`,
    );
  }
  if (url.username || url.password) {
    throw new EgressRefusal(
      'ADDRESS',
      `${shownUrl(url)} carries a user name or a password. Addresses must do without; remove the part before the @.`,
    );
  }
  if (isDisguised(text, url)) {
    throw new EgressRefusal(
      'ADDRESS',
      `${shownUrl(url)} was written with its address in disguise. Write it as four decimal numbers or as a name.`,
    );
  }
  url.hash = '';
  return url;
}

/** Whether a port speaks the web: 80, 443, and from 1024 on all but those on which other protocols could be talked into something. */
export function isWebPort(url: URL): boolean {
  const port = portOf(url);
  return port === 80 || port === 443 || (port >= 1024 && !otherProtocols.has(port));
}

/** NFS, SIP, X11, IRC and others from the Fetch standard's list; then data stores that take HTTP for commands. */
const otherProtocols = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 3306, 5432, 6379,
  11211,
]);

/** Whether an IPv4 address was spelt as decimal, octal, hexadecimal, short or with other digits (2130706433, 0177.1, 0x7f.0.0.1). */
function isDisguised(text: string, { hostname }: URL): boolean {
  if (!isIPv4(hostname)) return false;
  const authority = /^(?:[a-z][a-z0-9+.-]*:[\\/]*|[\\/]{2,})([^\\/?#]*)/i.exec(text.trim().replace(/[\t\r\n]/g, ''))?.[1];
  return authority !== undefined && authority.replace(/:\d*$/, '') !== hostname;
}
