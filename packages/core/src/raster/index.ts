export { areaDownscale, AreaDownscaler } from './area-downscaler.ts';
export { compositeOver } from './composite-over.ts';
export { halveImage, halveRows } from './halve-image.ts';
export { flattenOnto, isGrey, isOpaque } from './image-content.ts';
export { createImage, imageFromBytes, type RasterImage } from './raster-image.ts';
export type { Rect } from './rect.ts';
export { resizeImage } from './resize-image.ts';
export { ImageSink, type RowSink } from './row-sink.ts';
