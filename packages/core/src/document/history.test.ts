import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createImage, type RasterImage } from '../raster/index.ts';
import { addLayer, documentFromImage, updateLayer, type KomaDocument } from './document.ts';
import { History } from './history.ts';

const BUDGET = 100;
/** A picture of `pixels * 4` bytes. */
const picture = (pixels: number) => createImage(pixels, 1);
const documentOf = (images: readonly RasterImage[]): KomaDocument => ({
  name: '',
  width: 1,
  height: 1,
  layers: images.map((image, i) => ({
    id: String(i),
    name: '',
    visible: true,
    opacity: 1,
    image,
    frame: { x: 0, y: 0, width: 1, height: 1 },
  })),
});

/** The model: a plain array, cut where brute force says that its pictures get too heavy. */
class Model {
  entries: { label: string; document: KomaDocument }[];
  index = 0;

  constructor(document: KomaDocument) {
    this.entries = [{ label: 'open', document }];
  }

  push(label: string, document: KomaDocument): void {
    this.entries.length = this.index + 1;
    this.entries.push({ label, document });
    const last = this.entries.length - 1;
    const weight = (from: number) => {
      const past = this.entries.slice(from, last).flatMap((entry) => imagesOf(entry.document));
      const distinct = new Set(past.filter((image) => !imagesOf(document).includes(image)));
      return [...distinct].reduce((bytes, image) => bytes + image.data.length, 0);
    };
    let first = 0;
    while (first < last - 1 && weight(first) > BUDGET) first++;
    this.entries.splice(0, first);
    this.index = this.entries.length - 1;
  }
}

const imagesOf = (document: KomaDocument) => document.layers.map(({ image }) => image);

type Operation = 'undo' | 'redo' | 'same' | { readonly label: string; readonly images: readonly number[] };

const label = fc.constantFrom('draw', 'opacity', 'upscale');
const images = fc.array(fc.nat(9), { minLength: 1, maxLength: 3 });
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('undo', 'redo', 'same') },
  { weight: 3, arbitrary: fc.record({ label, images }) },
);

describe('History', () => {
  it('behaves like an array with a position under any sequence of edits, undo and redo', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
        // Ten pictures that versions share: 4 to 40 bytes.
        const pool = Array.from({ length: 10 }, (_, i) => picture(i + 1));
        const first = documentOf([pool[0]!]);
        const model = new Model(first);
        let history = History.start(first, 'open', BUDGET);
        for (const operation of operations) {
          if (operation === 'undo') {
            history = history.undo();
            model.index = Math.max(0, model.index - 1);
          } else if (operation === 'redo') {
            history = history.redo();
            model.index = Math.min(model.entries.length - 1, model.index + 1);
          } else if (operation === 'same') {
            expect(history.push(history.document, 'nothing')).toBe(history);
          } else {
            const next = documentOf(operation.images.map((i) => pool[i]!));
            history = history.push(next, operation.label);
            model.push(operation.label, next);
          }
          expect(history.document).toBe(model.entries[model.index]!.document);
          expect(history.undoLabel).toBe(model.index > 0 ? model.entries[model.index]!.label : undefined);
          expect(history.redoLabel).toBe(model.entries[model.index + 1]?.label);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is immutable: an old history still undoes to where it was', () => {
    const [a, b, c] = [1, 2, 3].map((pixels) => documentOf([picture(pixels)]));
    const early = History.start(a!, 'open').push(b!, 'draw');
    early.undo().push(c!, 'other');
    expect(early.document).toBe(b);
    expect(early.undo().redo().document).toBe(b);
  });

  it('keeps the last step undoable, however much it weighs', () => {
    const [a, b] = [documentOf([picture(500)]), documentOf([picture(600)])];
    const history = History.start(a, 'open', BUDGET).push(b, 'upscale');
    expect(history.undo().document).toBe(a);
  });

  it('does not count pictures that the present still shows', () => {
    const heavy = picture(500);
    let history = History.start(documentOf([heavy]), 'open', BUDGET);
    for (let i = 0; i < 20; i++) history = history.push(documentOf([heavy]), 'rename');
    for (let i = 0; i < 20; i++) history = history.undo();
    expect(history.undoLabel).toBeUndefined();
    expect(history.redoLabel).toBe('rename');
  });
});

describe('History.amend', () => {
  const bottom = documentFromImage('bottom', picture(1));
  const two = addLayer(bottom, { ...bottom.layers[0]!, name: 'top' });
  const [first, second] = two.layers.map(({ id }) => id) as [string, string];
  const dim = (document: KomaDocument, id: string, opacity: number) => updateLayer(document, id, { opacity });

  it('makes one step of a drag, however many changes it had', () => {
    let history = History.start(two, 'open');
    for (const opacity of [0.9, 0.7, 0.2])
      history = history.amend(dim(history.document, first, opacity), 'opacity');
    expect(history.document.layers[0]!.opacity).toBe(0.2);
    expect(history.undo().document).toBe(two);
    expect(history.undo().redo().document).toBe(history.document);
  });

  it('starts a new step for another kind of edit', () => {
    const dimmed = History.start(two, 'open').amend(dim(two, first, 0.5), 'opacity');
    const renamed = dimmed.amend(updateLayer(dimmed.document, first, { name: 'x' }), 'rename');
    expect(renamed.undo().document).toBe(dimmed.document);
  });

  it('starts a new step for another layer', () => {
    const one = History.start(two, 'open').amend(dim(two, first, 0.5), 'opacity');
    const other = one.amend(dim(one.document, second, 0.5), 'opacity');
    expect(other.undo().document).toBe(one.document);
  });

  it('never amends the version that was opened, nor one that can be redone from', () => {
    const opened = History.start(two, 'opacity').amend(dim(two, first, 0.5), 'opacity');
    expect(opened.undo().document).toBe(two);
    const later = opened.push(dim(opened.document, second, 0.1), 'other').undo();
    const next = dim(later.document, first, 0.3);
    const amended = later.amend(next, 'opacity');
    expect(amended.redoLabel).toBeUndefined();
    expect(amended.undo().document).toBe(opened.document);
  });
});
