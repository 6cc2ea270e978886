import { basename, extname, parse } from 'node:path';
import { exportLayers, flattenLayers } from '@koma/core/document';
import { readKoma } from '@koma/core/layered';
import type { ExportDocument } from '@koma/core/plugin';
import { fromPortable } from '@koma/core/portable';
import { TileCompositor, TileStore } from '@koma/core/raster';
import { readBytes } from '../read-bytes.ts';
import { readPicture } from '../read-picture.ts';

/**
 * A file as a document for an exporter: a `.koma` project with its layers, or a picture as a document of one layer.
 * @param reads what the exporter asks for
 * @throws KomaError or DiskError, with a sentence for the person
 */
export async function readExportDocument(path: string, reads: 'flat' | 'layers'): Promise<ExportDocument> {
  if (extname(path).toLowerCase() !== '.koma') return pictureDocument(path, reads);
  const project = await readKoma(await readBytes(path), { name: basename(path) });
  const store = new TileStore();
  const { width, height, layers: nodes } = fromPortable(store, project);
  const compositor = new TileCompositor();
  const flat = flattenLayers(store, nodes, { x: 0, y: 0, width, height }, compositor);
  return {
    width,
    height,
    flat,
    ...(reads === 'layers' && { layers: exportLayers(store, nodes, compositor) }),
  };
}

async function pictureDocument(path: string, reads: 'flat' | 'layers'): Promise<ExportDocument> {
  const { image } = await readPicture(path);
  const { width, height } = image;
  // Memory of the decoder cannot be given away.
  const flat = { ...image, data: image.data.slice() };
  if (reads === 'flat') return { width, height, flat };
  // Each picture is given away by itself.
  const own = { ...image, data: image.data.slice() };
  const place = { x: 0, y: 0, opacity: 1, blendMode: 'normal', visible: true } as const;
  return { width, height, flat, layers: [{ name: parse(path).name, image: own, ...place }] };
}
