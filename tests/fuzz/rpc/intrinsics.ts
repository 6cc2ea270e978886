import { KomaError } from '@koma/core/errors';
import { PluginHost } from '@koma/core/plugin';

/** What every object of this program leans on. */
const SHARED: Readonly<Record<string, object>> = {
  globalThis,
  ...Object.fromEntries(
    [Object, Array, Function, String, Number, Boolean, Promise, Map, Set, Error, RegExp, Date, ArrayBuffer]
      .concat([Uint8Array, Uint8ClampedArray, Float32Array, MessagePort, EventTarget, AbortSignal] as never[])
      .concat([KomaError, PluginHost] as never[])
      .flatMap((kind) => [
        [kind.name, kind],
        [`${kind.name}.prototype`, kind.prototype as object],
      ]),
  ),
  JSON,
  Reflect,
  Math,
};

/** All fields of {@link SHARED}, with what is in them. */
export function photograph(): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, owner] of Object.entries(SHARED)) {
    fields.set(`${name} is of`, Object.getPrototypeOf(owner));
    // Node puts parts of itself under symbols of the global object when they are first used.
    for (const key of owner === globalThis ? Object.getOwnPropertyNames(owner) : Reflect.ownKeys(owner)) {
      const field = Object.getOwnPropertyDescriptor(owner, key)!;
      fields.set(`${name}.${String(key)}`, field.get ?? field.value);
    }
  }
  return fields;
}

/** Names of what differs between two photographs. */
export function differences(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter(
    (name) => !before.has(name) || !after.has(name) || !Object.is(before.get(name), after.get(name)),
  );
}
