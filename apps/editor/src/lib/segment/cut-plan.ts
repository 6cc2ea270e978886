import type { MaskOutput, OperationOutputs, OutputLayer, Stroke } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import type { CutSource, PlacedCut, SelectionMade, SelectionMode, UpdatedCut } from '#lib/raster/protocol.ts';
import type { CutRelative } from './cut-recipe.ts';
import type { CutOutput } from './cut-settings.ts';
import { BACKGROUND, EDGE, ERASE } from './label-colours.ts';

/** What is to become of a session's answer. */
export type CutAim =
  | { readonly kind: 'selection'; readonly mode: SelectionMode; readonly source: CutSource }
  | {
      readonly kind: 'place';
      readonly output: Exclude<CutOutput, 'selection'>;
      readonly mode: SelectionMode;
      readonly source: CutSource;
      readonly layerId: string | undefined;
    }
  /** What was made of these strokes before is made again. */
  | { readonly kind: 'update'; readonly relatives: readonly CutRelative[] };

/** Names for what is new. */
export interface CutNames extends Readonly<PlacedCut['names']> {
  /** Of the layer of everything that was cut out. */
  readonly piece: string;
  /** What the plugin calls `fg`. */
  readonly subject: string;
}

/** What the raster worker is asked. */
export type CutCall =
  | {
      readonly type: 'selectMask';
      readonly mask: MaskOutput;
      readonly mode: SelectionMode;
      readonly made: SelectionMade;
    }
  | { readonly type: 'placeCut'; readonly cut: PlacedCut }
  | { readonly type: 'updateCut'; readonly cut: UpdatedCut };

/** Whether strokes say of anything that it shall be kept. */
export function keepsAnything(strokes: readonly Stroke[]): boolean {
  return strokes.some(({ label }) => label !== BACKGROUND && label !== ERASE && label !== EDGE);
}

/** The outputs that the plugin is asked for. */
export function outputsFor(aim: CutAim): readonly string[] {
  if (aim.kind === 'selection') return ['mask'];
  if (aim.kind === 'update') {
    const pixels = aim.relatives.filter(({ plane }) => plane === 'pixels');
    return [
      'mask',
      ...(pixels.some(({ only }) => only === 0) ? ['cutout'] : []),
      ...(pixels.some(({ only }) => only > 0) ? ['layers'] : []),
    ];
  }
  if (aim.output === 'mask') return ['mask'];
  return ['mask', aim.output === 'split' ? 'layers' : 'cutout'];
}

/**
 * What is asked of the raster worker once the plugin has answered.
 * @param names what labels 1, 2, ... stand for
 */
export function planCut(
  aim: CutAim,
  outputs: OperationOutputs,
  names: readonly string[],
  recipe: PlacedCut['recipe'],
  titles: CutNames,
): CutCall {
  const mask = outputs['mask'] as MaskOutput;
  if (aim.kind === 'selection') {
    const { mode, source } = aim;
    return { type: 'selectMask', mask, mode, made: { recipe, source } };
  }
  const whole = outputs['cutout'] as RasterImage | undefined;
  const layers = (outputs['layers'] as { readonly layers: readonly OutputLayer[] } | undefined)?.layers ?? [];
  const piecesByNumber = layers.map((layer) => {
    const only = numberOf(layer, names);
    const called = only === 1 ? titles.subject : (names[only - 1] ?? titles.subject);
    const { image, x, y } = layer;
    return { only, piece: { name: called, image, x, y, params: { only } } };
  });
  const wholePiece = whole && { name: titles.piece, image: whole, x: 0, y: 0 };
  if (aim.kind === 'update') {
    const targets = aim.relatives.map(({ layerId, plane, only, isHole }) => {
      const part = piecesByNumber.find((one) => one.only === only)?.piece;
      // A name that no stroke has any more has no pixels.
      const piece = only === 0 ? wholePiece : (part ?? nothing(titles.piece, only));
      return { layerId, plane, isHole, ...(plane === 'pixels' && piece ? { piece } : {}) };
    });
    return { type: 'updateCut', cut: { targets, recipe, mask } };
  }
  const { group, rest, below } = titles;
  return {
    type: 'placeCut',
    cut: {
      source: aim.source,
      recipe,
      mask,
      output: aim.output,
      mode: aim.mode,
      layerId: aim.layerId,
      pieces:
        aim.output === 'split' ? piecesByNumber.map(({ piece }) => piece) : wholePiece ? [wholePiece] : [],
      names: { group, rest, below },
    },
  };
}

/** The memory that goes to the raster worker with the call. */
export function buffersOfCut(call: CutCall): ArrayBuffer[] {
  if (call.type === 'selectMask') return [call.mask.data.buffer];
  const pieces =
    call.type === 'placeCut'
      ? call.cut.pieces
      : call.cut.targets.flatMap(({ piece }) => (piece ? [piece] : []));
  const buffers = [call.cut.mask.data.buffer, ...pieces.map(({ image }) => image.data.buffer)];
  return [...new Set(buffers)] as ArrayBuffer[];
}

/** The number of a layer's label. The plugin names layers as the strokes do. */
function numberOf({ name }: OutputLayer, names: readonly string[]): number {
  const texts = new Set(typeof name === 'string' ? [name] : Object.values(name));
  const index = names.findIndex((one) => texts.has(one));
  return index < 0 ? 1 : index + 1;
}

function nothing(name: string, only: number) {
  const image = { width: 1, height: 1, data: new Uint8ClampedArray(4) };
  return { name, image, x: 0, y: 0, params: { only } };
}
