import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { alone, command, isCommand, pinnedNode, readJson, root, stampsOf, withProgress } from './project.mjs';

const dist = join(root, 'dist');
const serverStamps = join(dist, '.server.json');
const clientStamps = join(dist, '.client.json');
const clientConfigs = [join('src', 'web', 'client', 'vite.config.mts'), join('src', 'web', 'client', 'pages', 'vite.config.mts')];

/** Builds what has changed since the last build: single files of the server, the browser's part as a whole. */
export async function ensureBuilt() {
  if (!staleServerFiles().length && !isClientStale()) return;
  await alone(async () => {
    const files = staleServerFiles();
    if (files.length) await withProgress(`Building the server (${files.length} files)`, () => buildServer(files));
    if (isClientStale()) await withProgress('Building what browsers get', buildClient);
  });
}

function serverSources() {
  const stamps = stampsOf(['src', 'migrations'], path => /\.tsx?$/.test(path) && !path.includes(join('src', 'web', 'client')));
  const settings = JSON.stringify(stampsOf(['.swcrc', join('node_modules', '@swc', 'core', 'package.json')]));
  return { stamps, settings };
}

/** Those that changed, are new, or are gone. */
function staleServerFiles() {
  const { stamps, settings } = serverSources();
  const built = readJson(serverStamps);
  const known = built?.settings === settings ? built.stamps : {};
  const gone = Object.keys(built?.stamps ?? {}).filter(file => !(file in stamps));
  return [...Object.keys(stamps).filter(file => stamps[file] !== known[file] || !existsSync(outputOf(file))), ...gone];
}

async function buildServer(files) {
  const sources = serverSources();
  const { transformFile } = await import('@swc/core');
  await Promise.all(
    files.map(async file => {
      const output = outputOf(file);
      if (!(file in sources.stamps)) return [output, `${output}.map`].forEach(path => rmSync(path, { force: true }));
      const options = { configFile: join(root, '.swcrc'), sourceFileName: join(root, file), sourceMaps: true };
      const { code, map } = await transformFile(join(root, file), options);
      mkdirSync(dirname(output), { recursive: true });
      writeFileSync(output, `${code}\n//# sourceMappingURL=${basename(output)}.map\n`);
      writeFileSync(`${output}.map`, map);
    }),
  );
  writeFileSync(serverStamps, JSON.stringify(sources));
}

function outputOf(file) {
  return join(dist, file.replace(/\.tsx?$/, '.js'));
}

function clientSources() {
  return JSON.stringify(stampsOf([join('src', 'web', 'client'), 'schema', 'package-lock.json']));
}

function isClientStale() {
  if (!clientConfigs.every(config => existsSync(join(root, config)))) return false;
  return !existsSync(join(dist, 'web')) || readJson(clientStamps)?.sources !== clientSources();
}

function buildClient() {
  const sources = clientSources();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  for (const config of clientConfigs) {
    const { status, stdout, stderr } = spawnSync(pinnedNode, [vite, 'build', '--config', config], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`What browsers get could not be built by ${config}:\n${stdout}${stderr}`);
  }
  writeFileSync(clientStamps, JSON.stringify({ sources }));
}

if (isCommand(import.meta)) {
  await command(async () => {
    const { ensureInstalled } = await import('./install.mjs');
    await ensureInstalled();
    await ensureBuilt();
  });
}
