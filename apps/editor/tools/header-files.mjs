/**
 * The response headers that Koma needs, and their files for the usual static hosts. Pure: text in,
 * text out.
 */

/**
 * Headers of one path, or of every path (`*`). A response gets the headers for every path, and those for
 * its own path in place of the ones with the same name.
 * @typedef {{ path: string, headers: Record<string, string> }} HeaderRule
 */

/** What every response carries, whatever it is. */
const EVERYWHERE = {
  // Threads in WebAssembly need shared memory, which needs isolation.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/**
 * Requests to the sites that the person has allowed to a plugin, or gets one from, are made in a worker of their own.
 * Plugins in the making come from this machine.
 */
const NETWORK_POLICY = "default-src 'none'; connect-src 'self' https: http://localhost:* http://127.0.0.1:*";

/**
 * The rules for a build: the one for every path first.
 * @param {{ page: string, sandbox: string, networkWorkers: string[] }} build the built index.html and
 *   sandbox.html, and the paths of the scripts that make plugins' requests
 * @returns {HeaderRule[]}
 */
export function headerRules({ page, sandbox, networkWorkers }) {
  const policy = (value) => ({ 'Content-Security-Policy': value });
  return [
    // frame-ancestors and sandbox work in a header only.
    { path: '*', headers: { ...EVERYWHERE, ...policy(`${policyOf(page)}; frame-ancestors 'self'`) } },
    {
      path: '/sandbox.html',
      headers: {
        ...policy(`${policyOf(sandbox)}; frame-ancestors 'self'; sandbox allow-scripts`),
        // Its origin is none, which is another one than the site's; Firefox does not load it otherwise.
        'Cross-Origin-Resource-Policy': 'cross-origin',
      },
    },
    ...networkWorkers.map((path) => ({ path, headers: policy(NETWORK_POLICY) })),
  ];
}

/** The policy that a page carries in a `<meta>`. */
function policyOf(html) {
  const meta = html.match(/<meta\s+http-equiv="content-security-policy"\s+content="([^"]+)"/i);
  if (!meta) throw new Error('the built page has no content security policy');
  return meta[1].replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/**
 * The headers of one response.
 * @param {HeaderRule[]} rules
 * @param {string} path with a leading slash, without the query
 * @returns {Record<string, string>}
 */
export function headersFor(rules, path) {
  return Object.assign(
    {},
    ...rules.filter((rule) => rule.path === '*' || rule.path === path).map((rule) => rule.headers),
  );
}

/**
 * The files' texts by name.
 * @param {HeaderRule[]} rules as {@link headerRules} gives them
 * @param {string[]} workers paths of the other workers' scripts, which obey the page's policy
 * @returns {Record<string, string>}
 */
export function headerFiles(rules, workers) {
  for (const { headers } of rules)
    for (const [name, value] of Object.entries(headers)) assertPlain(name, value);
  return {
    // serve.mjs
    'headers.json': json(rules),
    _headers: netlify(rules, workers),
    'vercel.json': vercel(rules),
    '.htaccess': apache(rules),
    'nginx-headers.conf': nginx(rules),
  };
}

/**
 * Netlify and Cloudflare Pages. For a path that two rules match, one of them joins the values of a header
 * and the other chooses one, so no two rules here give a path the same header.
 */
function netlify(rules, workers) {
  const { common, page, own } = withoutOverlap(rules);
  const list = [
    ['/*', common],
    // Whatever else is a page carries its policy in a <meta>.
    ...['/', '/index.html', ...workers].map((path) => [path, page]),
    // Both serve x.html as /x, too.
    ...own.flatMap(({ path, headers }) =>
      [path, ...(path.endsWith('.html') ? [path.slice(0, -5)] : [])].map((each) => [each, headers]),
    ),
    ['/_app/immutable/*', { 'Cache-Control': 'public, max-age=31536000, immutable' }],
  ];
  return list
    .map(([path, headers]) => `${path}\n${lines(headers, (name, value) => `  ${name}: ${value}`)}`)
    .join('');
}

function vercel(rules) {
  const { common, page, own } = withoutOverlap(rules);
  const list = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));
  const others = own.map(({ path }) => `${escape(path.slice(1))}$`).join('|');
  return json({
    headers: [
      { source: '/(.*)', headers: list(common) },
      { source: `/((?!${others}).*)`, headers: list(page) },
      ...own.map(({ path, headers }) => ({ source: escape(path), headers: list(headers) })),
    ],
  });
}

/** Headers that are the same for all paths, and those that some path has differently: for the others and for it. */
function withoutOverlap(rules) {
  const [{ headers: all }, ...others] = rules;
  const special = new Set(others.flatMap(({ headers }) => Object.keys(headers)));
  const only = (headers, wanted) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => special.has(name) === wanted));
  return {
    common: only(all, false),
    page: only(all, true),
    own: others.map(({ path }) => ({ path, headers: only(headersFor(rules, path), true) })),
  };
}

/** Apache, with mod_headers. */
function apache([{ headers: all }, ...own]) {
  const set = (indent) => (name, value) => `${indent}Header always set ${name} "${value}"`;
  const files = own.map(
    ({ path, headers }) =>
      `  <Files "${path.slice(path.lastIndexOf('/') + 1)}">\n${lines(headers, set('    '))}  </Files>\n`,
  );
  return `AddType application/wasm .wasm\nAddType text/javascript .mjs\n<IfModule mod_headers.c>\n${lines(all, set('  '))}${files.join('')}</IfModule>\nFallbackResource /index.html\n`;
}

/** nginx: include this in the server block. A location that adds a header loses those of its server. */
function nginx(rules) {
  const add = (indent) => (name, value) => `${indent}add_header ${name} "${value}" always;`;
  const own = rules
    .slice(1)
    .map(({ path }) => `location ~ ${escape(path)}$ {\n${lines(headersFor(rules, path), add('  '))}}\n`);
  return lines(rules[0].headers, add('')) + own.join('');
}

function lines(headers, line) {
  return Object.entries(headers)
    .map(([name, value]) => `${line(name, value)}\n`)
    .join('');
}

function escape(path) {
  return path.replaceAll('.', '\\.');
}

/** Quotes, backslashes and line ends, `$` (nginx) and `%` (Apache) mean something to a host. */
function assertPlain(name, value) {
  if (/["\\$%\r\n]/.test(value)) throw new Error(`the header ${name} cannot be written safely: ${value}`);
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
