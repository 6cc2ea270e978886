/**
 * The response headers that Koma needs, and their files for the usual static hosts. Pure: text in,
 * text out.
 */

/**
 * All headers of a built page, by name. The content security policy is the one that SvelteKit put into
 * the page, with the hash of its start script; the rest is the same for every build.
 * @param {string} html the built index.html
 * @returns {Record<string, string>}
 */
export function headersOf(html) {
  const meta = html.match(/<meta http-equiv="content-security-policy" content="([^"]+)"/i);
  if (!meta) throw new Error('the built page has no content security policy');
  const policy = meta[1].replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return {
    // Threads in WebAssembly need shared memory, which needs isolation.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // frame-ancestors works in a header only.
    'Content-Security-Policy': `${policy}; frame-ancestors 'self'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}

/**
 * The files' texts by name.
 * @param {Record<string, string>} headers
 * @returns {Record<string, string>}
 */
export function headerFiles(headers) {
  const entries = Object.entries(headers);
  for (const [name, value] of entries) assertPlain(name, value);
  const lines = (line) => entries.map(([name, value]) => line(name, value)).join('\n');
  const vercel = entries.map(([key, value]) => ({ key, value }));
  return {
    // serve.mjs
    'headers.json': json(headers),
    // Netlify, Cloudflare Pages
    _headers: `/*\n${lines((name, value) => `  ${name}: ${value}`)}\n/_app/immutable/*\n  Cache-Control: public, max-age=31536000, immutable\n`,
    'vercel.json': json({ headers: [{ source: '/(.*)', headers: vercel }] }),
    // Apache, with mod_headers
    '.htaccess': `AddType application/wasm .wasm\nAddType text/javascript .mjs\n<IfModule mod_headers.c>\n${lines((name, value) => `  Header always set ${name} "${value}"`)}\n</IfModule>\nFallbackResource /index.html\n`,
    // nginx: include this in the server block
    'nginx-headers.conf': `${lines((name, value) => `add_header ${name} "${value}" always;`)}\n`,
  };
}

/** Quotes, backslashes and line ends, `$` (nginx) and `%` (Apache) mean something to a host. */
function assertPlain(name, value) {
  if (/["\\$%\r\n]/.test(value)) throw new Error(`the header ${name} cannot be written safely: ${value}`);
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
