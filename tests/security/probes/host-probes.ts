/* oxlint-disable no-extend-native, unicorn/prefer-set-has, typescript/no-explicit-any -- probes do what code should not do */
import { pause } from './network-probes.ts';
import type { Probe, ProbeTools } from './probe.ts';

/**
 * Messages to the host that are no calls of the contract: reading and writing objects of the host by path,
 * as a peer of Comlink may, and keys that reach prototypes. Whether something was changed is looked up on
 * the host's side.
 */
export const hostProbes: readonly Probe[] = [
  raw('rpc-get', 'a private field of an object of the host', { type: 'GET', path: ['secret'] }),
  raw('rpc-set', 'a field of an object of the host', {
    type: 'SET',
    path: ['marks', 'rpc-set'],
    value: { type: 'RAW', value: true },
  }),
  raw('rpc-set-prototype', 'the prototype of every object of the host', {
    type: 'SET',
    path: ['__proto__', '__proto__', 'rpc-set-prototype'],
    value: { type: 'RAW', value: true },
  }),
  raw('rpc-apply-internal', 'a method of the host that is not part of the contract', {
    type: 'APPLY',
    path: ['wipe'],
    argumentList: [],
  }),
  raw('rpc-construct', 'a class of the host', { type: 'CONSTRUCT', path: ['Maker'], argumentList: [] }),
  raw('rpc-endpoint', 'a second line to the host', { type: 'ENDPOINT', path: [] }),
  // Merged key by key into an object, this reaches the prototype of all of them.
  raw('rpc-merge-prototype', 'a message with a key named __proto__', {
    type: 'MERGE',
    ...(JSON.parse('{"value":{"__proto__":{"rpc-merge-prototype":true}}}') as object),
  }),
];

/** Probes that are answered with what they asked for where they get through; others leave a mark. */
const ANSWERED = ['rpc-get', 'rpc-construct', 'rpc-endpoint'];

/** Sends a message on the port to the host, wherever the probe can find that port. */
function raw(id: string, what: string, message: object): Probe {
  return {
    id,
    what,
    run: async () => {
      const port = (globalThis as { __port?: MessagePort }).__port;
      if (!port) throw new TypeError('no port');
      let answered = false;
      port.addEventListener('message', ({ data }: MessageEvent<{ id?: unknown; value?: object }>) => {
        // Comlink says with an object that the host threw.
        answered ||= data?.id === id && !(data.value instanceof Error) && ANSWERED.includes(id);
      });
      port.start();
      port.postMessage({ id, ...message });
      await pause(300);
      return answered;
    },
  };
}

/** Ways to the port by which the runtime around the plugin speaks to the host. */
export const portProbes: readonly Probe[] = [
  {
    id: 'port-global',
    what: 'the port in a global',
    run: () => Reflect.ownKeys(globalThis).some((key) => (globalThis as any)[key] instanceof MessagePort),
  },
  patched(
    'port-post-message',
    'the port as `this` of its own postMessage',
    () => MessagePort.prototype,
    'postMessage',
  ),
  patched('port-dispatch', 'the port as a target of events', () => EventTarget.prototype, 'addEventListener'),
  patched('port-array', 'messages of the runtime as they pass an array', () => Array.prototype, 'push'),
  patched('port-map', 'messages of the runtime as they pass a map', () => Map.prototype, 'set'),
  {
    id: 'port-message-event',
    what: 'the port from the event that brought it',
    run: async () => {
      let found = false;
      addEventListener('message', (event) => (found ||= event.ports.length > 0), { capture: true });
      await pause(300);
      return found;
    },
  },
  {
    id: 'port-event-data',
    what: 'the port from the events in which the host’s answers come',
    run: async (tools) => {
      const original = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')!;
      let found = false;
      try {
        Object.defineProperty(MessageEvent.prototype, 'data', {
          configurable: true,
          get(this: MessageEvent) {
            found ||= this.currentTarget instanceof MessagePort;
            return original.get!.call(this) as unknown;
          },
        });
        await tools.ask();
      } finally {
        Object.defineProperty(MessageEvent.prototype, 'data', original);
      }
      return found;
    },
  },
  {
    id: 'port-setter',
    what: 'what the runtime stores, by a setter on every object’s prototype',
    run: async (tools) => {
      let found = false;
      for (const key of ['port', 'ports', 'host', 'onmessage'])
        Object.defineProperty(Object.prototype, key, {
          configurable: true,
          set(this: object, value: unknown) {
            found ||= value instanceof MessagePort || this instanceof MessagePort;
          },
        });
      await provoke(tools);
      for (const key of ['port', 'ports', 'host', 'onmessage'])
        delete (Object.prototype as Record<string, unknown>)[key];
      return found;
    },
  },
];

/** Replaces a method that the runtime may use, and lets the runtime speak to the host. */
function patched(id: string, what: string, where: () => object, name: string): Probe {
  return {
    id,
    what,
    run: async (tools) => {
      const target = where() as Record<string, (...args: unknown[]) => unknown>;
      const original = target[name]!;
      let found = false;
      try {
        target[name] = function (this: unknown, ...args: unknown[]) {
          found ||= [this, ...args].some((each) => each instanceof MessagePort);
          return original.apply(this, args);
        };
        await provoke(tools);
      } finally {
        target[name] = original;
      }
      return found;
    },
  };
}

async function provoke(tools: ProbeTools): Promise<void> {
  tools.speak();
  await pause(100);
}
