/* oxlint-disable typescript/no-extraneous-class, unicorn/prefer-add-event-listener, typescript/no-explicit-any -- a host as it should not be */
/** An object such as an editor has. */
class Host {
  readonly marks: Record<string, boolean>;
  readonly secret = 'the secret of the host';
  /** A class among its fields. */
  readonly Maker = class {};

  constructor(marks: Record<string, boolean>) {
    this.marks = marks;
  }

  wipe(): void {
    this.marks['rpc-apply-internal'] = true;
  }
}

/** A call by path, as libraries that expose objects take it (Comlink 4.4 among them). */
interface PathCall {
  readonly id?: unknown;
  readonly type?: 'GET' | 'SET' | 'APPLY' | 'CONSTRUCT' | 'ENDPOINT' | 'MERGE';
  readonly path?: readonly string[];
  readonly value?: { readonly value?: unknown };
  readonly argumentList?: readonly unknown[];
}

/**
 * The positive control of the host's door: a whole object handed to the other side, and its messages merged key by
 * key, as the real host never does it.
 * @param marks where it shows what was done to the host, by probe
 */
export function exposeHost(port: MessagePort, marks: Record<string, boolean>): void {
  const host = new Host(marks);
  port.onmessage = ({ data }: MessageEvent<PathCall>) => {
    const transfer: Transferable[] = [];
    try {
      const value = answer(host, data, marks, transfer);
      port.postMessage({ id: data.id, value }, transfer);
    } catch (error) {
      port.postMessage({ id: data.id, value: error });
    }
  };
}

function answer(
  host: Host,
  call: PathCall,
  marks: Record<string, boolean>,
  transfer: Transferable[],
): unknown {
  const { type, path = [], value, argumentList = [] } = call;
  const at = (keys: readonly string[]): any => keys.reduce((object: any, key) => object[key], host);
  const owner = at(path.slice(0, -1));
  switch (type) {
    case 'GET':
      return at(path);
    case 'SET':
      owner[path.at(-1)!] = value?.value;
      return true;
    case 'APPLY':
      return at(path).apply(owner, argumentList);
    case 'CONSTRUCT':
      return JSON.stringify(new (at(path))(...argumentList));
    case 'ENDPOINT': {
      const { port1, port2 } = new MessageChannel();
      exposeHost(port1, marks);
      transfer.push(port2);
      return port2;
    }
    case 'MERGE':
      merge({}, value ?? {});
      return true;
    default:
      return undefined;
  }
}

function merge(target: Record<string, unknown>, source: object): void {
  for (const [key, value] of Object.entries(source)) {
    const mine = target[key];
    if (typeof value === 'object' && value !== null && typeof mine === 'object' && mine !== null)
      merge(mine as Record<string, unknown>, value as object);
    else target[key] = value;
  }
}
