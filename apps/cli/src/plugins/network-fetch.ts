import { lookup } from 'node:dns/promises';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { KomaError } from '@koma/core/errors';
import { coversHost, type PluginFetch, type PluginManifest, type PluginResponse } from '@koma/core/plugin';

const MAX_BYTES = 20 * 2 ** 20;
const DEADLINE_MS = 30_000;
/** What a plugin may say of itself; everything that knows the person stays out. */
const HEADERS = new Set(['accept', 'accept-language', 'content-type', 'authorization']);

/** Addresses of the person's own machine and network (RFC 6890), where no plugin has any business. */
const OWN = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  OWN.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  OWN.addSubnet(network, prefix, 'ipv6');

/** Whether an address is one of the public internet. @param address IPv4 or IPv6 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  // An IPv4 address in IPv6 clothes is looked at as what it is, by the list itself.
  return family !== 0 && !OWN.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Sends a plugin's requests to the domains in its manifest and nowhere else: https, no redirects, nothing that knows
 * the person, and never to the person's own network, whatever a name resolves to.
 * @param note takes a sentence for every request
 * @throws KomaError `PLUGIN_FETCH_FAILED`
 */
export function networkFetch(
  { network, name }: PluginManifest,
  note: (sentence: string) => void,
): PluginFetch {
  return async (text, { method = 'GET', headers = {}, body } = {}) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isGranted =
      url?.protocol === 'https:' &&
      url.port === '' &&
      url.username === '' &&
      url.password === '' &&
      (network?.domains ?? []).some((domain) => coversHost(domain, url.hostname));
    if (!url || !isGranted)
      throw failed(url?.hostname ?? '', 'it is at none of the domains that it asked for');
    for (const header of Object.keys(headers))
      if (!HEADERS.has(header.toLowerCase()))
        throw failed(url.hostname, `the header "${header}" is not possible`);
    note(`${name.en} asks ${url.hostname} (${method}).`);
    const address = await resolve(url.hostname);
    return send(url, address, { method, headers, body });
  };
}

async function resolve(host: string): Promise<{ address: string; family: number }> {
  const found = await lookup(host).catch(() => undefined);
  if (!found) throw failed(host, 'it was not found');
  if (!isPublicAddress(found.address)) throw failed(host, 'it is an address of this network');
  return found;
}

function send(
  url: URL,
  found: { address: string; family: number },
  {
    method,
    headers,
    body,
  }: { method: string; headers: Readonly<Record<string, string>>; body?: Uint8Array | undefined },
): Promise<PluginResponse> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => {
      request.destroy();
      reject(failed(url.hostname, reason));
    };
    const request = httpsRequest(url, {
      method,
      headers: { ...headers, 'accept-encoding': 'identity' },
      // The address that was looked at is the one that is asked, whatever the name resolves to by now.
      lookup: (_host, options, done) =>
        options.all ? done(null, [found]) : done(null, found.address, found.family),
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    request.on('error', (error) =>
      fail(error.name === 'AbortError' ? 'it takes too long' : 'it does not answer'),
    );
    request.on('response', (response) => {
      const parts: Uint8Array[] = [];
      let size = 0;
      response.on('data', (part: Uint8Array) => {
        size += part.length;
        parts.push(part);
        if (size > MAX_BYTES) fail('its answer is larger than 20 MB');
      });
      response.on('error', () => fail('it does not answer'));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).flatMap(([name, value]) =>
              value === undefined || name === 'set-cookie' ? [] : [[name, String(value)]],
            ),
          ),
          body: new Uint8Array(Buffer.concat(parts)),
        }),
      );
    });
    request.end(body);
  });
}

function failed(host: string, reason: string): KomaError {
  return new KomaError('PLUGIN_FETCH_FAILED', `The request to "${host}" failed: ${reason}.`, {
    host,
    reason,
  });
}
