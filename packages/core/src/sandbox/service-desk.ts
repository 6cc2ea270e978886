import { buffersOf } from '../buffers-of.ts';
import { KomaError } from '../errors.ts';
import type { BackendReport } from '../inference/index.ts';
import { assertPermitted, type Permission } from '../plugin/index.ts';
import type { SandboxLimits } from './limits.ts';
import type { SandboxServices } from './services.ts';
import type { ServiceRequest } from './wire.ts';

export interface DeskOptions {
  /** The name that the person knows the plugin by. */
  readonly plugin: string;
  readonly granted: readonly Permission[];
  readonly services: SandboxServices;
  readonly limits: Pick<SandboxLimits, 'models'>;
  /** Told what models run on, after each time one was used. */
  backend(report: BackendReport): void;
}

/** What goes back to the plugin, and the memory in it that is given away. */
export interface DeskAnswer {
  readonly value: unknown;
  readonly give: ArrayBuffer[];
}

/** What of the services needs which permission; the rest concerns the plugin's own files. */
const NEEDS: Readonly<Partial<Record<ServiceRequest['service'], Permission>>> = {
  'inference.open': 'inference',
  'inference.run': 'inference',
  'inference.release': 'inference',
  'storage.get': 'storage',
  'storage.set': 'storage',
  'storage.delete': 'storage',
  'storage.keys': 'storage',
  fetch: 'network',
};

/** Answers one plugin's requests: this list of things, within its permissions, and nothing else. */
export class ServiceDesk {
  readonly #options: DeskOptions;
  /** Models that it has opened itself. */
  readonly #models = new Set<number>();

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** @param request of the right form @throws KomaError, or whatever a service throws */
  async answer(request: ServiceRequest): Promise<DeskAnswer> {
    const { granted, plugin, services } = this.#options;
    const needed = NEEDS[request.service];
    if (needed) assertPermitted(granted, [needed], plugin);
    switch (request.service) {
      case 'inference.open':
        return copied(await this.#open(request.source));
      case 'inference.run': {
        const { inference } = services;
        this.#assertOpen(request.session);
        const ran = await inference.run(request.session, request.inputs);
        this.#options.backend(ran.backend);
        return given(ran);
      }
      case 'inference.release':
        this.#assertOpen(request.session);
        this.#models.delete(request.session);
        await services.inference.release(request.session);
        return copied(undefined);
      case 'models.bytes':
        return copied(await services.models.bytes(request.model));
      case 'files.bytes':
        return copied(await services.file(request.path));
      case 'drawSvg': {
        const { svg, width, height } = request;
        return given(await available(services.drawSvg, 'it does not draw SVG')(svg, width, height));
      }
      case 'fetch': {
        const { url, method, headers, body } = request;
        const send = available(services.fetch, 'it has no network for plugins');
        return given(await send(url, { method, ...(headers && { headers }), ...(body && { body }) }));
      }
      default:
        return this.#store(request);
    }
  }

  async #store(request: Extract<ServiceRequest, { service: `storage.${string}` }>): Promise<DeskAnswer> {
    const storage = available(this.#options.services.storage, 'it keeps nothing for plugins');
    switch (request.service) {
      case 'storage.get':
        return given(await storage.get(request.key));
      case 'storage.set':
        return copied(await storage.set(request.key, request.bytes));
      case 'storage.delete':
        return copied(await storage.delete(request.key));
      case 'storage.keys':
        return copied(await storage.keys());
    }
  }

  async #open(
    source: Extract<ServiceRequest, { service: 'inference.open' }>['source'],
  ): Promise<{ session: number; backend: BackendReport }> {
    const { services, limits, backend } = this.#options;
    if (this.#models.size >= limits.models) throw failed(`more than ${limits.models} models are open`);
    const opened = await services.inference.open(source);
    this.#models.add(opened.id);
    backend(opened.backend);
    return { session: opened.id, backend: opened.backend };
  }

  #assertOpen(session: number): void {
    if (!this.#models.has(session)) throw failed('the model is not open');
  }
}

/** The answer is the plugin's; memory in it is the host's. */
const copied = (value: unknown): DeskAnswer => ({ value, give: [] });
/** The answer and the memory in it are the plugin's. */
const given = (value: unknown): DeskAnswer => ({ value, give: buffersOf(value) });

function failed(reason: string): KomaError {
  return new KomaError('PLUGIN_FAILED', `The plugin asked for what cannot be done: ${reason}.`, { reason });
}

function available<T>(service: T | undefined, reason: string): T {
  if (service) return service;
  throw new KomaError('PLUGIN_FAILED', `This program does not do that for plugins: ${reason}.`, { reason });
}
