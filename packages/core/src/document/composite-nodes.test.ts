import { describe, expect, it } from 'vitest';
import { compositeNodes } from './composite-nodes.ts';
import { groupLayer, rasterLayer } from './document.ts';

const mask = { tiles: new Map(), outside: 255, enabled: true } as const;

describe('compositeNodes', () => {
  it('say what the compositor needs to know of layers and groups, from the bottom to the top', () => {
    const inner = rasterLayer('inner', { opacity: 0.5, clip: true, blendMode: 'multiply' });
    const group = groupLayer('group', { children: [inner], visible: false, mask });
    const [node, top] = compositeNodes([group, rasterLayer('top', { mask: { ...mask, enabled: false } })]);
    expect(node).toMatchObject({
      id: group.id,
      visible: false,
      opacity: 1,
      blendMode: 'pass-through',
      clip: false,
      hasMask: true,
      layer: group,
      children: [{ id: inner.id, opacity: 0.5, clip: true, blendMode: 'multiply', hasMask: false }],
    });
    expect(top!.hasMask).toBe(false);
    expect(top).not.toHaveProperty('children');
  });

  it('are made once for a layer, also where others around it change', () => {
    const inner = rasterLayer('inner');
    const before = groupLayer('group', { children: [inner, rasterLayer('second')] });
    const after = { ...before, children: [inner] };
    const [a, again, b] = compositeNodes([before, before, after]);
    expect(again).toBe(a);
    expect(b).not.toBe(a);
    expect(b!.children![0]).toBe(a!.children![0]);
  });
});
