import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { command, root, stampsOf } from './project.mjs';
import { runInstead } from './run.mjs';

/** Compiles the benchmarks: they are few, so each run compiles them anew. */
async function buildBenchmarks() {
  const { transformFile } = await import('@swc/core');
  for (const file of Object.keys(stampsOf(['bench'], path => path.endsWith('.ts')))) {
    const options = { configFile: join(root, '.swcrc'), sourceFileName: join(root, file), sourceMaps: 'inline' };
    const { code } = await transformFile(join(root, file), options);
    const output = join(root, 'dist', file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, code);
  }
}

await command(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await buildBenchmarks();
  runInstead(['--enable-source-maps', '--expose-gc', join(root, 'dist', 'bench', 'main.js'), ...process.argv.slice(2)]);
});
