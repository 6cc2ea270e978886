import { describe, expect, it } from 'vitest';
import { headerFiles, headersOf } from './header-files.mjs';

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-mJxq+zi/Ju6Q='";
const page = (policy: string) =>
  `<!doctype html><head>\n<meta http-equiv="content-security-policy" content="${policy}">\n</head>`;
const headers = headersOf(page(POLICY));
const files = headerFiles(headers);

/** Reads `Name: value` lines below the paths of a Netlify `_headers` file. */
function parseNetlify(text: string): Record<string, Record<string, string>> {
  const rules: Record<string, Record<string, string>> = {};
  let path = '';
  for (const line of text.trimEnd().split('\n')) {
    if (!line.startsWith(' ')) rules[(path = line)] = {};
    else {
      const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line)!;
      rules[path]![name!] = value!;
    }
  }
  return rules;
}

const pairs = (text: string, line: RegExp) =>
  Object.fromEntries([...text.matchAll(line)].map(([, name, value]) => [name!, value!]));

describe('headersOf', () => {
  it('takes the policy from the page and adds what works in a header only', () => {
    expect(headers['Content-Security-Policy']).toBe(`${POLICY}; frame-ancestors 'self'`);
  });

  it('isolates the page, so that WebAssembly may use threads', () => {
    expect(headers).toMatchObject({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
  });

  it('reads a policy whose quotes were escaped for HTML', () => {
    expect(headersOf(page(POLICY.replaceAll("'", '&#39;')))).toEqual(headers);
  });

  it('refuses a page without a policy', () => {
    expect(() => headersOf('<!doctype html><head></head>')).toThrow('no content security policy');
  });
});

describe('headerFiles', () => {
  it('writes one file for each kind of host', () => {
    expect(Object.keys(files).sort()).toEqual([
      '.htaccess',
      '_headers',
      'headers.json',
      'nginx-headers.conf',
      'vercel.json',
    ]);
    for (const text of Object.values(files)) expect(text).toMatch(/[^\n]\n$/);
  });

  it('says the same to every host', () => {
    expect(JSON.parse(files['headers.json']!)).toEqual(headers);
    expect(parseNetlify(files['_headers']!)['/*']).toEqual(headers);
    expect(pairs(files['.htaccess']!, /^ {2}Header always set ([\w-]+) "([^"]+)"$/gm)).toEqual(headers);
    expect(pairs(files['nginx-headers.conf']!, /^add_header ([\w-]+) "([^"]+)" always;$/gm)).toEqual(headers);
    expect(JSON.parse(files['vercel.json']!)).toEqual({
      headers: [
        { source: '/(.*)', headers: Object.entries(headers).map(([key, value]) => ({ key, value })) },
      ],
    });
  });

  it('writes nothing else for nginx, whose file is included in a server block', () => {
    const lines = files['nginx-headers.conf']!.trimEnd().split('\n');
    expect(lines).toHaveLength(Object.keys(headers).length);
    for (const line of lines) expect(line).toMatch(/^add_header .* always;$/);
  });

  it('lets Netlify’s visitors keep the files that never change', () => {
    expect(parseNetlify(files['_headers']!)['/_app/immutable/*']).toEqual({
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });

  it('tells Apache about WebAssembly and modules, and does without mod_headers where it is missing', () => {
    const text = files['.htaccess']!;
    expect(text).toContain('AddType application/wasm .wasm\n');
    expect(text).toContain('AddType text/javascript .mjs\n');
    expect(text.split(/<\/?IfModule[^>]*>\n/)).toHaveLength(3);
    expect(text.split(/<\/?IfModule[^>]*>\n/)[2]).toBe('FallbackResource /index.html\n');
  });

  it.each(['"', '\\', '\n', '$', '%'])(
    'refuses a value with %j, which some host would read its own way',
    (bad) => {
      expect(() => headerFiles({ ...headers, 'X-Other': `a${bad}b` })).toThrow('X-Other');
    },
  );
});
