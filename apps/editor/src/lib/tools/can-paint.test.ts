import { expect, it } from 'vitest';
import type { LayerInfo } from '#lib/raster/protocol.ts';
import { canPaint } from './can-paint.ts';

const layer = (id: string, change: Partial<LayerInfo> = {}): LayerInfo =>
  ({ id, kind: 'raster', visible: true, locked: false, children: [], ...change }) as unknown as LayerInfo;

it('is so for visible, unlocked layers with pixels in visible groups', () => {
  const layers = [
    layer('plain'),
    layer('locked', { locked: true }),
    layer('hidden', { visible: false }),
    layer('group', { kind: 'group', children: [layer('inside')] }),
    layer('dark', { kind: 'group', visible: false, children: [layer('unseen')] }),
  ];
  const paintable = ['plain', 'locked', 'hidden', 'group', 'inside', 'dark', 'unseen', 'none', undefined];
  expect(paintable.filter((id) => canPaint(layers, id))).toEqual(['plain', 'inside']);
});
