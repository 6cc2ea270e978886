import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenPortable } from './flatten-portable.ts';
import type { OraWarning } from './plan-ora.ts';
import type { PortableDocument, PortableMask, PortableNode } from './portable-document.ts';
import {
  coverage,
  decodeWithSharp,
  documents,
  group,
  layer,
  picture,
  portable,
} from './portable.test-helper.ts';
import { openOra, renderOra, type OraParts } from './render-ora.test-helper.ts';
import { writeOra } from './write-ora.ts';

/** Largest difference of premultiplied values between the file as specified and the document as shown. */
async function difference(ora: OraParts, document: PortableDocument): Promise<number> {
  const rendered = await renderOra(ora);
  const { data } = flattenPortable(document);
  let largest = 0;
  for (let p = 0; p < data.length; p += 4) {
    const [ours, theirs] = [data[p + 3]! / 255, rendered[p + 3]!];
    largest = Math.max(largest, Math.abs(ours - theirs));
    for (let c = p; c < p + 3; c++)
      largest = Math.max(largest, Math.abs((data[c]! / 255) * ours - rendered[c]! * theirs));
  }
  return largest * 255;
}

const red = picture(4, 4, [255, 0, 0, 255]);
const soft = { image: coverage(4, 4, (x) => x * 60), x: 0, y: 0, enabled: true, outside: 255 } as const;

describe('what an OpenRaster file says in other words', () => {
  const approximations = (warnings: readonly OraWarning[]) =>
    warnings.filter((warning) => warning.endsWith('-approximated'));
  const MODES = ['normal', 'multiply', 'screen', 'darken', 'lighten', 'difference', 'linear-dodge'] as const;

  /** Less of what OpenRaster only approximates, so that most documents can be compared. */
  function plainer(node: PortableNode): PortableNode {
    const mask = node.mask && { mask: node.kind === 'group' ? hard(node.mask) : node.mask };
    if (node.kind === 'layer') {
      const blendMode = MODES[node.blendMode.length % MODES.length]!;
      const image = node.image && opaqueOrNot(node.image);
      return { ...node, ...mask, blendMode, image };
    }
    const isThrough = node.blendMode === 'pass-through';
    const children = node.children.map(plainer);
    if (isThrough) return { ...node, ...mask, opacity: 1, children };
    return { ...node, ...mask, blendMode: MODES[node.blendMode.length % MODES.length]!, children };
  }

  const hard = (mask: PortableMask): PortableMask => ({
    ...mask,
    image: mask.image && { ...mask.image, data: mask.image.data.map((value) => (value < 128 ? 0 : 255)) },
  });
  const opaqueOrNot = (image: NonNullable<PortableDocument['composite']>) =>
    picture(image.width, image.height, (x, y) => {
      const p = (y * image.width + x) * 4;
      const [r, g, b, a] = image.data.subarray(p, p + 4) as unknown as [number, number, number, number];
      // Half of the pictures keep their soft edges.
      return [r, g, b, image.width % 2 === 0 ? a : a < 100 ? 0 : 255];
    });

  it('looks the same, unless a warning says that it does not', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(documents, async (any) => {
        const document = { ...any, nodes: any.nodes.map(plainer) };
        const { bytes, warnings } = writeOra(document);
        if (approximations(warnings).length > 0) return;
        compared++;
        // Masks are rounded to 8 bits where alpha takes them in; two of them, then the result.
        expect(await difference(openOra(bytes), document)).toBeLessThanOrEqual(2.5);
      }),
      { numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(10);
  });

  it('a layer with clipped ones becomes an isolated stack with its mode and opacity', async () => {
    const flats = picture(4, 4, (x, y) => [200, 150, 100, x === y ? 0 : 255]);
    const document = portable(6, 6, [
      layer('paper', picture(6, 6, [250, 240, 230, 255])),
      layer('flats', flats, { opacity: 0.6, blendMode: 'multiply', x: 1 }),
      layer('shade', picture(3, 6, [90, 80, 200, 255]), { clip: true, blendMode: 'multiply' }),
      layer('light', picture(6, 2, [255, 255, 200, 128]), { clip: true, y: 2 }),
      layer(
        'ink',
        picture(6, 6, (x) => [0, 0, 0, x * 40]),
      ),
    ]);
    const { bytes, warnings } = writeOra(document);
    expect(warnings).toEqual([]);
    const ora = openOra(bytes);
    expect(ora.stack.children.map(({ attributes }) => attributes['name'])).toEqual(['ink', 'flats', 'paper']);
    const stack = ora.stack.children[1]!;
    expect(stack).toMatchObject({
      tag: 'stack',
      attributes: { opacity: '0.6', 'composite-op': 'svg:multiply', isolation: 'isolate' },
    });
    expect(
      stack.children.map(({ attributes }) => [
        attributes['name'],
        attributes['composite-op'],
        attributes['opacity'],
      ]),
    ).toEqual([
      ['light', 'svg:src-atop', '1'],
      ['shade', 'svg:multiply', '1'],
      ['flats', 'svg:src-over', '1'],
    ]);
    expect(await difference(ora, document)).toBeLessThanOrEqual(1);
  });

  it('clipped layers are cut to where the base is, for readers that do not clip', async () => {
    const dot = picture(4, 4, (x, y) => [0, 0, 0, x === 1 && y === 2 ? 255 : x === 2 ? 100 : 0]);
    const normal = layer('normal', red, { clip: true, x: -1 });
    const shade = layer('shade', red, { clip: true, x: -1, blendMode: 'multiply' });
    const { files } = openOra(writeOra(portable(4, 4, [layer('dot', dot), normal, shade])).bytes);
    const alpha = async (name: string) => {
      const { data } = await decodeWithSharp(files[`data/${name}.png`]!);
      return Array.from({ length: 4 }, (_, y) =>
        Array.from(data.subarray(y * 16, y * 16 + 16)).filter((_, i) => i % 4 === 3),
      );
    };
    const soft = (value: number) => [
      [0, 0, 0, value],
      [0, 0, 0, value],
      [0, 0, 255, value],
      [0, 0, 0, value],
    ];
    expect(await alpha('layer2')).toEqual(soft(255));
    expect(await alpha('layer3')).toEqual(soft(100));
  });

  it('masks become part of the alpha, and a group hands its mask down', async () => {
    const document = portable(6, 4, [
      group('g', [layer('a', red, { mask: soft }), layer('b', red, { x: 2, y: 1 })], {
        mask: { image: coverage(2, 4, () => 255), x: 1, y: 0, enabled: true, outside: 0 },
      }),
    ]);
    const { bytes, warnings } = writeOra(document);
    expect(warnings).toEqual(['mask-applied']);
    const ora = openOra(bytes);
    const { data } = await decodeWithSharp(ora.files['data/layer1.png']!);
    expect(Array.from(data.subarray(0, 16)).filter((_, i) => i % 4 === 3)).toEqual([0, 60, 120, 0]);
    expect(await difference(ora, document)).toBeLessThanOrEqual(1);
  });

  it.each<[OraWarning, PortableNode[]]>([
    ['mask-applied', [layer('a', red, { mask: soft })]],
    ['mask-dropped', [layer('a', red, { mask: { ...soft, enabled: false } })]],
    ['group-mask-approximated', [group('g', [layer('a', red)], { mask: soft })]],
    ['blend-mode-approximated', [layer('a', red, { blendMode: 'linear-burn' })]],
    ['blend-mode-approximated', [group('g', [layer('a', red)], { blendMode: 'exclusion' })]],
    ['pass-through-approximated', [group('g', [layer('a', red)], { opacity: 0.5 })]],
    ['pass-through-approximated', [layer('a', red), group('g', [layer('b', red)], { clip: true })]],
    ['pass-through-approximated', [group('g', [layer('a', red)]), layer('b', red, { clip: true })]],
    [
      'clip-approximated',
      [layer('a', picture(4, 4, [1, 2, 3, 99])), layer('b', red, { clip: true, blendMode: 'multiply' })],
    ],
  ])('%s is told', (warning, nodes) => {
    expect(writeOra(portable(4, 4, nodes)).warnings).toContain(warning);
  });

  it('nothing is told of an ordinary page', () => {
    const nodes = [
      layer('paper', red),
      group('g', [layer('a', red), layer('b', red, { clip: true })], { blendMode: 'normal', opacity: 0.5 }),
      layer('c', red, { blendMode: 'linear-dodge', opacity: 0.3 }),
    ];
    expect(writeOra(portable(4, 4, nodes)).warnings).toEqual([]);
  });
});
