import { describe, expect, it } from 'vitest';
import { headerFiles, headerRules, headersFor } from './header-files.mjs';

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-mJxq+zi/Ju6Q='";
const SANDBOX_POLICY = "default-src 'none'; script-src 'sha256-Zk9/+A='; connect-src 'none'";
const NETWORK_WORKER = '/_app/immutable/workers/network.worker-B3xYz.js';
const WORKER = '/_app/immutable/workers/upscale.worker-A1b2.js';
const document = (policy: string) =>
  `<!doctype html><head>\n<meta http-equiv="content-security-policy" content="${policy}">\n</head>`;
const build = { page: document(POLICY), sandbox: document(SANDBOX_POLICY), networkWorkers: [NETWORK_WORKER] };
const rules = headerRules(build);
const files = headerFiles(rules, [WORKER]);
const headers = headersFor(rules, '/');
const PATHS = ['/', '/index.html', '/icon.svg', WORKER, '/sandbox.html', NETWORK_WORKER];

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

/** What a host that joins the values of all rules that match answers with. */
function netlifyHeaders(path: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [rule, values] of Object.entries(parseNetlify(files['_headers']!))) {
    const matches = rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule;
    for (const [name, value] of Object.entries(matches ? values : {})) (found[name] ??= []).push(value);
  }
  return found;
}

interface VercelRule {
  readonly source: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

function vercelHeaders(path: string): Record<string, string[]> {
  const { headers: list } = JSON.parse(files['vercel.json']!) as { headers: readonly VercelRule[] };
  const found: Record<string, string[]> = {};
  for (const rule of list.filter(({ source }) => new RegExp(`^${source}$`).test(path)))
    for (const { key, value } of rule.headers) (found[key] ??= []).push(value);
  return found;
}

const pairs = (text: string, line: RegExp) =>
  Object.fromEntries([...text.matchAll(line)].map(([, name, value]) => [name!, value!]));
const once = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));

describe('headerRules', () => {
  it('takes the policy from the page and adds what works in a header only', () => {
    expect(headers['Content-Security-Policy']).toBe(`${POLICY}; frame-ancestors 'self'`);
  });

  it('isolates the page, so that WebAssembly may use threads', () => {
    for (const path of PATHS) {
      expect(headersFor(rules, path)).toMatchObject({
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      });
    }
  });

  it('gives the sandbox its own policy, which holds when somebody opens it as a page, too', () => {
    expect(headersFor(rules, '/sandbox.html')['Content-Security-Policy']).toBe(
      `${SANDBOX_POLICY}; frame-ancestors 'self'; sandbox allow-scripts`,
    );
  });

  it('lets no other site load anything but the sandbox, whose own origin is none', () => {
    const shared = PATHS.filter(
      (path) => headersFor(rules, path)['Cross-Origin-Resource-Policy'] !== 'same-origin',
    );
    expect(shared).toEqual(['/sandbox.html']);
  });

  it('lets nothing but the worker for plugins’ requests reach other hosts', () => {
    const open = PATHS.filter((path) =>
      headersFor(rules, path)['Content-Security-Policy']!.includes('https:'),
    );
    expect(open).toEqual([NETWORK_WORKER]);
  });

  it('reads a policy whose quotes were escaped for HTML', () => {
    const escaped = document(POLICY.replaceAll("'", '&#39;'));
    expect(headerRules({ ...build, page: escaped })).toEqual(rules);
  });

  it.each(['page', 'sandbox'])('refuses a %s without a policy', (name) => {
    expect(() => headerRules({ ...build, [name]: '<!doctype html><head></head>' })).toThrow(
      'no content security policy',
    );
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

  it('keeps the rules for other servers', () => {
    expect(JSON.parse(files['headers.json']!)).toEqual(rules);
  });

  it.each(PATHS.filter((path) => path !== '/icon.svg'))('gives %s every header once on Netlify', (path) => {
    const { 'Cache-Control': _, ...found } = netlifyHeaders(path);
    expect(found).toEqual(once(headersFor(rules, path)));
  });

  it('covers the sandbox under the short address that some hosts send it to', () => {
    expect(netlifyHeaders('/sandbox')).toEqual(netlifyHeaders('/sandbox.html'));
  });

  it.each([...PATHS, '/sandbox.html.txt', '/xsandboxxhtml'])(
    'gives %s every header once on Vercel',
    (path) => {
      expect(vercelHeaders(path)).toEqual(once(headersFor(rules, path)));
    },
  );

  it('says the same to Apache, by the names of files', () => {
    const [common, ...own] = files['.htaccess']!.split('<Files ');
    const set = /Header always set ([\w-]+) "([^"]+)"$/gm;
    expect(pairs(common!, set)).toEqual(headers);
    expect(own.map((text) => [text.slice(0, text.indexOf('>')), pairs(text, set)])).toEqual([
      ['"sandbox.html"', rules[1]!.headers],
      ['"network.worker-B3xYz.js"', rules[2]!.headers],
    ]);
  });

  it('says the same to nginx, all of it again where a location has headers of its own', () => {
    const [common, ...own] = files['nginx-headers.conf']!.split('location ~ ');
    const add = /^ *add_header ([\w-]+) "([^"]+)" always;$/gm;
    expect(pairs(common!, add)).toEqual(headers);
    expect(own.map((text) => [text.slice(0, text.indexOf(' ')), pairs(text, add)])).toEqual([
      ['/sandbox\\.html$', headersFor(rules, '/sandbox.html')],
      ['/_app/immutable/workers/network\\.worker-B3xYz\\.js$', headersFor(rules, NETWORK_WORKER)],
    ]);
  });

  it('writes nothing else for nginx, whose file is included in a server block', () => {
    for (const line of files['nginx-headers.conf']!.trimEnd().split('\n'))
      expect(line).toMatch(/^( *add_header .* always;|location ~ \S+ \{|\})$/);
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
      const wrong = [{ path: '*', headers: { ...headers, 'X-Other': `a${bad}b` } }];
      expect(() => headerFiles(wrong, [])).toThrow('X-Other');
    },
  );
});
