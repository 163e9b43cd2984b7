import { EgressRefusal, shownUrl, type EgressReason } from './refusal';

/** Turns what went wrong on the wire into a refusal; a refusal, and what the caller's own signal brought, stay as they are. */
export function refusalOf(error: unknown, url: URL, signal: AbortSignal): unknown {
  if (error instanceof EgressRefusal) return error;
  if (signal.aborted) return signal.reason as unknown;
  const code = codeOf(error);
  const [reason, sentence] = meaningOf(code, error);
  return new EgressRefusal(reason, `${shownUrl(url)}: ${sentence}`, { cause: error });
}

function meaningOf(code: string, error: unknown): [EgressReason, string] {
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return ['TOO_LARGE', 'the head of the answer is too long. Tell the operator of the server.'];
  if (['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT', 'ERR_SOCKET_CONNECTION_TIMEOUT'].includes(code)) {
    return ['CONNECT', 'the server does not take the connection. Try again later.'];
  }
  if (['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'].includes(code)) return ['TOO_SLOW', 'the server fell silent. Try again later.'];
  if (['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EACCES'].includes(code)) {
    return ['CONNECT', `the server cannot be reached (${code}). Try again later; if it never answers, check the address.`];
  }
  if (isTlsCode(code))
    return ['TLS', `no safe connection came about (${code}). The server's certificate or protocol is at fault: tell its operator.`];
  return ['PROTOCOL', `the server did not answer by the rules of HTTP (${code || messageOf(error)}). Try again later.`];
}

/** The code of an error, or of the first that it carries: several come together when several addresses were tried. */
function codeOf(error: unknown): string {
  const { code, errors, cause } = (error ?? {}) as { code?: unknown; errors?: unknown[]; cause?: unknown };
  if (typeof code === 'string' && code !== 'UND_ERR_SOCKET') return code;
  const inner = Array.isArray(errors) ? codeOf(errors[0]) : cause ? codeOf(cause) : '';
  return inner || (typeof code === 'string' ? code : '');
}

function isTlsCode(code: string): boolean {
  return (
    /^(?:ERR_(?:TLS|SSL)_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERROR_IN_C)/.test(code) ||
    ['EPROTO', 'HOSTNAME_MISMATCH', 'INVALID_CA', 'INVALID_PURPOSE', 'PATH_LENGTH_EXCEEDED'].includes(code)
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
