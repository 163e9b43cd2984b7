import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The stylesheet and the script of the pages, under fixed names: the server puts what they hold into their address. */
export default defineConfig({
  root: here,
  base: '/assets/',
  publicDir: resolve(here, 'public'),
  logLevel: 'warn',
  build: {
    outDir: resolve(here, '../../../../dist/web/assets'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { pages: resolve(here, 'main.ts') },
      output: {
        entryFileNames: '[name].js',
        assetFileNames: ({ names }) => (names.some(name => name.endsWith('.css')) ? 'pages.css' : '[name]-[hash][extname]'),
      },
    },
  },
});
