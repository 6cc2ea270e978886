import {
  drawLater,
  layerSteps,
  partLayerSteps,
  type LayerGroup,
  type PixelLayer,
  type RasterizeLater,
} from '@koma/character';
import type { PortableDocument, PortableGroup, PortableLayer } from '@koma/core/layered';
import type { GeneratorContext, GeneratorRequest, Locale } from '@koma/core/plugin';
import { imageFromBytes } from '@koma/core/raster';
import { canvasLayers } from './canvas-layers.ts';
import { drawnPicture } from './drawn-picture.ts';
import { kindName, partName } from './layer-names.ts';
import { toCharacter } from './options.ts';

const plain = {
  visible: true,
  opacity: 1,
  locked: false,
  alphaLocked: false,
  colourTag: 'none',
} as const;

/**
 * What options describe as layers: line art multiplied over everything, shade and highlights clipped to
 * the flats. Reports progress and hears of a cancel drawing by drawing.
 *
 * @throws KomaError `OPTIONS_INVALID`, or AbortError
 */
export async function optionsLayers(
  { options, size, as, locale = 'en' }: GeneratorRequest<'layers'>,
  context: Pick<GeneratorContext, 'drawSvg' | 'progress'>,
): Promise<PortableDocument> {
  const { drawing, paint, width, height } = drawnPicture(toCharacter(options), size);
  const rasterize: RasterizeLater = async (...request) => (await context.drawSvg(...request)).data;
  const nodes =
    as === 'kinds'
      ? layersOf(await drawLater(layerSteps(drawing, paint, width), rasterize), 'kind', locale)
      : (
          await drawLater(
            partLayerSteps(drawing, paint, width, (share) => context.progress(share)),
            rasterize,
          )
        ).map((group, index) => groupOf(group, `part${index}`, locale));
  context.progress(1);
  return { name: String(options['seed']), width, height, dpi: 72, nodes };
}

function groupOf({ name, part, side, count, layers }: LayerGroup, id: string, locale: Locale): PortableGroup {
  return {
    ...plain,
    kind: 'group',
    id,
    name: part === undefined ? name : partName(part, side, count ?? 1, locale),
    clip: false,
    blendMode: 'normal',
    expanded: false,
    children: layersOf(layers, id, locale),
  };
}

/** Layers by kind, from the bottom up. */
function layersOf(layers: readonly PixelLayer[], id: string, locale: Locale): PortableLayer[] {
  return canvasLayers(layers).map(({ kind, blendMode, clip, x, y, width, height, data }) => ({
    ...plain,
    kind: 'layer',
    id: `${id}-${kind}`,
    name: kindName(kind, locale),
    clip,
    blendMode,
    role: kind === 'line' ? 'line-art' : 'none',
    colourMode: 'colour',
    image: imageFromBytes(width, height, data),
    x,
    y,
  }));
}
