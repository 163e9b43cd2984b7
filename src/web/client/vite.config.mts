import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const DATA_FONT = /url\("?data:(?:application|font)\/(woff2?|ttf);base64,([A-Za-z0-9+/=]+)"?\)/g;

/** Puts the fonts that GraphiQL's stylesheet carries inline into files of their own: a browser then loads only the alphabets it shows. */
function fontsAsFiles(): Plugin {
  return {
    name: 'fonts-as-files',
    generateBundle(_options, bundle) {
      for (const sheet of Object.values(bundle)) {
        if (sheet.type !== 'asset' || !sheet.fileName.endsWith('.css')) continue;
        sheet.source = sheet.source.toString().replace(DATA_FONT, (_match, format: string, base64: string) => {
          const source = Buffer.from(base64, 'base64');
          const fileName = `assets/font-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.${format}`;
          this.emitFile({ type: 'asset', fileName, source });
          return `url(/playground/${fileName})`;
        });
      }
    },
  };
}

/** Drops the editor's own style imports: GraphiQL's stylesheet already holds every one of them. */
function editorStylesOnce(): Plugin {
  return {
    name: 'editor-styles-once',
    enforce: 'pre',
    load: id => (/monaco-editor\/.*\.css$/.test(id) ? '' : undefined),
  };
}

export default defineConfig({
  root: here,
  base: '/playground/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [fontsAsFiles(), editorStylesOnce()],
  worker: { format: 'es' },
  build: {
    outDir: resolve(here, '../../../dist/web/playground'),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
});
