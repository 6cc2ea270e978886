import { KEPT_GLOBALS, KEPT_NAVIGATOR } from './kept-globals.ts';

/** What to say where somebody tries; everything else that is taken away is just not there. */
const REFUSALS: Readonly<Record<string, string>> = {
  fetch: 'A plugin has no network of its own. Ask for the permission "network" and use context.fetch.',
  XMLHttpRequest:
    'A plugin has no network of its own. Ask for the permission "network" and use context.fetch.',
  WebSocket: 'A plugin has no network of its own: there are no sockets for plugins.',
  importScripts: 'A plugin is one script: bundle what it needs.',
  Worker: 'A plugin runs in one worker and starts no others.',
};

/**
 * Takes away the globals that a plugin must not use, so that code which tries fails at once and in words. Call it
 * before any of the plugin's code runs. This is hygiene and no wall: the wall is the frame's origin and its
 * Content-Security-Policy.
 *
 * @param scope the worker's global object
 * @returns names of the globals that could not be taken away, for the log
 */
export function hardenGlobals(scope: object = globalThis): string[] {
  const { navigator } = scope as { readonly navigator?: object };
  const left = navigator ? strip(navigator, KEPT_NAVIGATOR).map((name) => `navigator.${name}`) : [];
  left.push(...strip(scope, KEPT_GLOBALS));
  for (const name of Object.keys(REFUSALS)) nail(scope, name, refusalOf(name));
  return left;
}

/** Takes away all properties of an object and its prototypes but those in the list. @returns what is left */
function strip(target: object, kept: ReadonlySet<string>): string[] {
  const left: string[] = [];
  // Object.prototype belongs to everybody.
  for (
    let at: object | null = target;
    at && Object.getPrototypeOf(at) !== null;
    at = Object.getPrototypeOf(at) as object | null
  )
    for (const name of Object.getOwnPropertyNames(at))
      if (!kept.has(name) && name !== 'constructor' && !take(at, name)) left.push(name);
  return left;
}

function take(owner: object, name: string): boolean {
  try {
    return Reflect.deleteProperty(owner, name) || nail(owner, name, refusalOf(name));
  } catch {
    return false;
  }
}

/** Puts a value where nothing can replace it. */
function nail(owner: object, name: string, value: unknown): boolean {
  return Reflect.defineProperty(owner, name, {
    value,
    writable: false,
    configurable: false,
    enumerable: false,
  });
}

/** A function that says why, for what is asked for most. */
function refusalOf(name: string): (() => never) | undefined {
  const words = REFUSALS[name];
  if (words === undefined) return undefined;
  return function refused(): never {
    throw new TypeError(words);
  };
}
