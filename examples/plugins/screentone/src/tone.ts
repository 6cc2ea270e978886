import {
  abortError,
  nextTask,
  type ImageInput,
  type LocalizedText,
  type MaskInput,
  type Operation,
  type ParamValues,
} from '@koma/plugin-kit';
import { createGrain } from './grain.ts';
import { createScreen, type Screen, type ScreenOptions } from './screen.ts';
import { screenRows } from './screen-rows.ts';
import type { Shape } from './shapes.ts';
import { toneLayer, withInk } from './tone-layer.ts';
import { tonePlane, type ToneSource } from './tone-plane.ts';

/** Rows between two looks at Cancel: a few milliseconds each. */
const ROWS = 64;

/** What the operation is given, as the manifest says. */
interface ToneInputs {
  readonly image: ImageInput;
  readonly selection?: MaskInput;
}

/** Puts a screentone where the picture is grey, or a flat or gradient one where it has pixels. */
export const tone: Operation<ToneInputs> = async ({ image: { image }, selection }, params, context) => {
  const { width, height } = image;
  const plane = tonePlane(image, sourceOf(params), selection);
  const lattice = latticeOf(params);
  const screen = screenOf(params, lattice, context.random(params['seed'] as number));
  const whole = params['whole'] === true && isDotted(lattice?.shape) ? lattice : undefined;
  const ink = new Uint8Array(width * height);
  for (let row = 0; row < height; row += ROWS) {
    await nextTask();
    if (context.signal.aborted) throw abortError();
    screenRows(plane, screen, ink, row, Math.min(height, row + ROWS), whole);
    context.progress(Math.min(1, (row + ROWS) / height));
  }
  const colour = params['ink'] as string;
  const fromPicture = params['source'] === 'picture';
  // A screen of the picture's own greys stands in for them; any other tone lies on what is drawn.
  const paper = fromPicture && params['paper'] === true;
  const placed = toneLayer(plane, ink, colour, paper);
  const blendMode = paper ? 'normal' : 'multiply';
  const layer = { ...placed, name: nameOf(params), blendMode, role: 'fill' } as const;
  return {
    ...(context.wants('image') && {
      image: withInk(fromPicture ? { width, height, data: whitened(image.data) } : image, ink, colour),
    }),
    layers: { width, height, layers: [layer] },
  };
};

function sourceOf(params: ParamValues): ToneSource {
  const share = (id: string): number => (params[id] as number) / 100;
  switch (params['source']) {
    case 'flat':
      return { from: 'flat', density: share('density') };
    case 'gradient':
      return {
        from: 'gradient',
        start: share('start'),
        end: share('end'),
        direction: params['direction'] as number,
      };
    default:
      return {
        from: 'picture',
        lightest: share('lightest'),
        darkest: share('darkest'),
        steps: params['steps'] as number,
      };
  }
}

/** Nothing where the pattern has no cells. */
function latticeOf(params: ParamValues): ScreenOptions | undefined {
  if (params['pattern'] === 'grain') return undefined;
  return {
    shape: params['pattern'] as Shape,
    cell: Math.max(2, (params['resolution'] as number) / (params['frequency'] as number)),
    angle: params['angle'] as number,
    smooth: params['smooth'] === true,
  };
}

function screenOf(params: ParamValues, lattice: ScreenOptions | undefined, random: () => number): Screen {
  if (lattice) return createScreen(lattice);
  return createGrain(params['grain'] as number, random, params['smooth'] === true);
}

function isDotted(shape: Shape | undefined): boolean {
  return shape === 'round' || shape === 'diamond' || shape === 'square';
}

function nameOf(params: ParamValues): LocalizedText {
  const { pattern, source } = params;
  const amount = source === 'flat' ? ` ${String(params['density'])}%` : '';
  const detail =
    pattern === 'grain'
      ? `${amount}`
      : ` ${String(params['frequency'])}L${amount} ${String(params['angle'])}°`;
  return { en: `Tone${detail}`, ja: `トーン${detail}`, 'zh-Hans': `网点${detail}` };
}

/** White wherever there is something. */
function whitened(data: Uint8ClampedArray): Uint8ClampedArray<ArrayBuffer> {
  const white = new Uint8ClampedArray(data.length).fill(255);
  for (let i = 3; i < data.length; i += 4) white[i] = data[i]!;
  return white;
}
