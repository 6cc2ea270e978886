import { SOLVER_WASM } from './solver.wasm.ts';

let compiled: WebAssembly.Module | undefined;

/**
 * A new instance of the solvers in WebAssembly (`packages/lineart/assembly`), with a memory of its own
 * that goes with it. The module is compiled on the first call in a thread, synchronously, which takes a
 * few milliseconds; a page's policy must allow `wasm-unsafe-eval`.
 */
export function instantiateSolver(): WebAssembly.Exports {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(SOLVER_WASM), (char) => char.charCodeAt(0)));
  return new WebAssembly.Instance(compiled).exports;
}
