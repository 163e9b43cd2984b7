import './global-setup';

/** Stops the database server after the last test; jest asks for a default export. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.testServer?.stop();
}
