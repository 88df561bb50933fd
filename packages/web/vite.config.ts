import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, runnerImport } from 'vite';

/**
 * The names of all actions and queries are computed here: a page that imports every contract for them would bring the contracts of all
 * rooms with it, and every other page more of the contracts it uses.
 */
const deedsAsData: Plugin = {
  name: 'deeds-as-data',
  apply: 'build',
  async load(id) {
    if (!id.endsWith('/src/app/deeds.ts')) return null;
    // Through Vite: whatever Node it runs on may not read TypeScript by itself.
    const { module } = await runnerImport<{ readonly deeds: readonly unknown[] }>(id, { configFile: false });
    return `export const deeds = ${JSON.stringify(module.deeds)};`;
  },
};

export default defineConfig({
  plugins: [react(), deedsAsData],
  // The server puts the nonce of each answer in its place.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: 'dist',
    target: 'es2023',
    // Inlined files would be data: addresses, which the content policy refuses for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Kilobytes before compression; what is sent is held to its own limits (tests/console/first-load.test.ts).
    chunkSizeWarningLimit: 650,
    rolldownOptions: {
      // Contracts name a few words of core; what reads law and packs beside them stays on the server.
      treeshake: { moduleSideEffects: (id) => !/packages\/(core|server)\/src\/.*\.ts$/.test(id) },
      // What every page begins with is one file: fifty small ones, six at a time, kept a slow line waiting more than a second.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
  // In development the pages come from here and everything else from the running program.
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:4380' } },
});
