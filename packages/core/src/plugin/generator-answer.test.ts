import { describe, expect, it } from 'vitest';
import { buffersOf } from '../buffers-of.ts';
import { areOptions, checkAnswer } from './generator-answer.ts';
import type { GeneratorMethod } from './generator.ts';
import { countingImage, doodle, generatorManifest } from './tiny-plugin.test-helper.ts';

const spec = generatorManifest().contributes.generators![0]!;
const layer = {
  kind: 'layer',
  id: 'a',
  name: 'A',
  visible: true,
  opacity: 1,
  clip: false,
  locked: false,
  alphaLocked: false,
  colourTag: 'none',
  blendMode: 'multiply',
  role: 'none',
  colourMode: 'colour',
  image: countingImage(),
  x: 0,
  y: -3,
};
const group = {
  ...layer,
  kind: 'group',
  id: 'g',
  blendMode: 'pass-through',
  children: [layer],
  expanded: false,
};
const document = { name: 'D', width: 4, height: 4, dpi: 72, nodes: [group] };
const joint = { name: 'head', label: { en: 'Head' }, x: 0.5, y: -0.1, movable: true };
const face = { x: 1, y: 2, width: 3, height: 3, score: 9 };

const good: Readonly<Record<GeneratorMethod, unknown[]>> = {
  sample: [doodle, { ...doodle, wobble: 'much' }, { ...doodle, ink: 'black' }],
  vary: [doodle],
  breed: [doodle],
  between: [doodle],
  moveJoint: [doodle],
  readOptions: [doodle],
  draw: [countingImage()],
  layers: [document, { ...document, nodes: [] }, { ...document, nodes: [{ ...layer, image: undefined }] }],
  joints: [[], [joint, { ...joint, name: 'hand', parent: 'head' }]],
  blurb: [{ name: 'Ann', plot: 'Once.' }],
  findFaces: [[], [face]],
  likeThis: [{}, { seed: 1, ink: '#ff0000', kind: { oneOf: ['dot'] }, width: { min: 1, max: 2 } }],
  writeOptions: [new Uint8Array(3)],
};

const bad: Readonly<Record<GeneratorMethod, unknown[]>> = {
  sample: [
    undefined,
    null,
    [],
    'dot',
    {},
    { ...doodle, seed: 'x' },
    { ...doodle, seed: 1.5 },
    { ...doodle, seed: -1 },
    { ...doodle, kind: 'square' },
    { ...doodle, width: 5 },
    { ...doodle, width: Number.NaN },
    { ...doodle, filled: 1 },
    { ...doodle, ink: 'blue' },
    { ...doodle, ink: '#12' },
    { ...doodle, wobble: 3 },
    { ...doodle, wobble: 'x'.repeat(20_000) },
    { ...doodle, extra: 1 },
    { seed: 1, kind: 'dot' },
  ],
  vary: [{}],
  breed: [{}],
  between: [{}],
  moveJoint: [{}],
  readOptions: [{}],
  draw: [undefined, {}, { ...countingImage(), width: 3 }],
  layers: [
    undefined,
    { ...document, width: 0 },
    { ...document, dpi: -1 },
    { ...document, nodes: [layer, layer] },
    { ...document, nodes: [{ ...layer, kind: 'text' }] },
    { ...document, nodes: [{ ...layer, opacity: 2 }] },
    { ...document, nodes: [{ ...layer, x: 0.5 }] },
    { ...document, nodes: [{ ...layer, clip: 'yes' }] },
    { ...document, nodes: [{ ...layer, blendMode: 'sparkle' }] },
    { ...document, nodes: [{ ...layer, image: { ...countingImage(), width: 9 } }] },
    { ...document, nodes: [{ ...layer, mask: { image: { width: 2, height: 2, data: new Uint8Array(3) } } }] },
    { ...document, nodes: [deep(40)] },
  ],
  joints: [{}, [{ ...joint, x: Number.NaN }], [{ ...joint, label: 'Head' }], [{ ...joint, movable: 1 }]],
  blurb: [{}, { name: 'Ann' }, { name: 'Ann', plot: 7 }],
  findFaces: [{}, [{ ...face, width: 0 }], [{ ...face, score: '9' }]],
  likeThis: [
    [],
    { tail: 1 },
    { kind: 'square' },
    { kind: { oneOf: ['square'] } },
    { width: { min: 3, max: 1 } },
    { kind: { min: 0, max: 1 } },
  ],
  writeOptions: [new ArrayBuffer(3), 'text'],
};

function deep(levels: number): unknown {
  const id = `level${levels}`;
  return { ...group, id, children: levels === 0 ? [] : [deep(levels - 1)] };
}

const methods = Object.keys(good) as GeneratorMethod[];

describe('checkAnswer', () => {
  it.each(methods)('takes what "%s" promises', (method) => {
    for (const answer of good[method]) expect(checkAnswer(spec, method, answer)).toBe(answer);
  });

  it.each(methods)('refuses anything else of "%s"', (method) => {
    for (const answer of bad[method])
      expect(() => checkAnswer(spec, method, answer), JSON.stringify(answer)?.slice(0, 99)).toThrow(
        expect.objectContaining({ code: 'PLUGIN_FAILED', details: { reason: method } }),
      );
  });
});

describe('areOptions', () => {
  it('tells options of this generator from others', () => {
    expect(areOptions(spec, doodle)).toBe(true);
    expect(areOptions(spec, { seed: 1 })).toBe(false);
  });
});

describe('buffersOf', () => {
  it('finds each block of memory once, however deep', () => {
    const shared = countingImage();
    const nodes = [
      { ...layer, image: shared },
      { ...group, children: [{ ...layer, image: shared }, layer] },
    ];
    expect(buffersOf({ ...document, nodes })).toEqual([shared.data.buffer, layer.image.data.buffer]);
    expect(buffersOf(doodle)).toEqual([]);
    const bytes = new Uint8Array(4);
    expect(buffersOf(bytes)).toEqual([bytes.buffer]);
  });
});
