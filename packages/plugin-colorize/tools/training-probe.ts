import type { Session, Tensor } from '@koma/core/inference';

/** What training wrote beside a model: PyTorch's answer to `probe_inputs` of training/colorize/export.py. */
export interface TrainingProbe {
  readonly probe: Readonly<Record<'colour' | 'figure', readonly number[]>>;
}

const SIZE = 64;
const STYLE = { width: 96, height: 64 };
/** Answers are kept at every 16th cell from here on. */
const [FIRST_ROW, FIRST_COLUMN, STRIDE] = [3, 5, 16];

/** `probe_inputs` of training/colorize/export.py: rings as ink, a striped style, one hint. */
export function trainingProbeInputs(): Record<string, Tensor> {
  const sketch = new Float32Array(SIZE * SIZE);
  for (let y = 0, p = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++, p++)
      sketch[p] = Math.abs(Math.sin(Math.hypot(x - 31, y - 31) / 5)) > 0.25 ? 1 : 0;
  const plane = STYLE.width * STYLE.height;
  const style = new Float32Array(3 * plane);
  for (let y = 0, p = 0; y < STYLE.height; y++) {
    for (let x = 0; x < STYLE.width; x++, p++) {
      style[p] = x / 95;
      style[plane + p] = y / 63;
      style[2 * plane + p] = (x + y) / 158;
    }
  }
  const hints = new Float32Array(4 * SIZE * SIZE);
  for (const [c, value] of [1, 0, 0.5, 1].entries())
    for (let y = 20; y < 24; y++) for (let x = 30; x < 34; x++) hints[(c * SIZE + y) * SIZE + x] = value;
  return {
    sketch: { type: 'float32', dims: [1, 1, SIZE, SIZE], data: sketch },
    hints: { type: 'float32', dims: [1, 4, SIZE, SIZE], data: hints },
    style: { type: 'float32', dims: [1, 3, STYLE.height, STYLE.width], data: style },
    strength: { type: 'float32', dims: [1], data: Float32Array.of(1) },
  };
}

/** The largest difference, in any kept value, of a session's answer from PyTorch's. NaN where one is missing. */
export async function distanceFromTraining(session: Session, { probe }: TrainingProbe): Promise<number> {
  const answers = await session.run(trainingProbeInputs());
  const distances = (['colour', 'figure'] as const).map((name) => {
    const kept = everySixteenth(answers[name]!);
    if (kept.length !== probe[name].length) return NaN;
    return Math.max(...kept.map((value, i) => Math.abs(value - probe[name][i]!)));
  });
  return Math.max(...distances);
}

function everySixteenth({ data, dims }: Tensor): number[] {
  const [, channels = 0, height = 0, width = 0] = dims;
  const kept: number[] = [];
  for (let c = 0; c < channels; c++)
    for (let y = FIRST_ROW; y < height; y += STRIDE)
      for (let x = FIRST_COLUMN; x < width; x += STRIDE)
        kept.push(Number(data[(c * height + y) * width + x]));
  return kept;
}
