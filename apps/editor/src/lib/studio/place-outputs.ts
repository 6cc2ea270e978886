import type { Recipe } from '@koma/core/document';
import type { PortableDocument, PortableNode } from '@koma/core/layered';
import type { LayersOutput, MaskOutput, OperationOutputs } from '@koma/core/plugin';
import { createImage, resizeImage, type RasterImage, type Rect } from '@koma/core/raster';
import * as Comlink from 'comlink';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { sendData } from '#lib/io/send-data.ts';
import { maskOnCanvas } from '#lib/raster/mask-on-canvas.ts';
import type { DocumentInfo, LayerInfo } from '#lib/raster/protocol.ts';
import type { RasterClient } from '#lib/raster/raster-client.ts';
import { enteringOutput } from './entering-output.ts';
import type { OfferedOperation } from './operations.ts';

/** What an operation gave, and for which layer of which document. */
export interface PlacedOutputs {
  readonly operation: OfferedOperation;
  readonly outputs: OperationOutputs;
  readonly recipe: Recipe;
  readonly layer: LayerInfo;
  readonly placement: Recipe['placement'];
  readonly document: DocumentInfo;
}

/**
 * Puts what an operation gave into the document as one step: a picture or a single layer with its recipe, several
 * layers as a group, masks as the selection; see {@link enteringOutput}.
 * @returns the layer to select then; undefined where no pixels come into the document
 */
export async function placeOutputs(raster: RasterClient, placed: PlacedOutputs): Promise<string | undefined> {
  const { operation, outputs, layer, document } = placed;
  const output = enteringOutput(operation.spec, placed.recipe.placement);
  const value = output && outputs[output.name];
  switch (output?.type) {
    case 'image':
      return placeImage(raster, placed, value as RasterImage);
    case 'layers': {
      const made = value as LayersOutput;
      const [only, ...others] = made.layers;
      if (others.length > 0) return placeGroup(raster, placed, made);
      const { blendMode, role } = only!;
      return placeImage(raster, placed, onlyPicture(made), { blendMode, role });
    }
    case 'mask':
      await raster.selectMask(maskOnCanvas([value as MaskOutput], layer.frame, document), 'replace');
      return undefined;
    case 'masks': {
      const { width, height, masks } = value as Extract<typeof value, { masks: unknown }>;
      const all = masks.map(({ data }) => ({ width, height, data }));
      await raster.selectMask(maskOnCanvas(all, layer.frame, document), 'replace');
      return undefined;
    }
    default:
      return undefined;
  }
}

async function placeImage(
  raster: RasterClient,
  { operation, recipe, layer, placement }: PlacedOutputs,
  image: RasterImage,
  properties?: Pick<LayersOutput['layers'][number], 'blendMode' | 'role'>,
): Promise<string> {
  const { title } = operation.spec;
  const result = {
    layerId: layer.id,
    image,
    placement,
    title,
    name: i18n.text(title),
    recipe,
    ...(properties ? { properties } : {}),
  };
  return raster.placeResult(Comlink.transfer(result, [image.data.buffer as ArrayBuffer]));
}

/** The one layer of a result as a picture of the result's size. */
function onlyPicture({ width, height, layers }: LayersOutput): RasterImage {
  const { image, x, y } = layers[0]!;
  if (x === 0 && y === 0 && image.width === width && image.height === height) return image;
  const whole = createImage(width, height);
  const [left, right] = [Math.max(0, x), Math.min(width, x + image.width)];
  for (let row = Math.max(0, y); row < Math.min(height, y + image.height) && left < right; row++) {
    const from = ((row - y) * image.width + left - x) * 4;
    whole.data.set(image.data.subarray(from, from + (right - left) * 4), (row * width + left) * 4);
  }
  return whole;
}

/** Layers as a group above the one from which they were made, at the size in which that is shown. */
function placeGroup(
  raster: RasterClient,
  { operation, layer, document }: PlacedOutputs,
  made: LayersOutput,
): Promise<string> {
  const { title } = operation.spec;
  const name = `${layer.name} · ${i18n.text(title)}`;
  const nodes = made.layers.map((each, index) => toNode(each, made, layer.frame, index));
  const { width, height, dpi } = document;
  const portable: PortableDocument = { name, width, height, dpi, nodes };
  const { port1, port2 } = new MessageChannel();
  sendData(port1, portable);
  return raster.addPortable(port2, layer.id, title);
}

function toNode(
  { name, image, x, y, blendMode, role }: LayersOutput['layers'][number],
  size: { readonly width: number; readonly height: number },
  frame: Rect,
  index: number,
): PortableNode {
  const [sx, sy] = [frame.width / size.width, frame.height / size.height];
  const width = Math.max(1, Math.round(image.width * sx));
  const height = Math.max(1, Math.round(image.height * sy));
  return {
    kind: 'layer',
    id: String(index),
    name: i18n.text(name),
    visible: true,
    opacity: 1,
    clip: false,
    locked: false,
    alphaLocked: false,
    colourTag: 'none',
    blendMode,
    role,
    colourMode: 'colour',
    image: resizeImage(image, width, height),
    x: frame.x + Math.round(x * sx),
    y: frame.y + Math.round(y * sy),
  };
}
