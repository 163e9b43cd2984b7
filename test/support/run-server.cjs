// Runs the built embedded server in a process of its own, so that a test can kill it: node run-server.cjs <data folder>
const { clearInterval, setInterval } = require('node:timers');
const { createLog } = require('../../dist/src/platform/log');
const { startEmbeddedServer } = require('../../dist/src/platform/embedded/embedded-server');
const { untilAskedToEnd } = require('../../dist/src/platform/signals');

async function main(dataFolder) {
  const asked = untilAskedToEnd();
  const server = await startEmbeddedServer({ dataFolder, log: createLog('silent'), settings: ['shared_buffers=16MB'] });
  server.announce('http://127.0.0.1:4321');
  console.log(JSON.stringify({ url: server.url, folder: server.folder }));
  const alive = setInterval(() => undefined, 60_000);
  await asked;
  clearInterval(alive);
  await server.stop();
}

main(process.argv[2]).catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
