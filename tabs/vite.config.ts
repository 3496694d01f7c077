import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { packed } from './packed.ts';

const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * The built tab is files only: the server puts the nonce and the allowed origins into index.html
 * on each reply, and nothing is inlined, because the policy allows no inline code.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/tab/',
  plugins: [react(), packed()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['index.html', 'config.html', 'om.html'].map(page) },
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
});
