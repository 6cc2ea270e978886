export { encodePng } from './encode-png.ts';
export { readExifOrientation, swapsSides, type Orientation } from './exif-orientation.ts';
export { hideOrientation } from './hide-orientation.ts';
export type { ImageInfo } from './image-info.ts';
export { inspectImage, MAX_INPUT_PIXELS, type InspectOptions } from './inspect-image.ts';
export { readJpegHeader, type JpegHeader } from './jpeg-header.ts';
export { estimateJpegQuality, type JpegQualityEstimate } from './jpeg-quality.ts';
export {
  FORMAT_EXTENSIONS,
  FORMAT_MIME,
  FORMAT_NAMES,
  formatFromFileName,
  formatFromMime,
  IMAGE_FORMATS,
  type ImageFormat,
} from './mime.ts';
export { orientPixels } from './orient-pixels.ts';
export { readPngHeader, type PngHeader } from './png-header.ts';
export { sniffFormat, type SniffedFormat, type UnsupportedFormat } from './sniff-format.ts';
export { readWebpHeader, type WebpHeader } from './webp-header.ts';
