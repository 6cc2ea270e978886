/** A request as the network worker makes it: everything is decided already. Lengths are in bytes. */
export interface NetworkRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
  /** Of the answer. More is refused while it comes in. */
  readonly maxBytes: number;
  readonly deadlineMs: number;
  /** `error`: an answer that sends elsewhere is a failure. */
  readonly redirect: 'error' | 'follow';
}

/** A server's answer, whatever its status. */
export interface NetworkAnswer {
  readonly status: number;
  /** By name in lower case; those that the server lets others read. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Why there is no answer. */
export type NetworkFailure = 'unreachable' | 'too-large' | 'too-slow';

export type NetworkReply =
  | { readonly ok: true; readonly answer: NetworkAnswer }
  | { readonly ok: false; readonly failure: NetworkFailure };

/** Told how much of an answer is there: bytes, and all of them where the server says it. */
export type NetworkProgress = (received: number, total: number | undefined) => void;

/**
 * Makes one request: without cookies, without a referrer, and without the browser's cache, which could tell what the
 * person has visited.
 */
export async function makeRequest(
  request: NetworkRequest,
  send: typeof fetch = fetch,
  progress?: NetworkProgress,
): Promise<NetworkReply> {
  const { url, method, headers, body, maxBytes, deadlineMs, redirect } = request;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), deadlineMs);
  try {
    const response = await send(url, {
      method,
      headers,
      redirect,
      body: (body as Uint8Array<ArrayBuffer> | undefined) ?? null,
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: stop.signal,
    });
    const bytes = await readAtMost(response, maxBytes, progress);
    if (!bytes) return { ok: false, failure: 'too-large' };
    return {
      ok: true,
      answer: { status: response.status, headers: Object.fromEntries(response.headers), body: bytes },
    };
  } catch {
    // What the browser says of it differs, and tells nobody more than this.
    return { ok: false, failure: stop.signal.aborted ? 'too-slow' : 'unreachable' };
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

/** A body, or undefined where it is longer; what a server says of its length is believed only if it is too much. */
async function readAtMost(
  response: Response,
  most: number,
  progress?: NetworkProgress,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const total = Number(response.headers.get('content-length') ?? NaN);
  if (total > most) return undefined;
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    length += part.value.length;
    if (length > most) return undefined;
    parts.push(part.value);
    progress?.(length, Number.isFinite(total) ? total : undefined);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
