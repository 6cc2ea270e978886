import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createImage } from '../raster/index.ts';
import {
  addLayer,
  documentFromImage,
  findLayer,
  moveLayer,
  removeLayer,
  resizeDocument,
  updateLayer,
  type KomaDocument,
  type NewLayer,
} from './document.ts';

const named = (name: string): NewLayer => ({
  name,
  visible: true,
  opacity: 1,
  image: createImage(1, 1),
  frame: { x: 0, y: 0, width: 1, height: 1 },
});
const names = (document: KomaDocument) => document.layers.map(({ name }) => name);
const idOf = (document: KomaDocument, name: string) =>
  document.layers.find((layer) => layer.name === name)?.id ?? 'no such layer';

type Operation =
  | { kind: 'add'; above: number }
  | { kind: 'remove'; which: number }
  | { kind: 'hide'; which: number }
  | { kind: 'move'; which: number; to: number };
const which = fc.nat(6);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('add'), above: which }),
  fc.record({ kind: fc.constant('remove'), which }),
  fc.record({ kind: fc.constant('hide'), which }),
  fc.record({ kind: fc.constant('move'), which, to: fc.integer({ min: -3, max: 9 }) }),
);

describe('the layer stack', () => {
  it('behaves like an array of names under any sequence of edits', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 25 }), (operations) => {
        let document = documentFromImage('0', createImage(2, 2));
        let model = ['0'];
        const hidden = new Set<string>();
        for (const [step, operation] of operations.entries()) {
          const before = document;
          const frozen = names(before);
          if (operation.kind === 'add') {
            const name = String(step + 1);
            const above = model[operation.above];
            document = addLayer(document, named(name), above && idOf(document, above));
            model = above
              ? model.flatMap((other) => (other === above ? [other, name] : [other]))
              : [...model, name];
          } else {
            const name = model[operation.which] ?? 'missing';
            const id = idOf(document, name);
            const others = model.filter((other) => other !== name);
            if (operation.kind === 'remove') {
              document = removeLayer(document, id);
              model = others;
            } else if (operation.kind === 'hide') {
              document = updateLayer(document, id, { visible: false });
              if (model.includes(name)) hidden.add(name);
            } else {
              document = moveLayer(document, id, operation.to);
              const to = Math.max(0, Math.min(others.length, operation.to));
              if (model.includes(name)) model = [...others.slice(0, to), name, ...others.slice(to)];
            }
            if (name === 'missing') expect(document).toBe(before);
          }
          expect(names(document)).toEqual(model);
          expect(names(before)).toEqual(frozen);
          for (const layer of document.layers) expect(layer.visible).toBe(!hidden.has(layer.name));
          expect(new Set(document.layers.map(({ id }) => id)).size).toBe(model.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('shares every layer that an edit did not touch', () => {
    const one = documentFromImage('one', createImage(2, 2));
    const two = addLayer(one, named('two'));
    expect(two.layers[0]).toBe(one.layers[0]);
    const dimmed = updateLayer(two, idOf(two, 'two'), { opacity: 0.5 });
    expect(dimmed.layers[0]).toBe(one.layers[0]);
    expect(dimmed.layers[1]).toEqual({ ...two.layers[1], opacity: 0.5 });
  });

  it('finds a layer by id, and none by no id', () => {
    const document = documentFromImage('one', createImage(2, 2));
    expect(findLayer(document, document.layers[0]!.id)).toBe(document.layers[0]);
    expect(findLayer(document, 'other')).toBeUndefined();
    expect(findLayer(document, undefined)).toBeUndefined();
  });
});

describe('documentFromImage', () => {
  it('has the size of its picture and knows where the pixels came from', () => {
    const image = createImage(5, 3);
    const origin = { format: 'jpeg', lossless: false, jpegQuality: 80 } as const;
    const document = documentFromImage('page', image, origin);
    expect(document).toMatchObject({ name: 'page', width: 5, height: 3 });
    expect(document.layers).toEqual([
      {
        id: expect.any(String),
        name: 'page',
        visible: true,
        opacity: 1,
        image,
        frame: { x: 0, y: 0, width: 5, height: 3 },
        origin,
      },
    ]);
    expect(documentFromImage('page', image).layers[0]).not.toHaveProperty('origin');
  });
});

describe('resizeDocument', () => {
  const coordinate = fc.integer({ min: -40, max: 90 });
  const size = fc.integer({ min: 1, max: 90 });
  const withFrames = fc
    .tuple(size, size, fc.array(fc.record({ x: coordinate, y: coordinate, width: size, height: size })))
    .map(([width, height, frames]): KomaDocument => {
      const empty: KomaDocument = { name: '', width, height, layers: [] };
      return frames.reduce((document, frame) => addLayer(document, { ...named(''), frame }), empty);
    });

  it('moves every edge with the canvas, to the nearest whole pixel, and touches no picture', () => {
    fc.assert(
      fc.property(withFrames, size, size, (document, width, height) => {
        const resized = resizeDocument(document, width, height);
        expect([resized.width, resized.height]).toEqual([width, height]);
        for (const [i, { frame, ...layer }] of resized.layers.entries()) {
          const { frame: old, ...before } = document.layers[i]!;
          expect(layer).toEqual(before);
          const near = (edge: number, exact: number) =>
            expect(Math.abs(edge - exact)).toBeLessThanOrEqual(0.5 + 1e-9);
          near(frame.x, (old.x * width) / document.width);
          near(frame.y, (old.y * height) / document.height);
          // A layer never vanishes.
          if (frame.width > 1) near(frame.x + frame.width, ((old.x + old.width) * width) / document.width);
          if (frame.height > 1)
            near(frame.y + frame.height, ((old.y + old.height) * height) / document.height);
          expect(Math.min(frame.width, frame.height)).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });

  it('leaves no gap and no overlap between layers that touched', () => {
    fc.assert(
      fc.property(size, size, size, (left, right, width) => {
        const document = [
          { x: 0, y: 0, width: left, height: 1 },
          { x: left, y: 0, width: right, height: 1 },
        ].reduce<KomaDocument>((all, frame) => addLayer(all, { ...named(''), frame }), {
          name: '',
          width: left + right,
          height: 1,
          layers: [],
        });
        const [a, b] = resizeDocument(document, width + left + right, 1).layers;
        expect(a!.frame.x + a!.frame.width).toBe(b!.frame.x);
      }),
    );
  });
});
