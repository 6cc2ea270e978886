import type { PluginStorage } from '@koma/core/plugin';
import type { NetworkFailure } from './network-request.ts';

/** Why a request of a plugin was not made, or had no answer. */
export type RequestRefusal = NetworkFailure | 'not-granted' | 'too-many' | 'body-too-large' | 'invalid';

/** One request of a plugin, as the person sees it. */
export interface NetworkEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: 'GET' | 'POST';
  /** As the plugin asked for it, at most 500 characters. */
  readonly url: string;
  /** Bytes of the body that was sent, and of the one that came back. */
  readonly sent: number;
  readonly received: number;
  /** Of the answer, or why there was none. */
  readonly status: number | RequestRefusal;
}

/** What is kept of one installed plugin besides its package, and what is noted of it. */
export interface PluginData {
  readonly storage: PluginStorage;
  /** What the plugin says of itself, and what its messages had wrong. */
  log(text: string): void;
  /** Each of its requests, whether it was made or refused. */
  network(entry: NetworkEntry): void;
}
