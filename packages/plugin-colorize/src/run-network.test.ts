import { expect, test } from 'vitest';
import type { Session, Tensor } from '@koma/core/inference';
import { runNetwork } from './run-network.ts';

const input = {
  width: 64,
  height: 32,
  tone: new Float32Array(2048),
  hints: new Float32Array(4 * 2048),
  style: { width: 96, height: 64, planes: new Float32Array(3 * 96 * 64) },
  strength: 0.25,
};
const float = (length: number): Tensor => ({
  type: 'float32',
  dims: [length],
  data: new Float32Array(length),
});
const answering = (answers: Record<string, Tensor>, seen: Record<string, Tensor>[] = []): Session => ({
  run: async (inputs) => {
    seen.push(inputs);
    return answers;
  },
  release: async () => {},
});

test('hands over tensors by the names and shapes of koma-colorizer-1', async () => {
  const seen: Record<string, Tensor>[] = [];
  const answers = { colour: float(3 * 2048), figure: float(2048) };
  const { colour, figure } = await runNetwork(answering(answers, seen), input);
  expect([colour, figure]).toEqual([answers.colour.data, answers.figure.data]);
  expect(Object.entries(seen[0]!).map(([name, { dims }]) => [name, dims])).toEqual([
    ['sketch', [1, 1, 32, 64]],
    ['hints', [1, 4, 32, 64]],
    ['style', [1, 3, 64, 96]],
    ['strength', [1]],
  ]);
  expect(seen[0]!['strength']!.data[0]).toBe(0.25);
});

test('refuses an answer of another kind', async () => {
  const right = { colour: float(3 * 2048), figure: float(2048) };
  for (const wrong of [
    {},
    { colour: right.colour },
    { ...right, figure: float(2047) },
    { ...right, colour: float(2048) },
  ])
    await expect(runNetwork(answering(wrong as Record<string, Tensor>), input)).rejects.toThrow(TypeError);
});
