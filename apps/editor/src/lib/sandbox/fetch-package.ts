import { abortError, KomaError } from '@koma/core/errors';
import { NetworkClient } from './network-client.ts';
import type { NetworkFailure, NetworkProgress } from './network-request.ts';

export interface FetchPackageOptions {
  /** Absent: as much as a package may have. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
  /** Bytes so far, and all of them where the site says it. */
  readonly onProgress?: NetworkProgress;
}

/** Of a package (core/package). */
const MAX_BYTES = 64 * 2 ** 20;
const DEADLINE_MS = 300_000;

const REASONS: Readonly<Record<NetworkFailure, string>> = {
  'too-large': 'it is larger than a plugin or a list of plugins may be',
  'too-slow': 'the site takes too long',
  unreachable: 'the site does not answer, or does not let other sites read it',
};

/**
 * Gets a plugin's package, or a list of plugins, from an address that the person has typed or chosen: https, this site, or this machine for plugins in
 * the making. Redirects are followed; what comes has to be checked by its content, not by where it is from.
 * @param address relative ones mean this site
 * @throws KomaError `PLUGIN_FETCH_FAILED` with `what` in its details; AbortError
 */
export async function fetchPackage(
  address: string,
  { maxBytes = MAX_BYTES, signal, onProgress }: FetchPackageOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : undefined;
  const host = url?.hostname ?? address.slice(0, 100);
  const failed = (what: NetworkFailure | 'invalid', reason: string): KomaError => {
    const message = `Nothing could be loaded from ${host}: ${reason}.`;
    return new KomaError('PLUGIN_FETCH_FAILED', message, { host, reason, what });
  };
  if (!url || !isAllowed(url)) throw failed('invalid', 'the address must begin with https://');
  if (signal?.aborted) throw abortError();
  const network = new NetworkClient();
  const stop = new AbortController();
  try {
    const request = network.request(
      {
        url: url.href,
        method: 'GET',
        headers: {},
        maxBytes,
        deadlineMs: DEADLINE_MS,
        redirect: 'follow',
      },
      onProgress,
    );
    const aborted = new Promise<never>((_, reject) =>
      signal?.addEventListener('abort', () => reject(abortError()), { signal: stop.signal }),
    );
    const reply = await Promise.race([request, aborted]);
    if (!reply.ok) throw failed(reply.failure, REASONS[reply.failure]);
    const { status, body } = reply.answer;
    if (status !== 200) throw failed('unreachable', `the site answers ${status}`);
    return body;
  } finally {
    stop.abort();
    network.close();
  }
}

function isAllowed({ protocol, hostname, origin }: URL): boolean {
  const machine = protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
  return protocol === 'https:' || machine || origin === location.origin;
}
