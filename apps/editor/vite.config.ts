import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defaultClientConditions, defineConfig } from 'vite';
import { guestText } from './tools/guest-text.ts';

export default defineConfig({
  plugins: [
    guestText(),
    sveltekit({
      adapter: adapter(),
      // The policy of docs/HOSTING.md. SvelteKit adds the hash of its start script and writes a <meta>;
      // tools/write-headers.mjs copies the result into the header files of the usual hosts.
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self', 'wasm-unsafe-eval'],
          'worker-src': ['self', 'blob:'],
          'style-src': ['self', 'unsafe-inline'],
          'img-src': ['self', 'blob:', 'data:'],
          'connect-src': ['self', 'blob:', 'data:'],
          'frame-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['none'],
        },
      },
    }),
  ],
  // The non-bundled glue: its .wasm is imported by URL in src/lib/engine, so only one copy is emitted.
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  worker: { format: 'es', plugins: () => [guestText()] },
  optimizeDeps: { exclude: ['onnxruntime-web', '@jsquash/webp'] },
  build: { target: 'esnext', chunkSizeWarningLimit: 900 },
  server: {
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      // For sandbox.html, whose origin is none.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  },
});
