/** Planes of numbers: [channel][row][column]. */
export type Planes = readonly (readonly (readonly number[])[])[];

/**
 * A convolution without padding in plain loops, the oracle for converted models; `weight` is
 * [output][input][row][column].
 */
export function naiveConvolution(
  input: Planes,
  weight: readonly Planes[],
  bias: readonly number[],
): number[][][] {
  return weight.map((kernel, o) => {
    const size = kernel[0]!.length;
    const height = input[0]!.length - size + 1;
    const width = input[0]![0]!.length - size + 1;
    const plane: number[][] = [];
    for (let r = 0; r < height; r++) {
      const row: number[] = [];
      for (let q = 0; q < width; q++) {
        let sum = bias[o]!;
        for (let i = 0; i < kernel.length; i++) {
          for (let y = 0; y < size; y++) {
            for (let x = 0; x < size; x++) sum += kernel[i]![y]![x]! * input[i]![r + y]![q + x]!;
          }
        }
        row.push(sum);
      }
      plane.push(row);
    }
    return plane;
  });
}

/** waifu2x's vgg_7 in plain loops: LeakyReLU 0.1 after all layers but the last. */
export function naiveVgg7(
  input: Planes,
  layers: readonly { readonly weight: readonly Planes[]; readonly bias: readonly number[] }[],
): Planes {
  return layers.reduce<Planes>((planes, { weight, bias }, i) => {
    const sums = naiveConvolution(planes, weight, bias);
    if (i === layers.length - 1) return sums;
    return sums.map((plane) => plane.map((row) => row.map((v) => (v < 0 ? v * 0.1 : v))));
  }, input);
}

/** A flat list cut into planes of `height` rows. */
export function toPlanes(flat: ArrayLike<number>, channels: number, height: number): number[][][] {
  const width = flat.length / channels / height;
  return Array.from({ length: channels }, (_, c) =>
    Array.from({ length: height }, (_, r) =>
      Array.from({ length: width }, (_, q) => flat[(c * height + r) * width + q]!),
    ),
  );
}
