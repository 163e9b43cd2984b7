import type { IncomingMessage } from 'node:http';
import type { Config } from '../../platform/config';

/** The settings that say how this server is reached. */
export type Reached = Pick<Config, 'trustedProxies'> & Partial<Pick<Config, 'publicUrl'>>;

/**
 * The address of this server as its readers write it, without a slash at its end: the one of the settings, or else the one of this request. What a
 * proxy says of it counts where one is trusted.
 */
export function publicBase({ headers, socket }: IncomingMessage, { publicUrl, trustedProxies }: Reached): string {
  if (publicUrl) return publicUrl;
  const forwarded = (name: string): string | undefined =>
    (trustedProxies > 0
      ? String(headers[name] ?? '')
          .split(',')[0]
          ?.trim()
      : undefined) || undefined;
  const scheme = forwarded('x-forwarded-proto') === 'https' ? 'https' : 'http';
  const host = forwarded('x-forwarded-host') ?? headers.host ?? '';
  if (/^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i.test(host)) return `${scheme}://${host}`;
  return `http://127.0.0.1:${socket.localPort ?? 80}`;
}
