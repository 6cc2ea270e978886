import * as Comlink from 'comlink';
import type { NetworkProgress, NetworkReply, NetworkRequest } from './network-request.ts';
import type { NetworkWorkerApi } from './network.worker.ts';

/** The worker that makes requests to other sites. Starts with the first one. */
export class NetworkClient {
  #worker: Worker | undefined;
  #api: Comlink.Remote<NetworkWorkerApi> | undefined;

  /** Never rejects for what a server does. @throws Error where the worker cannot be started */
  async request(request: NetworkRequest, progress?: NetworkProgress): Promise<NetworkReply> {
    return this.#start().request(request, progress && Comlink.proxy(progress));
  }

  /** Ends whatever is on its way. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#api = undefined;
  }

  #start(): Comlink.Remote<NetworkWorkerApi> {
    this.#worker ??= new Worker(new URL('./network.worker.ts', import.meta.url), {
      type: 'module',
      name: 'koma-network',
    });
    this.#api ??= Comlink.wrap<NetworkWorkerApi>(this.#worker);
    return this.#api;
  }
}
