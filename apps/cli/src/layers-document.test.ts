import { flattenPortable } from '@koma/core/layered';
import { createImage } from '@koma/core/raster';
import { expect, test } from 'vitest';
import { layersDocument } from './layers-document.ts';

const grey = (code: number) => {
  const image = createImage(2, 2);
  image.data.forEach((_, i) => (image.data[i] = i % 4 === 3 ? 255 : code));
  return image;
};

test('layers become a document from the bottom to the top, with what an operation says of them', () => {
  const common = { x: 0, y: 0, role: 'none' } as const;
  const document = layersDocument(
    {
      width: 3,
      height: 2,
      layers: [
        { ...common, name: { en: 'Colours', ja: '彩色' }, image: grey(200), blendMode: 'normal' },
        {
          ...common,
          name: { en: 'Line art' },
          image: grey(102),
          blendMode: 'multiply',
          role: 'line-art',
          x: 1,
        },
      ],
    },
    'page',
  );
  expect(document).toMatchObject({ name: 'page', width: 3, height: 2 });
  expect(document.nodes).toMatchObject([
    { kind: 'layer', name: 'Colours', blendMode: 'normal', role: 'none', x: 0, visible: true, opacity: 1 },
    { kind: 'layer', name: 'Line art', blendMode: 'multiply', role: 'line-art', x: 1 },
  ]);
  expect(new Set(document.nodes.map(({ id }) => id)).size).toBe(2);
  const { data } = flattenPortable(document);
  expect([data[0], data[4], data[8]]).toEqual([200, 80, 102]);
});
