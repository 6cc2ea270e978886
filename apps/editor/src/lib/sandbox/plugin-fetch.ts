import { KomaError } from '@koma/core/errors';
import { coversHost, type PluginFetch, type PluginRequest } from '@koma/core/plugin';
import { TokenBucket } from '@koma/core/sandbox';
import type { NetworkEntry, RequestRefusal } from './plugin-data.ts';
import type { NetworkReply, NetworkRequest } from './network-request.ts';

export interface PluginFetchOptions {
  /** Those of the manifest, where the person allowed them; a leading `*.` stands for any host below. */
  readonly domains: readonly string[];
  /** Makes the request. */
  readonly send: (request: NetworkRequest) => Promise<NetworkReply>;
  /** Told every request, whether it was made or not. */
  readonly record: (entry: NetworkEntry) => void;
}

const MAX_BYTES = 20_000_000;
const DEADLINE_MS = 30_000;
const MAX_HEADERS = 32;
const MAX_HEADER_CHARACTERS = 8192;
const RATE = { burst: 60, perSecond: 2 };

/**
 * The network for one plugin: https only, to the domains that the person allowed, nowhere else by a redirect, without
 * cookies, within limits of size, time and rate. Every request is recorded.
 */
export function createPluginFetch({ domains, send, record }: PluginFetchOptions): PluginFetch {
  const bucket = new TokenBucket(RATE);
  return async (url, request = {}) => {
    const { method = 'GET', headers = {}, body } = request;
    const entry = (status: NetworkEntry['status'], received = 0): void =>
      record({ at: Date.now(), method, url: url.slice(0, 500), sent: body?.length ?? 0, received, status });
    const refusal = refuse(url, request, domains) ?? (bucket.take() ? undefined : 'too-many');
    if (refusal !== undefined) {
      entry(refusal);
      throw fetchFailed(url, refusal);
    }
    const reply = await send({
      url: new URL(url).href,
      method,
      headers,
      body,
      maxBytes: MAX_BYTES,
      deadlineMs: DEADLINE_MS,
      redirect: 'error',
    });
    if (reply.ok) entry(reply.answer.status, reply.answer.body.length);
    else entry(reply.failure);
    if (!reply.ok) throw fetchFailed(url, reply.failure);
    return reply.answer;
  };
}

/** What is wrong with a request before it is made. */
function refuse(
  url: string,
  { method = 'GET', headers = {}, body }: PluginRequest,
  domains: readonly string[],
): RequestRefusal | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || (method !== 'GET' && method !== 'POST') || (method === 'GET' && body)) return 'invalid';
  if (address.protocol !== 'https:' || address.port || address.username || address.password)
    return 'not-granted';
  if (!domains.some((domain) => coversHost(domain, address.hostname))) return 'not-granted';
  if ((body?.length ?? 0) > MAX_BYTES) return 'body-too-large';
  const fields = Object.entries(headers);
  const length = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return fields.length > MAX_HEADERS || length > MAX_HEADER_CHARACTERS ? 'invalid' : undefined;
}

const REASONS: Readonly<Record<RequestRefusal, string>> = {
  invalid: 'it is no request that a plugin can make',
  'not-granted': 'a plugin may only ask the https sites that its manifest names and that you allowed',
  'too-many': 'the plugin asks too often',
  'body-too-large': 'it sends more than 20 MB',
  'too-large': 'the answer is longer than 20 MB',
  'too-slow': 'there was no answer within 30 seconds',
  unreachable: 'the site does not answer, or not to pages of other sites',
};

function fetchFailed(url: string, reason: RequestRefusal): KomaError {
  const host = URL.canParse(url) ? new URL(url).hostname : url.slice(0, 100);
  const message = `The plugin's request to ${host} came to nothing: ${REASONS[reason]}.`;
  return new KomaError('PLUGIN_FETCH_FAILED', message, { host, reason: REASONS[reason] });
}
