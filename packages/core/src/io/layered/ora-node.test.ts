import { expect, it } from 'vitest';
import { coverageOf, isSoft, maskedImage, type OraLayer, type OraNode } from './ora-node.ts';
import { coverage, picture } from './portable.test-helper.ts';

const properties = { name: 'a', visible: true, opacity: 1, compositeOp: 'svg:src-over', locked: false };

function oraLayer(alpha: number, change: Partial<OraLayer> = {}): OraLayer {
  const image = picture(2, 1, [1, 2, 3, alpha]);
  return { ...properties, kind: 'layer', image, x: 0, y: 0, masks: [], ...change };
}
function stack(children: readonly OraNode[], change = {}): OraNode {
  return { ...properties, kind: 'stack', isolated: true, children, ...change };
}

it('the coverage of layers is the union of their alphas, over the rectangle of all', () => {
  const mask = coverageOf(stack([oraLayer(128), oraLayer(128, { x: 1, y: 1 }), oraLayer(255, { x: -1 })]));
  expect(mask).toEqual({
    image: { width: 4, height: 2, data: Uint8Array.of(255, 255, 128, 0, 0, 0, 128, 128) },
    x: -1,
    y: 0,
    outside: 0,
  });
  const twice = coverageOf(stack([oraLayer(128), oraLayer(128)]));
  const union = 128 + 128 - (128 * 128) / 255;
  expect([...twice!.image!.data]).toEqual([Math.round(union), Math.round(union)]);
});

it('what is hidden or drawn atop adds none, and opacity counts for a stack as a whole', () => {
  const inner = stack([oraLayer(255), oraLayer(255)], { opacity: 0.4 });
  const hidden = oraLayer(255, { visible: false });
  const atop = oraLayer(255, { compositeOp: 'svg:src-atop' });
  expect([...coverageOf(stack([inner, hidden, atop], { opacity: 0.1 }))!.image!.data]).toEqual([102, 102]);
});

it('nothing has no coverage', () => {
  expect(coverageOf(stack([oraLayer(0, { image: undefined }), stack([])]))).toBeUndefined();
});

it('masks multiply alpha in a copy, where they lie', () => {
  const mask = { image: coverage(2, 2, (x) => x * 51), x: 1, y: 0, outside: 255 };
  const layer = oraLayer(200, { masks: [mask, { ...mask, x: 0, outside: 0 }] });
  const before = layer.image!.data.slice();
  expect([...maskedImage(layer)!.data]).toEqual([1, 2, 3, 0, 1, 2, 3, 0]);
  expect([...maskedImage({ ...layer, masks: [mask] })!.data]).toEqual([1, 2, 3, 200, 1, 2, 3, 0]);
  expect([...maskedImage({ ...layer, masks: [{ ...mask, x: 0 }] })!.data]).toEqual([1, 2, 3, 0, 1, 2, 3, 40]);
  expect(layer.image!.data).toEqual(before);
  expect(maskedImage(oraLayer(9))).toEqual(oraLayer(9).image);
});

it('a mask is soft where something of it is half hidden', () => {
  expect(isSoft({ image: coverage(3, 3, (x) => (x > 1 ? 255 : 0)) })).toBe(false);
  expect(isSoft({ image: coverage(3, 3, (x) => x) })).toBe(true);
  expect(isSoft({ image: undefined })).toBe(false);
});
