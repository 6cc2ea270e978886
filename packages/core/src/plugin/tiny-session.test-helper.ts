import { abortError } from '../errors.ts';
import type { InteractiveOperation, SessionContext, SessionUpdate } from './interactive.ts';
import { parseManifest, type PluginManifest } from './manifest.ts';
import type { Plugin } from './protocol.ts';
import { tinyManifestJson } from './tiny-plugin.test-helper.ts';

/** A manifest with the interactive operation `cut`, and the operation `copy`. Tests only. */
export function interactiveManifest(): PluginManifest {
  const json = tinyManifestJson('cut', 'copy');
  const [cut, copy] = json.contributes.operations;
  const strokes = { name: 'strokes', type: 'strokes', label: { en: 'Strokes' } };
  const interactive = {
    ...cut!,
    interactive: true,
    inputs: [...cut!.inputs, strokes],
    outputs: [{ name: 'mask', type: 'mask' }],
  };
  return parseManifest({ ...json, contributes: { operations: [interactive, copy] } });
}

/** What happened in a {@link tinyCut}. Tests only. */
export interface CutLog {
  readonly updates: number[];
  context?: SessionContext;
  closed: number;
}

/**
 * A session whose answer to n strokes is a row of n pixels of subject. A stroke called `wait` takes until it is
 * cancelled, one called `deaf` for ever; `fail` throws. Tests only.
 */
export function tinyCut(log: CutLog): InteractiveOperation {
  const answer = (count: number, width: number): SessionUpdate => ({
    names: ['fg'],
    sharpness: 'full',
    patch: {
      x: 0,
      y: 0,
      width,
      height: 1,
      labels: Uint8Array.from({ length: width }, (_, x) => (x < count ? 1 : 0)),
    },
  });
  return {
    async open({ image }, _params, context) {
      log.context = context;
      const { width, height } = image!.image;
      return {
        async update({ strokes }, _given, { signal }) {
          log.updates.push(strokes.length);
          const last = strokes.at(-1)?.label;
          if (last === 'fail') throw new Error('no such thing');
          if (last === 'deaf') await new Promise(() => {});
          if (last === 'wait')
            await new Promise((_, reject) => signal.addEventListener('abort', () => reject(abortError())));
          return answer(strokes.length, width);
        },
        async commit({ strokes }) {
          const data = new Uint8Array(width * height).fill(255, 0, strokes.length);
          return { mask: { width, height, data } };
        },
        close: () => void log.closed++,
      };
    },
  };
}

/** A plugin around {@link tinyCut}. Tests only. */
export function cuttingPlugin(log: CutLog): Plugin {
  return {
    operations: { copy: async (inputs: { image: { image: never } }) => ({ image: inputs.image.image }) },
    interactive: { cut: tinyCut(log) },
  };
}

/** `count` strokes, of which the last has another label. Tests only. */
export function strokesTo(count: number, last = 'fg') {
  return {
    strokes: Array.from({ length: count }, (_, i) => ({
      label: i === count - 1 ? last : 'fg',
      radius: 1,
      points: [[i, 0] as const],
    })),
  };
}
