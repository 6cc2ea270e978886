import { hostileValue, NAMES, pick, record, type Chance } from './hostile-values.ts';

/** What a plugin can know of its host: the numbers of calls and sessions. */
export interface Known {
  readonly calls: readonly number[];
}

type Make = (chance: Chance, known: Known) => unknown;

/** The next message: of the protocol, nearly of it, of somebody else's, or of nobody's. */
export function hostileMessage(chance: Chance, known: Known): unknown {
  const kind = chance();
  if (kind < 0.3) return pick(chance, VALID)(chance, known);
  if (kind < 0.75) return mutated(chance, pick(chance, VALID)(chance, known) as object);
  if (kind < 0.88) return pick(chance, FOREIGN)(chance, known);
  return hostileValue(chance);
}

const id: (chance: Chance, known: Known) => number = (chance, known) =>
  chance() < 0.8 && known.calls.length > 0 ? pick(chance, known.calls) : Math.floor(chance() * 50) - 5;
const picture = (chance: Chance) => {
  const [width, height] = [1 + Math.floor(chance() * 4), 1 + Math.floor(chance() * 4)];
  const right = chance() < 0.6 ? 0 : Math.floor(chance() * 9);
  return { width, height, data: new Uint8ClampedArray(width * height * 4 + right) };
};
const tensor = (chance: Chance) => ({
  type: 'float32',
  dims: [1 + Math.floor(chance() * 3)],
  data: new Float32Array(2),
});
const bytes = (chance: Chance) => new Uint8Array(Math.floor(chance() ** 3 * 5000));
const key = (chance: Chance) => pick(chance, [...NAMES, 'settings', '../other', 'x'.repeat(300)]);

const request =
  (make: (chance: Chance) => object): Make =>
  (chance) => ({ type: 'request', id: 1 + Math.floor(chance() * 200), request: make(chance) });

const VALID: readonly Make[] = [
  () => ({ type: 'ready', wire: 1 }),
  () => ({ type: 'pong' }),
  (chance) => ({ type: 'log', text: 'x'.repeat(Math.floor(chance() * 3000)) }),
  (chance, known) => ({
    type: 'progress',
    id: id(chance, known),
    fraction: chance() * 1.1,
    label: { en: 'Working' },
  }),
  (chance, known) => ({
    type: 'preview',
    id: id(chance, known),
    tile: { x: 0, y: 0, outputWidth: 4, outputHeight: 4, ...picture(chance) },
  }),
  (chance, known) => ({ type: 'partial', id: id(chance, known), answer: hostileValue(chance) }),
  (chance, known) => ({
    type: 'update',
    session: id(chance, known),
    update: {
      names: ['fg'],
      sharpness: 'quick',
      patch: { x: 0, y: 0, width: 2, height: 1, labels: new Uint8Array([0, Math.floor(chance() * 3)]) },
    },
  }),
  (chance, known) => ({ type: 'result', id: id(chance, known), value: { image: picture(chance) } }),
  (chance, known) => ({ type: 'result', id: id(chance, known), value: picture(chance) }),
  (chance, known) => ({ type: 'result', id: id(chance, known), value: hostileValue(chance) }),
  (chance, known) => ({
    type: 'result',
    id: id(chance, known),
    value: { name: 'a.txt', mediaType: 'text/plain', bytes: bytes(chance) },
  }),
  (chance, known) => ({
    type: 'failure',
    id: id(chance, known),
    error: {
      code: pick(chance, ['ABORTED', 'PLUGIN_FAILED', 'OUT_OF_MEMORY', 'FILE_DAMAGED', ...NAMES]),
      message: 'no',
      details: { [pick(chance, ['reason', 'x'])]: 'y' },
    },
  }),
  request((chance) => ({ service: 'inference.open', source: { model: key(chance) } })),
  request((chance) => ({
    service: 'inference.open',
    source: { key: 'own', bytes: bytes(chance), lean: true },
  })),
  request((chance) => ({
    service: 'inference.run',
    session: Math.floor(chance() * 4),
    inputs: { [pick(chance, ['x', 'y'])]: tensor(chance) },
  })),
  request((chance) => ({ service: 'inference.release', session: Math.floor(chance() * 4) })),
  request((chance) => ({ service: 'models.bytes', model: key(chance) })),
  request((chance) => ({ service: 'files.bytes', path: key(chance) })),
  request((chance) => ({ service: pick(chance, ['storage.get', 'storage.delete']), key: key(chance) })),
  request((chance) => ({ service: 'storage.set', key: key(chance), bytes: bytes(chance) })),
  request(() => ({ service: 'storage.keys' })),
  request((chance) => ({
    service: 'fetch',
    url: pick(chance, ['https://a.example/', 'file:///etc/passwd', '']),
    method: 'GET',
    headers: { [pick(chance, ['accept', 'cookie'])]: 'x' },
  })),
  request(() => ({ service: 'drawSvg', svg: '<svg/>', width: 4, height: 4 })),
];

/** What would work on an endpoint that follows paths or copies fields, as other protocols do. */
const FOREIGN: readonly Make[] = [
  (chance) => ({
    id: String(chance()),
    type: 'SET',
    path: path(chance),
    value: { type: 'RAW', value: 'polluted' },
  }),
  (chance) => ({ id: String(chance()), type: 'GET', path: path(chance) }),
  (chance) => ({
    id: String(chance()),
    type: 'APPLY',
    path: pick(chance, [['wipe'], ['store', 'wipe'], ['constructor', 'constructor'], path(chance)]),
    argumentList: [{ type: 'RAW', value: pick(chance, NAMES) }],
  }),
  (chance) => ({ jsonrpc: '2.0', id: 1, method: path(chance).join('.'), params: [hostileValue(chance)] }),
  (chance) => record([[pick(chance, NAMES), record([['polluted', 'polluted']])]]),
];

function path(chance: Chance): string[] {
  const way = pick(chance, [
    ['__proto__', 'polluted'],
    ['__proto__', '__proto__', 'polluted'],
    ['constructor', 'prototype', 'polluted'],
    ['secret'],
    ['store', 'pictures'],
  ]);
  return chance() < 0.7 ? way : [...way, pick(chance, NAMES)];
}

/** The same with one field of it, at some depth, changed, gone or added. */
function mutated(chance: Chance, message: object): object {
  const entries = Object.entries(message);
  const at = Math.floor(chance() * entries.length);
  const [name, value] = entries[at] ?? ['type', undefined];
  const isPlain =
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  const kind = chance();
  if (isPlain && chance() < 0.6) entries[at] = [name, mutated(chance, value as object)];
  else if (kind < 0.5) entries[at] = [name, hostileValue(chance)];
  else if (kind < 0.65) entries.splice(at, 1);
  else entries.push([pick(chance, NAMES), hostileValue(chance)]);
  return record(entries);
}
