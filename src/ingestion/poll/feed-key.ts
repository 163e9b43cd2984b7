import { canonicalUrl, PageUrlError } from '../../article/canonical-url';
import { Refusal } from '../../platform/errors';
import { uuidV5 } from '../../platform/ids';

/** RFC 9562's own namespace for URLs. */
const namespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/**
 * The key of a feed's address, by which it is registered once, however the address is spelled.
 *
 * @throws Refusal  BAD_USER_INPUT, for what is no http or https address
 */
export function feedKeyOf(url: string): string {
  try {
    return uuidV5(namespace, canonicalUrl(url));
  } catch (error) {
    if (error instanceof PageUrlError) throw new Refusal('BAD_USER_INPUT', error.message);
    throw error;
  }
}
