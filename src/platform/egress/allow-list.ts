import { BlockList, isIP, isIPv4 } from 'node:net';

/** Addresses opened on purpose, though they are not public: servers of one's own network, the sample's feeds on loopback. */
export interface AllowList {
  /** Whether this URL may be fetched from this address. */
  opens(url: URL, address: string): boolean;
}

/**
 * Reads an allow-list. An entry is a range of addresses (`10.1.0.0/16`, `127.0.0.1`), which opens whatever resolves into it, or a host with its port
 * (`127.0.0.1:8080`, `[::1]:8080`, `intranet:80`), which opens only URLs that name just this host. `localhost` counts as naming 127.0.0.1 and ::1.
 *
 * @throws RangeError  that names the entry it cannot read
 */
export function createAllowList(entries: readonly string[]): AllowList {
  const addresses = new BlockList();
  const hosts = new Set<string>();
  for (const entry of entries) {
    const range = rangeOf(entry);
    const host = range ? null : hostWithPort(entry);
    if (range) addresses.addSubnet(range.network, range.prefix, range.family);
    else if (host) hosts.add(host);
    else
      throw new RangeError(
        `${JSON.stringify(entry)} is neither a range of addresses, such as 10.1.0.0/16, nor a host with its port, such as 127.0.0.1:8080.`,
      );
  }
  return {
    opens(url, address) {
      if (!isIP(address) || address.includes('%')) return false;
      if (addresses.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')) return true;
      const port = portOf(url);
      if (hosts.has(`${url.hostname}:${port}`)) return true;
      return url.hostname === 'localhost' && hosts.has(`${isIPv4(address) ? address : `[${address}]`}:${port}`);
    },
  };
}

/** Whether a text can stand in an allow-list. */
export function isAllowEntry(text: string): boolean {
  return rangeOf(text) !== null || hostWithPort(text) !== null;
}

/** The port that a URL means, written or not. */
export function portOf({ port, protocol }: URL): number {
  return port ? Number(port) : protocol === 'https:' ? 443 : 80;
}

function rangeOf(entry: string): { network: string; prefix: number; family: 'ipv4' | 'ipv6' } | null {
  const [network = '', prefixText] = entry.split('/');
  const version = isIP(network);
  if (!version || network.includes('%')) return null;
  const bits = version === 4 ? 32 : 128;
  if (prefixText !== undefined && !/^\d{1,3}$/.test(prefixText)) return null;
  const prefix = prefixText === undefined ? bits : Number(prefixText);
  return prefix <= bits ? { network, prefix, family: version === 4 ? 'ipv4' : 'ipv6' } : null;
}

function hostWithPort(entry: string): string | null {
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\]):\d{1,5}$/i.test(entry)) return null;
  const url = URL.parse(`http://${entry}`);
  return url && portOf(url) > 0 ? `${url.hostname}:${portOf(url)}` : null;
}
