/** One line of an ncnn `.param` file: an operation with its inputs, outputs and numbered parameters. */
export interface NcnnLayer {
  /** Operation, such as `Convolution`. */
  readonly type: string;
  readonly name: string;
  /** Names of the blobs it reads. */
  readonly inputs: readonly string[];
  /** Names of the blobs it makes. */
  readonly outputs: readonly string[];
  /** Parameters by key; what a key means depends on the type (ncnn wiki, "operation param weight table"). */
  readonly params: ReadonlyMap<number, number | readonly number[]>;
}

const MAGIC = '7767517';
/** A key of -23300 - k holds a list: its length, then its items. */
const LIST_KEY = -23300;

/**
 * Reads an ncnn `.param` text: the magic number, the counts, then one layer a line as
 * `type name inputs outputs IN… OUT… key=value…`.
 * @throws Error if the magic number or the layer count is wrong.
 */
export function parseNcnnParam(text: string): NcnnLayer[] {
  const [magic, counts, ...lines] = text.trim().split(/\s*\n\s*/);
  if (magic !== MAGIC) throw new Error(`not an ncnn param file: it starts with ${magic?.slice(0, 20)}`);
  const expected = Number(counts?.split(/\s+/)[0]);
  if (lines.length !== expected) throw new Error(`${expected} layers announced, ${lines.length} found`);
  return lines.map(parseLayer);
}

/** The whole or real number under `key`, or `fallback` where the file leaves it out. */
export function numberParam(layer: NcnnLayer, key: number, fallback: number): number {
  const value = layer.params.get(key) ?? fallback;
  if (typeof value !== 'number') throw new Error(`${layer.name}: parameter ${key} is a list`);
  return value;
}

/** The list under `key`, empty where the file leaves it out. */
export function listParam(layer: NcnnLayer, key: number): readonly number[] {
  const value = layer.params.get(key) ?? [];
  if (typeof value === 'number') throw new Error(`${layer.name}: parameter ${key} is no list`);
  return value;
}

/** @throws Error unless parameter `key` (0 where left out) is `value`, the only one that the converter knows. */
export function expectParam(layer: NcnnLayer, key: number, value: number): void {
  const found = numberParam(layer, key, 0);
  if (found !== value)
    throw new Error(`${layer.name}: parameter ${key} is ${found}, only ${value} is supported`);
}

function parseLayer(line: string): NcnnLayer {
  const [type = '', name = '', inputCount, outputCount, ...rest] = line.split(/\s+/);
  const inputs = rest.slice(0, Number(inputCount));
  const outputs = rest.slice(inputs.length, inputs.length + Number(outputCount));
  const params = new Map<number, number | readonly number[]>();
  for (const pair of rest.slice(inputs.length + outputs.length)) {
    const [key, value = ''] = pair.split('=');
    const number = Number(key);
    if (number <= LIST_KEY) params.set(LIST_KEY - number, value.split(',').slice(1).map(Number));
    else params.set(number, Number(value));
  }
  return { type, name, inputs, outputs, params };
}
