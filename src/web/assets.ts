import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { acceptsGzip, isKnown, weakTag } from '../platform/http-caching';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};
const SQUEEZABLE = new Set(['.html', '.js', '.css', '.json', '.svg', '.ttf']);

/** A file of the built browser part, held in memory. */
interface Asset {
  body: Buffer;
  /** The body in gzip, made when first asked for; absent where it would not get smaller. */
  gzipped?: () => Promise<Buffer>;
  type: string;
  etag: string;
}

/** The built files by their path in a URL. A path that is not in here is not served, so no path can lead out of the folder. */
export type Assets = ReadonlyMap<string, Asset>;

/** Reads the built browser part (`dist/web`) once, at start. A missing folder gives no files: the API works without them. */
export async function loadAssets(folder: string): Promise<Assets> {
  const assets = new Map<string, Asset>();
  for (const entry of await readFolder(folder)) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    assets.set(path, assetOf(await readFile(file), extname(file)));
  }
  return assets;
}

/** Answers a GET or HEAD for a built file. Pages are left to whoever owns their address. Returns whether it answered. */
export function serveAsset(request: IncomingMessage, response: ServerResponse, assets: Assets): boolean {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const asset = path.endsWith('.html') ? undefined : assets.get(path);
  if (!asset) return false;
  const hashed = path.includes('/assets/');
  const headers = { 'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache' };
  sendAsset(request, response, asset, headers).catch((error: Error) => response.destroy(error));
  return true;
}

/** Sends one file: not at all to who has it already, without its body for HEAD, compressed for who can read that. */
export async function sendAsset(
  request: IncomingMessage,
  response: ServerResponse,
  asset: Asset,
  headers: Record<string, string>,
): Promise<void> {
  response.setHeaders(
    new Map(Object.entries({ etag: asset.etag, vary: 'Accept-Encoding', 'x-content-type-options': 'nosniff', ...headers })),
  );
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD', 'cache-control': 'no-store' }).end();
    return;
  }
  if (isKnown(request.headers, asset.etag)) {
    response.writeHead(304).end();
    return;
  }
  const zip = acceptsGzip(request.headers) ? asset.gzipped : undefined;
  const body = zip ? await zip() : asset.body;
  if (zip) response.setHeader('content-encoding', 'gzip');
  response.writeHead(200, { 'content-type': asset.type, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function assetOf(body: Buffer, extension: string): Asset {
  let zipped: Promise<Buffer> | undefined;
  return {
    body,
    gzipped: SQUEEZABLE.has(extension) ? () => (zipped ??= promisify(gzip)(body)) : undefined,
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: weakTag(body),
  };
}

async function readFolder(folder: string) {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
