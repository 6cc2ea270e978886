import { unzipSync } from 'fflate';
import type { RasterImage } from '../../raster/index.ts';
import { decodeWithSharp } from './portable.test-helper.ts';

/** An element of stack.xml. Tests only. */
export interface XmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Reads XML of elements and attributes only; anything else is an error. Tests only. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { tag: '', attributes: {}, children: [] };
  const open = [root];
  let rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, '');
  while (rest !== '') {
    const [whole, close, tag, list, empty] =
      /^<(\/?)([a-z]+)((?: [a-z-]+="[^"<]*")*)(\/?)>\s*/.exec(rest) ?? [];
    if (whole === undefined || tag === undefined) throw new Error(`no XML: ${rest.slice(0, 60)}`);
    rest = rest.slice(whole.length);
    if (close) {
      if (open.pop()?.tag !== tag) throw new Error(`</${tag}> closes something else`);
      continue;
    }
    const pairs = Array.from(list!.matchAll(/ ([a-z-]+)="([^"]*)"/g), ([, name, value]) => [
      name!,
      unescape(value!),
    ]);
    const element: XmlElement = { tag, attributes: Object.fromEntries(pairs), children: [] };
    open.at(-1)!.children.push(element);
    if (!empty) open.push(element);
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('elements are left open');
  return root.children[0]!;
}

function unescape(value: string): string {
  return value.replace(/&(?:#(\d+)|([a-z]+));|&/g, (_, code?: string, name?: string) => {
    if (code !== undefined) return String.fromCharCode(Number(code));
    const letter = ENTITIES[name ?? ''];
    if (letter === undefined) throw new Error(`no such entity: ${name}`);
    return letter;
  });
}

/** An OpenRaster file taken apart. Tests only. */
export interface OraParts {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly image: XmlElement;
  /** The root stack. */
  readonly stack: XmlElement;
}

export function openOra(bytes: Uint8Array): OraParts {
  const files = unzipSync(bytes);
  const image = parseXml(new TextDecoder().decode(files['stack.xml']));
  return { files, image, stack: image.children[0]! };
}

/** Straight 0-1 values, four a pixel. */
type Plane = Float64Array;

/** B(cb, cs) of the separable modes that tests use; `plus` as painters' programs read it. */
const BLEND: Readonly<Record<string, (b: number, s: number) => number>> = {
  'svg:src-over': (_, s) => s,
  'svg:src-atop': (_, s) => s,
  'svg:multiply': (b, s) => b * s,
  'svg:screen': (b, s) => b + s - b * s,
  'svg:darken': Math.min,
  'svg:lighten': Math.max,
  'svg:difference': (b, s) => Math.abs(b - s),
  'svg:plus': (b, s) => Math.min(1, b + s),
};

/**
 * What an OpenRaster file looks like by its specification and W3C Compositing Level 1, pixel by pixel in
 * float64. Knows nothing of ours but the file. Tests only.
 * @returns straight 0-1 values, four a pixel
 */
export async function renderOra({ files, image, stack }: OraParts): Promise<Plane> {
  const [width, height] = [Number(image.attributes['w']), Number(image.attributes['h'])];
  const pictures = new Map<string, RasterImage>();
  for (const [name, png] of Object.entries(files))
    if (name.startsWith('data/')) pictures.set(name, await decodeWithSharp(png));

  const drawChildren = (target: Plane, element: XmlElement): void => {
    for (const child of element.children.toReversed()) draw(target, child);
  };
  const draw = (target: Plane, { tag, attributes, children }: XmlElement): void => {
    if (attributes['visibility'] === 'hidden') return;
    const opacity = Number(attributes['opacity']);
    const op = attributes['composite-op']!;
    const plane = new Float64Array(target.length);
    if (tag === 'stack') {
      const isAuto = attributes['isolation'] === 'auto' && opacity === 1 && op === 'svg:src-over';
      drawChildren(isAuto ? target : plane, { tag, attributes, children });
      if (isAuto) return;
    } else {
      const { width: w, height: h, data } = pictures.get(attributes['src']!)!;
      const [left, top] = [Number(attributes['x']), Number(attributes['y'])];
      for (let y = 0; y < h; y++)
        for (let x = 0; x < w; x++) {
          if (x + left < 0 || x + left >= width || y + top < 0 || y + top >= height) continue;
          for (let c = 0; c < 4; c++)
            plane[((y + top) * width + x + left) * 4 + c] = data[(y * w + x) * 4 + c]! / 255;
        }
    }
    for (let p = 0; p < target.length; p += 4) mix(target, plane, p, opacity, op);
  };

  const result = new Float64Array(width * height * 4);
  drawChildren(result, stack);
  return result;
}

function mix(backdrop: Plane, source: Plane, p: number, opacity: number, op: string): void {
  const [as, ab] = [source[p + 3]! * opacity, backdrop[p + 3]!];
  const alpha = op === 'svg:src-atop' ? ab : as + ab - as * ab;
  if (alpha === 0) return;
  for (let c = p; c < p + 3; c++) {
    const [cs, cb] = [source[c]!, backdrop[c]!];
    const mixed = as * ab * BLEND[op]!(cb, cs) + (1 - as) * ab * cb;
    backdrop[c] = (mixed + (op === 'svg:src-atop' ? 0 : as * (1 - ab) * cs)) / alpha;
  }
  backdrop[p + 3] = alpha;
}
