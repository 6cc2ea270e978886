export { labToRgb, rgbToLab, squaredDeltaE, type Lab } from './cielab.ts';
export { extractPalette, type PaletteColour } from './extract-palette.ts';
export { formatHex, parseHex } from './hex-colour.ts';
export { hsvToRgb, rgbToHsv, type Hsv } from './hsv.ts';
export { oklabToRgb, rgbToOklab, type Oklab } from './oklab.ts';
export type { Rgb } from './rgb.ts';
export { linearToSrgb, linearToSrgb8, SRGB8_TO_LINEAR, srgbToLinear } from './srgb-transfer.ts';
