import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { compressed } from './vite/compressed.mts';

// Whoever builds the page, a test runner included, builds the one that is served: not React's version for developers.
process.env.NODE_ENV = 'production';

/** Builds the sandbox page (src/sandbox/page) into files that the gateway serves by itself. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/sandbox/page'),
  base: '/sandbox/',
  resolve: {
    // The kernel's pure rooms from their sources, so that the page needs nothing built before it.
    alias: [
      {
        find: /^@coop\/shared\/(\w+)$/,
        replacement: resolve(import.meta.dirname, '../shared/src/$1/index.ts'),
      },
    ],
  },
  build: {
    outDir: resolve(import.meta.dirname, 'dist-sandbox'),
    emptyOutDir: true,
    target: 'es2022',
    // The first that know light-dark(); `:has` is older.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    // Only the code editor is large, and it comes in one piece.
    chunkSizeWarningLimit: 4000,
    assetsInlineLimit: 0,
    rolldownOptions: {
      onwarn(warning, tell) {
        // 'use client' in the parts' files speaks to servers that render React; there is none here.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') tell(warning);
      },
    },
  },
  worker: { format: 'es' },
  plugins: [compressed()],
});
