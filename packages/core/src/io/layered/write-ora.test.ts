import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenPortable } from './flatten-portable.ts';
import {
  coverage,
  decodeWithSharp,
  documents,
  group,
  layer,
  picture,
  portable,
} from './portable.test-helper.ts';
import { openOra, type XmlElement } from './render-ora.test-helper.ts';
import { writeOra } from './write-ora.ts';

function* elements(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* elements(child);
}

const red = picture(4, 4, [255, 0, 0, 255]);
const soft = { image: coverage(4, 4, (x) => x * 60), x: 0, y: 0, enabled: true, outside: 255 } as const;

describe('an OpenRaster file', () => {
  it('is an archive whose type is in its first bytes', () => {
    const { bytes } = writeOra(portable(4, 4, []));
    expect(new TextDecoder().decode(bytes.subarray(30, 54))).toBe('mimetypeimage/openraster');
  });

  it('lists layers from the top, with offsets, and has a picture for every one', async () => {
    const document = portable(9, 5, [
      layer('below', red, { x: -2, y: 3, opacity: 0.5, locked: true }),
      group('群', [layer('<a & "b">\n', red, { blendMode: 'multiply', visible: false })]),
      group('fx', [layer('empty')], { blendMode: 'screen' }),
    ]);
    const { image, stack, files } = openOra(writeOra(document).bytes);
    expect(image).toMatchObject({ tag: 'image', attributes: { w: '9', h: '5', xres: '350', yres: '350' } });
    expect(stack.children).toEqual([
      {
        tag: 'stack',
        attributes: expect.objectContaining({ 'composite-op': 'svg:screen', isolation: 'isolate' }),
        children: [expect.objectContaining({ tag: 'layer' })],
      },
      {
        tag: 'stack',
        attributes: {
          name: '群',
          opacity: '1',
          visibility: 'visible',
          'composite-op': 'svg:src-over',
          isolation: 'auto',
        },
        children: [
          {
            tag: 'layer',
            attributes: expect.objectContaining({
              name: '<a & "b">\n',
              visibility: 'hidden',
              'composite-op': 'svg:multiply',
            }),
            children: [],
          },
        ],
      },
      {
        tag: 'layer',
        attributes: {
          name: 'below',
          src: 'data/layer1.png',
          x: '-2',
          y: '3',
          opacity: '0.5',
          visibility: 'visible',
          'composite-op': 'svg:src-over',
          'edit-locked': 'true',
        },
        children: [],
      },
    ]);
    expect(await decodeWithSharp(files['data/layer1.png']!)).toEqual(red);
    expect(await decodeWithSharp(files['data/layer3.png']!)).toEqual(picture(1, 1, [0, 0, 0, 0]));
  });

  it.each([
    [1500, 1000, 256, 171],
    [1, 3000, 1, 256],
    [20, 10, 20, 10],
  ])('of %i x %i pixels has a thumbnail of %i x %i', async (width, height, ...size) => {
    const composite = picture(width, height, [9, 8, 7, 255]);
    const { files } = openOra(writeOra(portable(width, height, [], { composite })).bytes);
    expect(await decodeWithSharp(files['Thumbnails/thumbnail.png']!)).toEqual(
      picture(size[0]!, size[1]!, [9, 8, 7, 255]),
    );
    const merged = await decodeWithSharp(files['mergedimage.png']!);
    expect(Buffer.compare(Buffer.from(merged.data), Buffer.from(composite.data))).toBe(0);
  });

  it('holds no letter that XML does not know', () => {
    const { stack } = openOra(writeOra(portable(2, 2, [layer('a\u0000b\ud800c\uffff')])).bytes);
    expect(stack.children[0]!.attributes['name']).toBe('a\ufffdb\ufffdc\ufffd');
  });

  it('the same document gives the same bytes', () => {
    const document = portable(9, 5, [layer('a', red), layer('b', red, { mask: soft, clip: true })]);
    expect(writeOra(document).bytes).toEqual(writeOra(document).bytes);
  });

  it('of any document is well formed, and names only pictures that are there', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const { files, stack } = openOra(writeOra(document).bytes);
        const sources = [];
        for (const { tag, attributes } of elements(stack))
          if (tag === 'layer') sources.push(attributes['src']);
        expect(new Set(sources).size).toBe(sources.length);
        const pictures = Object.keys(files).filter((name) => name.startsWith('data/'));
        expect(pictures).toEqual(expect.arrayContaining(sources));
        expect(pictures).toHaveLength(sources.length);
        expect(await decodeWithSharp(files['mergedimage.png']!)).toEqual(flattenPortable(document));
      }),
      { numRuns: 40 },
    );
  });
});
