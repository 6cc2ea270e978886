import { initializeCanvas, readPsd, type Layer, type Psd } from 'ag-psd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KomaError } from '../../errors.ts';
import { BLEND_MODES, type RasterImage } from '../../raster/index.ts';
import type { PortableNode } from './portable-document.ts';
import { coverage, documents, group, layer, picture, portable } from './portable.test-helper.ts';
import { PSD_BLEND_MODES } from './psd-blend-modes.ts';
import { writePsd } from './write-psd.ts';

// Only the reader needs it: the writer has to do without a canvas.
initializeCanvas(
  () => expect.unreachable(),
  (width, height) => ({ ...picture(width, height, [0, 0, 0, 0]), colorSpace: 'srgb' }) as ImageData,
);

/** By ag-psd's own reader, which shares no code with its writer. */
function read(bytes: Uint8Array): Psd {
  return readPsd(bytes, { useImageData: true, throwForMissingFeatures: true });
}

/** What a layer of a document should look like to the reader. */
function expected(node: PortableNode): object {
  const { name, visible, opacity, clip, locked, alphaLocked, colourTag, mask } = node;
  const properties = {
    name,
    hidden: !visible,
    opacity: Math.round(opacity * 255) / 255,
    blendMode: PSD_BLEND_MODES[node.blendMode],
    clipping: clip,
    transparencyProtected: alphaLocked || locked,
    protected: { transparency: alphaLocked || locked, composite: locked, position: locked },
    layerColor: colourTag === 'grey' ? 'gray' : colourTag,
    ...(mask && {
      mask: expect.objectContaining({
        defaultColor: mask.outside,
        disabled: !mask.enabled,
        ...(mask.image && {
          left: mask.x,
          top: mask.y,
          right: mask.x + mask.image.width,
          bottom: mask.y + mask.image.height,
        }),
      }),
    }),
  };
  if (node.kind === 'group')
    return expect.objectContaining({
      ...properties,
      opened: node.expanded,
      children: node.children.map(expected),
    });
  const { x, y, image } = node;
  const [width, height] = [image?.width ?? 0, image?.height ?? 0];
  return expect.objectContaining({
    ...properties,
    left: x,
    top: y,
    right: x + width,
    bottom: y + height,
    ...(image && { imageData: expect.objectContaining({ width, height, data: image.data }) }),
  });
}

function maskPixels({ mask }: Layer): number[] | undefined {
  return mask?.imageData && Array.from(mask.imageData.data).filter((_, i) => i % 4 === 0);
}

describe('writePsd', () => {
  it('keeps order, groups, properties, masks and every pixel, hidden ones too', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const psd = read(await writePsd(document));
        expect(psd).toMatchObject({ width: document.width, height: document.height });
        if (document.nodes.length > 0) expect(psd.children).toEqual(document.nodes.map(expected));
        const check = (nodes: readonly PortableNode[], layers: readonly Layer[] | undefined): void =>
          nodes.forEach((node, i) => {
            const mask = node.mask?.image && [...node.mask.image.data];
            expect(maskPixels(layers![i]!)).toEqual(mask);
            if (node.kind === 'group') check(node.children, layers![i]!.children);
          });
        check(document.nodes, psd.children);
      }),
      { numRuns: 60 },
    );
  });

  it.each([...BLEND_MODES])('has %s', async (blendMode) => {
    const nodes = [layer('a', undefined, { blendMode }), group('b', [], { blendMode })];
    const name = { 'linear-dodge': 'linear dodge', 'linear-burn': 'linear burn' }[blendMode as string];
    const blend = name ?? blendMode.replace('-', ' ');
    expect(read(await writePsd(portable(2, 2, nodes))).children).toMatchObject([
      { blendMode: blend },
      { blendMode: blend },
    ]);
  });

  it('says the resolution and names in any language', async () => {
    const psd = read(await writePsd(portable(4, 4, [layer('線画😀 <&>')], { dpi: 600 })));
    expect(psd.imageResources?.resolutionInfo).toMatchObject({
      horizontalResolution: 600,
      horizontalResolutionUnit: 'PPI',
      verticalResolution: 600,
    });
    expect(psd.children?.[0]?.name).toBe('線画😀 <&>');
  });

  it('has the flattened picture, given or worked out', async () => {
    const image = picture(5, 4, (x, y) => [x * 50, y * 60, 9, 255]);
    const flat = picture(5, 4, [1, 2, 3, 255]);
    const document = portable(5, 4, [layer('a', image), layer('hidden', flat, { visible: false })]);
    expect(read(await writePsd(document)).imageData?.data).toEqual(image.data);
    const given = await writePsd({ ...document, composite: flat });
    expect(read(given).imageData?.data).toEqual(flat.data);
  });

  // Widths below 3 take another way: see the comment there.
  it.each([
    [1, 1],
    [1, 30_000],
    [2, 700],
    [3, 700],
    [30_000, 1],
  ])('a document of %i x %i pixels is whole, opaque and with alpha', async (width, height) => {
    const noise = (x: number, y: number) => (Math.imul(x * 7919 + y * 104729 + 5, 0x9e3779b1) >>> 24) & 255;
    for (const hard of [255, 0]) {
      const image = picture(width, height, (x, y) => [noise(x, y), noise(y, x), x & 255, y % 2 ? 255 : hard]);
      const mask = { image: coverage(width, height, noise), x: 0, y: 0, enabled: true, outside: 0 } as const;
      const psd = read(
        await writePsd(portable(width, height, [layer('a', image, { mask })], { composite: image })),
      );
      expect(same(psd.imageData!, image)).toBe(true);
      expect(same(psd.children![0]!.imageData!, image)).toBe(true);
      expect(maskPixels(psd.children![0]!)).toEqual([...mask.image.data]);
    }
  });

  it('puts translucent colours of the flattened picture on white, as Photoshop does', async () => {
    for (const width of [1, 4]) {
      const image = picture(width, 3, [100, 50, 0, 128]);
      const bytes = await writePsd(portable(width, 3, [], { composite: image }));
      const alpha = 128 / 255;
      const [red] = bytes.subarray(-4 * 3 * width);
      if (width === 1) expect(Math.abs(red! - (100 * alpha + 255 * (1 - alpha)))).toBeLessThanOrEqual(1);
      const { data } = read(bytes).imageData!;
      [100, 50, 0, 128].forEach((value, i) => expect(Math.abs(data[i]! - value)).toBeLessThanOrEqual(2));
    }
  });

  it('refuses a side that Photoshop does not open', async () => {
    for (const [width, height] of [
      [30_001, 1],
      [1, 30_001],
    ] as const) {
      const error = await writePsd(portable(width, height, [])).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(KomaError);
      expect(error).toMatchObject({ code: 'IMAGE_TOO_LONG', details: { limit: 30_000 } });
    }
  });
});

/** Vitest takes minutes to compare a hundred thousand numbers one by one. */
function same(a: { data: ArrayLike<number> }, b: RasterImage): boolean {
  return Buffer.compare(Buffer.from(a.data as Uint8Array), Buffer.from(b.data)) === 0;
}
