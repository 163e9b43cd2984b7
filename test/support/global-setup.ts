import { startTestServer, type TestServer } from './test-server';

declare global {
  var testServer: TestServer | undefined;
}

/** Starts the database server before the first test; jest asks for a default export. */
export default async function globalSetup(): Promise<void> {
  globalThis.testServer = await startTestServer();
}
