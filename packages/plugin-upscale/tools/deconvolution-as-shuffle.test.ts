import { expect, test } from 'vitest';
import { deconvolutionAsShuffle, type Kernel } from './deconvolution-as-shuffle.ts';
import { naiveConvolution, toPlanes, type Planes } from './testing/naive-convolution.ts';

/** Transposed convolution by its definition: every input pixel adds its kernel into the output, stride 2. */
function scatter(input: Planes, { outputs, size, weights, bias, inputs }: Kernel, pad: number): number[][][] {
  const extent = (n: number) => (n - 1) * 2 + size;
  return Array.from({ length: outputs }, (_, o) => {
    const plane = Array.from({ length: extent(input[0]!.length) }, () =>
      Array.from({ length: extent(input[0]![0]!.length) }, () => bias[o]!),
    );
    input.forEach((channel, i) =>
      channel.forEach((row, r) =>
        row.forEach((value, q) => {
          for (let y = 0; y < size; y++) {
            for (let x = 0; x < size; x++) {
              plane[r * 2 + y]![q * 2 + x]! += value * weights[((o * inputs + i) * size + y) * size + x]!;
            }
          }
        }),
      ),
    );
    return crop(plane, pad);
  });
}

const crop = (plane: number[][], border: number) =>
  plane.slice(border, plane.length - border).map((row) => row.slice(border, row.length - border));

/** DepthToSpace, blocksize 2, mode CRD. */
function shuffle(planes: Planes): number[][][] {
  return Array.from({ length: planes.length / 4 }, (_, o) =>
    Array.from({ length: planes[0]!.length * 2 }, (_, r) =>
      Array.from(
        { length: planes[0]![0]!.length * 2 },
        (_, q) => planes[o * 4 + (r % 2) * 2 + (q % 2)]![r >> 1]![q >> 1]!,
      ),
    ),
  );
}

test.each([
  { size: 2, pad: 0, border: 0 },
  { size: 4, pad: 3, border: 1 },
])('size $size, pad $pad: a convolution and a shuffle give the same picture', ({ size, pad, border }) => {
  const wave = (n: number) => Float32Array.from({ length: n }, (_, i) => Math.sin(i * 1.7) + (i % 3));
  const kernel = { outputs: 2, inputs: 3, size, weights: wave(2 * 3 * size * size), bias: wave(2) };
  const input = toPlanes(wave(3 * 5 * 6), 3, 5);
  const plain = deconvolutionAsShuffle(kernel);
  const weight = toPlanes(plain.weights, plain.outputs, 1).map((flat) =>
    toPlanes(flat[0]!, plain.inputs, plain.size),
  );
  const actual = shuffle(naiveConvolution(input, weight, [...plain.bias])).map((plane) =>
    crop(plane, border),
  );
  const expected = scatter(input, kernel, pad);
  expect(actual.length).toBe(expected.length);
  actual.flat(2).forEach((value, i) => expect(value).toBeCloseTo(expected.flat(2)[i]!, 5));
  expect(actual.map((plane) => plane.length)).toEqual(expected.map((plane) => plane.length));
});

test('other sizes are refused', () => {
  const empty = new Float32Array();
  expect(() =>
    deconvolutionAsShuffle({ outputs: 1, inputs: 1, size: 3, weights: empty, bias: empty }),
  ).toThrow(/size 3/);
});
