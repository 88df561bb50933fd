import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // The server puts the nonce of each answer in its place.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: 'dist',
    target: 'es2023',
    // Inlined files would be data: addresses, which the content policy refuses for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Contracts name a few words of core; what reads law and packs beside them stays on the server.
      treeshake: { moduleSideEffects: (id) => !/packages\/(core|server)\/src\/.*\.ts$/.test(id) },
    },
  },
  // In development the pages come from here and everything else from the running program.
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:4380' } },
});
