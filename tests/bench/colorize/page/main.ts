/** Runs the colorizer in the browser on WebAssembly, as the plugin's worker does, and times it. */
import * as ort from 'onnxruntime-web/wasm';
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';

export interface TimedRuns {
  readonly threads: number;
  /** Seconds until the network is ready to run, and for each run. */
  readonly load: number;
  readonly runs: readonly number[];
}

declare global {
  interface Window {
    timeColorizer(model: string, size: number, threads: number, repeats: number): Promise<TimedRuns>;
  }
}

window.timeColorizer = async (model, size, threads, repeats) => {
  ort.env.wasm.numThreads = threads;
  const absolute = (url: string): string => new URL(url, location.href).href;
  ort.env.wasm.wasmPaths = { wasm: absolute(wasmUrl), mjs: absolute(glueUrl) };
  const bytes = new Uint8Array(await (await fetch(model)).arrayBuffer());
  const begun = performance.now();
  const session = await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'] });
  const load = (performance.now() - begun) / 1000;
  const plane = (channels: number, side: number, value: (i: number) => number): ort.Tensor =>
    new ort.Tensor(
      'float32',
      Float32Array.from({ length: channels * side * side }, (_, i) => value(i)),
      [1, channels, side, side],
    );
  const feeds = {
    // Rings and a gradient: the time does not depend on what is drawn, but zeros might be special.
    sketch: plane(1, size, (i) => Number(Math.hypot((i % size) - size / 2, i / size - size / 2) % 40 > 3)),
    hints: plane(4, size, () => 0),
    style: plane(3, size / 2, (i) => ((i * 7) % 256) / 255),
    strength: new ort.Tensor('float32', Float32Array.of(1), [1]),
  };
  const runs: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const start = performance.now();
    await session.run(feeds);
    runs.push((performance.now() - start) / 1000);
  }
  return { threads: crossOriginIsolated ? threads : 1, load, runs };
};
