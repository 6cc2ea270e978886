import type { PortableDocument, PortableLayer, PortableNode } from '@koma/core/layered';
import { describe, expect, it } from 'vitest';
import { picture, TestEngine } from './engine.test-helper.ts';

const red = picture(4, 3, () => [255, 0, 0, 255]);
const half = picture(4, 3, () => [128, 128, 128, 255]);

const layer = (name: string, properties: Partial<PortableLayer> = {}): PortableLayer => ({
  kind: 'layer',
  id: name,
  name,
  visible: true,
  opacity: 1,
  clip: false,
  locked: false,
  alphaLocked: false,
  colourTag: 'none',
  blendMode: 'normal',
  role: 'none',
  colourMode: 'colour',
  image: red,
  x: 2,
  y: 1,
  ...properties,
});
const documentOf = (...nodes: readonly PortableNode[]): PortableDocument => ({
  name: 'Hero',
  width: 10,
  height: 10,
  dpi: 350,
  nodes,
});

function engineWithPage() {
  const engine = new TestEngine();
  const page = engine.newDocument('page', 20, 10, 350, '#ffff00', ['Paper', 'Drawing']);
  return { engine, page };
}

describe('adding layers from elsewhere', () => {
  it('puts a single layer above the chosen one, at its place, as one step that can be undone', () => {
    const { engine, page } = engineWithPage();
    const id = engine.addPortable(documentOf(layer('Face')), page, 'history.generate');
    expect(engine.names).toBe('Paper Drawing Face');
    expect(engine.labels.at(-1)).toBe('history.generate');
    expect(engine.pixel(id, 2, 1)).toEqual([255, 0, 0, 255]);
    expect(engine.pixel(id, 1, 1)[3]).toBe(0);
    expect(engine.page).toMatchObject({ width: 20, height: 10 });
    engine.undo();
    expect(engine.names).toBe('Paper Drawing');
  });

  it('puts several into one folded group of the name, whose blending does not reach below it', () => {
    const { engine } = engineWithPage();
    const lines = layer('Lines', { image: half, x: 8, blendMode: 'multiply' });
    const id = engine.addPortable(documentOf(layer('Flats'), lines), undefined, 'history.generate');
    expect(engine.layer('Hero')).toMatchObject({ id, kind: 'group', blendMode: 'normal', expanded: false });
    expect(engine.names).toBe('Paper Drawing Hero Flats Lines');
    // On the yellow paper alone, multiply would give a dark yellow.
    const seen = engine.flatten();
    expect([...seen.data.subarray((1 * 20 + 8) * 4, (1 * 20 + 8) * 4 + 4)]).toEqual([128, 128, 128, 255]);
  });

  it('takes the same twice, groups with all that is in them', () => {
    const { engine } = engineWithPage();
    const { blendMode: _, ...group } = {
      ...layer('Group'),
      kind: 'group' as const,
      expanded: true,
      children: [layer('Inner')],
    };
    const portable = documentOf({ ...group, blendMode: 'normal' });
    const first = engine.addPortable(portable, undefined, 'history.generate');
    const second = engine.addPortable(portable, first, 'history.generate');
    expect(first).not.toBe(second);
    expect(engine.names).toBe('Paper Drawing Group Inner Group Inner');
  });
});

describe('a part of the visible picture', () => {
  it('is composited, and only the part', () => {
    const { engine } = engineWithPage();
    engine.addPortable(documentOf(layer('Face')), undefined, 'history.generate');
    const part = engine.area({ x: 1, y: 1, width: 2, height: 1 });
    expect([part.width, part.height, ...part.data]).toEqual([2, 1, 255, 255, 0, 255, 255, 0, 0, 255]);
  });
});
