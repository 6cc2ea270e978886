import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSame, image, noise, Page, rect } from '../../document/edits/page.test-helper.ts';
import type { PortableDocument, PortableLayer } from '../layered/index.ts';
import { fromPortable } from './from-portable.ts';
import { pageOf, sketches } from './portable-samples.test-helper.ts';
import { toPortable } from './to-portable.ts';

/** A page whose document is read from files' form; checked for leaks after the test. */
function opened(portable: PortableDocument): Page {
  const page = new Page(1, 1);
  const document = fromPortable(page.store, portable);
  page.edit((t) => t.open(document));
  return page;
}

const layer = (properties: Partial<PortableLayer> = {}): PortableLayer => ({
  kind: 'layer',
  id: 'a',
  name: 'a',
  visible: true,
  opacity: 1,
  clip: false,
  locked: false,
  alphaLocked: false,
  colourTag: 'none',
  blendMode: 'normal',
  role: 'none',
  colourMode: 'colour',
  image: noise(300, 9, 1),
  x: -5,
  y: 3,
  ...properties,
});
const documentOf = (...nodes: PortableDocument['nodes']): PortableDocument => ({
  name: 'page',
  width: 60,
  height: 50,
  dpi: 350,
  nodes,
});

/** Without what files do not hold. */
const comparable = (look: unknown): unknown => {
  const { id: _id, selection: _selection, ...rest } = look as Record<string, unknown>;
  return rest;
};

describe('a document that is written and read again', () => {
  it('is the same, with recipes, full pictures, masks and kept inputs', () => {
    fc.assert(
      fc.property(sketches, (layers) => {
        const page = pageOf(layers);
        const again = opened(toPortable(page.store, page.page));
        expect(comparable(again.look())).toEqual(comparable(page.look()));
        expect(again.page.id).not.toBe(page.page.id);
        expectSame(again.flat().data, page.flat().data);
      }),
      { numRuns: 25 },
    );
  });
});

describe('fromPortable', () => {
  it('takes the pictures of files and operations for pictures, and the rest for painted', () => {
    const [painted, scan, away] = opened(
      documentOf(
        layer({ id: 'painted' }),
        layer({ id: 'scan', origin: { format: 'png', lossless: true } }),
        layer({ id: 'away', image: undefined, origin: { format: 'png', lossless: true } }),
      ),
    ).page.layers;
    expect(painted).not.toHaveProperty('frame');
    expect(scan).toMatchObject({ frame: rect(-5, 3, 300, 9) });
    expect(away).not.toHaveProperty('frame');
  });

  it('widens colour modes to what the pixels need', () => {
    const mode = (properties: Partial<PortableLayer>) => {
      const [read] = opened(documentOf(layer(properties))).page.layers;
      return read?.kind === 'raster' && read.colourMode;
    };
    expect(mode({ colourMode: 'mono' })).toBe('colour');
    expect(mode({ colourMode: 'mono', image: image(9, 9, [0, 0, 0, 255]) })).toBe('mono');
    expect(mode({ colourMode: 'grey', image: undefined })).toBe('grey');
  });

  it('reads masks without a picture, of layers and groups', () => {
    const mask = { image: undefined, x: 0, y: 0, enabled: false, outside: 255 } as const;
    const { colourMode: _mode, role: _role, image: _image, ...common } = layer({ mask });
    const [read, group] = opened(
      documentOf(layer({ id: 'b', mask }), {
        ...common,
        kind: 'group',
        blendMode: 'normal',
        expanded: false,
        children: [],
      }),
    ).page.layers;
    for (const node of [read, group]) expect(node!.mask).toMatchObject({ enabled: false, outside: 255 });
  });

  it('leaves no tile behind where a part of it cannot be read', () => {
    const page = new Page(1, 1);
    const broken = {
      width: 300,
      height: 9,
      get data(): never {
        throw new RangeError('as it happens');
      },
    };
    const whole = documentOf(
      layer({ original: { image: noise(30, 30, 2), frame: rect(0, 0, 9, 9) } }),
      layer({
        id: 'b',
        mask: {
          image: { width: 9, height: 9, data: new Uint8Array(81).fill(7) },
          x: 0,
          y: 0,
          enabled: true,
          outside: 0,
        },
      }),
      layer({ id: 'c', image: broken }),
    );
    const kept = new Map([['input', { image: noise(9, 9, 1) }]]);
    expect(() => fromPortable(page.store, { ...whole, kept })).toThrow('as it happens');
    expect(page.store.count).toBe(0);
  });
});
