import type { Permission } from '@koma/core/plugin';
import type { SandboxServices } from '@koma/core/sandbox';

const KEY_LENGTH = 200;

/**
 * Services that look at every request themselves, without the code under test.
 * @param problems collects what must not have come this far
 */
export function guardedServices(granted: readonly Permission[], problems: string[]) {
  const stored = new Map<string, Uint8Array>();
  const backend = { name: 'wasm', threads: 1 } as const;
  const open = new Set<number>();
  let last = 0;
  let calls = 0;
  const come = (permission: Permission | undefined, fits: boolean, what: string): void => {
    calls++;
    if (permission && !granted.includes(permission)) problems.push(`${what} without ${permission}`);
    if (!fits) problems.push(`${what} of a wrong form`);
  };
  const isKey = (key: unknown): boolean =>
    typeof key === 'string' && key.length > 0 && key.length <= KEY_LENGTH;
  const isBytes = (bytes: unknown): boolean =>
    bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer;
  const services: SandboxServices = {
    inference: {
      backend,
      open: async (source) => {
        come(
          'inference',
          'model' in source ? isKey(source.model) : isKey(source.key) && isBytes(source.bytes),
          'open',
        );
        open.add(++last);
        return { id: last, backend };
      },
      run: async (id, inputs) => {
        const agree = Object.values(inputs).every(
          ({ dims, data }) =>
            dims.every((side) => Number.isSafeInteger(side)) &&
            dims.reduce((a, b) => a * b, 1) === data.length,
        );
        come('inference', open.has(id) && agree, 'run');
        return { outputs: {}, backend };
      },
      release: async (id) => come('inference', open.delete(id), 'release'),
    },
    models: { bytes: async (model) => (come(undefined, isKey(model), 'model'), new Uint8Array(3)) },
    file: async (path) => (come(undefined, isKey(path), 'file'), new Uint8Array(3)),
    storage: {
      get: async (key) => (come('storage', isKey(key), 'get'), undefined),
      set: async (key, bytes) => {
        come('storage', isKey(key) && isBytes(bytes), 'set');
        stored.set(key, bytes);
        // What a quota would do.
        if (stored.size > 20) stored.clear();
      },
      delete: async (key) => (come('storage', isKey(key), 'delete'), void stored.delete(key)),
      keys: async () => (come('storage', true, 'keys'), [...stored.keys()]),
    },
    fetch: async (url, request) => {
      come(
        'network',
        typeof url === 'string' && (request?.body === undefined || isBytes(request.body)),
        'fetch',
      );
      return { status: 200, headers: {}, body: new Uint8Array(2) };
    },
    drawSvg: async (svg, width, height) => {
      come(undefined, typeof svg === 'string' && width > 0 && height > 0, 'svg');
      return { width: 1, height: 1, data: new Uint8ClampedArray(4) };
    },
    log: (text) => come(undefined, typeof text === 'string' && text.length <= 2000, 'log'),
  };
  return { services, calls: () => calls };
}
