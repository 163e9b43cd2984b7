import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** What keeps Chromium quiet: no sandbox where root runs it, and no request of its own that a test would have to tell from ours. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Finds the browser for tests that need a real one. In CI a missing browser is a failure, elsewhere a reason to skip. */
export function findChromium(): string | undefined {
  const found = [process.env.CHROMIUM, ...PLACES].find(path => path && existsSync(path));
  if (found) return found;
  const reason = `no Chromium in $CHROMIUM (${process.env.CHROMIUM ?? 'not set'}) nor in ${PLACES.join(', ')}`;
  if (process.env.CI === 'true') throw new Error(`Browser tests cannot run: ${reason}`);
  process.stderr.write(`Browser tests are skipped: ${reason}\n`);
  return undefined;
}
