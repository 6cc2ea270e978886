import type { Session, Tensor } from '@koma/core/inference';
import type { FittedStyle } from './fit-style.ts';

/** Id of the network in the manifest. Its graph is koma-colorizer-1: see models/MODEL_CARD.md. */
export const COLORIZER = 'colorizer';

/** What the network sees. */
export interface NetworkInput {
  /** Cells; multiples of 32. */
  readonly width: number;
  readonly height: number;
  /** A value a cell: 1 paper, 0 ink. */
  readonly tone: Float32Array;
  /** Four planes: see `drawHints`. */
  readonly hints: Float32Array;
  readonly style: FittedStyle;
  /** 0 ignores the style, 1 follows it. */
  readonly strength: number;
}

/** What it answers. */
export interface NetworkAnswer {
  /** Planes of red, green and blue in sRGB, 0-1: colours without lines. */
  readonly colour: Float32Array;
  /** One plane: 1 where something is drawn, 0 on bare paper. */
  readonly figure: Float32Array;
}

/** Runs the network once. @throws TypeError where the graph is none of koma-colorizer-1 */
export async function runNetwork(session: Session, input: NetworkInput): Promise<NetworkAnswer> {
  const { width, height, tone, hints, style, strength } = input;
  const tensor = (data: Float32Array, ...dims: number[]): Tensor => ({ type: 'float32', dims, data });
  const { colour, figure } = await session.run({
    sketch: tensor(tone, 1, 1, height, width),
    hints: tensor(hints, 1, 4, height, width),
    style: tensor(style.planes, 1, 3, style.height, style.width),
    strength: tensor(Float32Array.of(strength), 1),
  });
  return { colour: plane(colour, 3 * width * height), figure: plane(figure, width * height) };
}

function plane(output: Tensor | undefined, length: number): Float32Array {
  if (output?.type === 'float32' && output.data.length === length) return output.data;
  throw new TypeError('the network answered something else than colours and a figure');
}
