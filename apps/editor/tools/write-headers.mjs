/**
 * After the build: writes the response headers that Koma needs, in the formats of the usual static
 * hosts, from one source. The content security policy is the one that SvelteKit put into the page,
 * with the hash of its start script.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const build = new URL('../build/', import.meta.url);
const html = readFileSync(new URL('index.html', build), 'utf8');
const meta = html.match(/<meta http-equiv="content-security-policy" content="([^"]+)"/i);
if (!meta) throw new Error('the built page has no content security policy');
const policy = meta[1].replaceAll('&#39;', "'").replaceAll('&quot;', '"');

/** Everything but the policy is the same for every build. */
const headers = {
  // Threads in WebAssembly need shared memory, which needs isolation.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // frame-ancestors works in a header only.
  'Content-Security-Policy': `${policy}; frame-ancestors 'self'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};
const entries = Object.entries(headers);
const write = (name, text) => writeFileSync(new URL(name, build), text);

write('headers.json', `${JSON.stringify(headers, null, 2)}\n`);
// Netlify, Cloudflare Pages
write(
  '_headers',
  `/*\n${entries.map(([name, value]) => `  ${name}: ${value}`).join('\n')}\n/_app/immutable/*\n  Cache-Control: public, max-age=31536000, immutable\n`,
);
write(
  'vercel.json',
  `${JSON.stringify({ headers: [{ source: '/(.*)', headers: entries.map(([key, value]) => ({ key, value })) }] }, null, 2)}\n`,
);
// Apache, with mod_headers
write(
  '.htaccess',
  `AddType application/wasm .wasm\nAddType text/javascript .mjs\n<IfModule mod_headers.c>\n${entries.map(([name, value]) => `  Header always set ${name} "${value}"`).join('\n')}\n</IfModule>\nFallbackResource /index.html\n`,
);
// nginx: include this in the server block
write(
  'nginx-headers.conf',
  `${entries.map(([name, value]) => `add_header ${name} "${value}" always;`).join('\n')}\n`,
);
