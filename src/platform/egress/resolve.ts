import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { EgressRefusal, shownUrl } from './refusal';
import { isPublicAddress } from './special-address';

/** An address of a host, as the system's resolver gives it. */
export interface ResolvedAddress {
  address: string;
  family: number;
}

/** Finds the addresses of a host name. */
export type Resolve = (hostname: string) => Promise<ResolvedAddress[]>;

/** The system's own resolver, which knows the hosts file too. */
export const systemResolve: Resolve = hostname => lookup(hostname, { all: true, verbatim: true });

/**
 * Finds the addresses of a URL's host that may be connected to. The connection must then be made to one of just these: asking the resolver
 * a second time could bring another answer (DNS rebinding).
 *
 * @throws EgressRefusal  DNS if there is none at all, ADDRESS if there are, but none is permitted
 */
export async function permittedAddresses(url: URL, resolve: Resolve, permitted: (address: string) => boolean): Promise<ResolvedAddress[]> {
  const addresses = await addressesOf(url, resolve);
  const usable = addresses.filter(({ address }) => permitted(address));
  if (usable.length) return usable;
  if (addresses.some(({ address }) => isPublicAddress(address))) {
    throw new EgressRefusal(
      'ADDRESS',
      `${shownUrl(url)} names a port that is not the web's. If this is meant, name ${url.host} in EGRESS_ALLOW.`,
    );
  }
  const found = addresses.map(({ address }) => address).join(', ');
  throw new EgressRefusal(
    'ADDRESS',
    `${shownUrl(url)} leads to ${found}, which is not on the public internet. If this is meant, name it in EGRESS_ALLOW.`,
  );
}

async function addressesOf(url: URL, resolve: Resolve): Promise<ResolvedAddress[]> {
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(literal);
  if (family) return [{ address: literal, family }];
  let addresses: ResolvedAddress[] = [];
  let cause: unknown;
  try {
    addresses = await resolve(url.hostname);
  } catch (error) {
    cause = error;
  }
  if (addresses.length) return addresses;
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  const message =
    code === 'EAI_AGAIN'
      ? `The name ${url.hostname} could not be looked up just now. Try again later; if all names fail, look at this machine's resolver.`
      : `The name ${url.hostname} has no address. Check how it is spelt; if it was right before, the site may be gone.`;
  throw new EgressRefusal('DNS', message, { cause });
}
