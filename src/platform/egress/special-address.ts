import { BlockList, isIP, isIPv4 } from 'node:net';

/** The ranges of the IANA special-purpose registries that no public server answers from. */
const specialIPv4 = ranges('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carriers' own
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, where clouds keep their metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
]);

/** All that the public internet uses of IPv6; loopback, private, link-local, multicast, IPv4-mapped and -compatible lie outside. */
const globalIPv6 = ranges('ipv6', [['2000::', 3]]);

const specialIPv6 = ranges('ipv6', [
  ['2001::', 23], // Teredo, which hides an IPv4 address, and other protocols
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4, which hides an IPv4 address
  ['3fff::', 20],
]);

/** NAT64: the way to public IPv4 servers in networks that have IPv6 alone; the address inside decides. */
const nat64 = ranges('ipv6', [['64:ff9b::', 96]]);

/** Whether an address lies on the public internet, so that whoever names it may send us there. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialIPv4.check(address, 'ipv4');
  if (!isIP(address) || address.includes('%')) return false;
  if (nat64.check(address, 'ipv6')) return isPublicAddress(lastFourBytes(address));
  return globalIPv6.check(address, 'ipv6') && !specialIPv6.check(address, 'ipv6');
}

function ranges(family: 'ipv4' | 'ipv6', subnets: [string, number][]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family);
  return list;
}

function lastFourBytes(ipv6: string): string {
  const groups = new URL(`http://[${ipv6}]`).hostname.slice(1, -1).split(':');
  const [high = 0, low = 0] = groups.slice(-2).map(group => parseInt(group || '0', 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
