import { describe, expect, it } from 'vitest';
import { FakeHost } from './fake-host.test-helper.ts';
import { MarqueeTool } from './marquee-tool.ts';
import { pointerAt } from './pointers.test-helper.ts';
import type { ToolPointer } from './tool-pointer.ts';

type Keys = Partial<Pick<ToolPointer, 'shift' | 'alt' | 'space'>>;

/** Drags through places with keys held at each; lets go at the last. */
function drag(host: FakeHost, ...places: readonly (readonly [number, number, Keys?])[]): unknown {
  const tool = new MarqueeTool('rectangle', host);
  const pointers = places.map(([x, y, keys]) => pointerAt(x, y, keys));
  tool.onpointerdown(pointers[0]!);
  for (const pointer of pointers.slice(1)) tool.onpointermove(pointer);
  tool.onpointerup(pointers.at(-1)!);
  return host.calls('select').at(-1)?.[0];
}

describe('MarqueeTool', () => {
  it('selects what was dragged over', () => {
    expect(drag(new FakeHost(), [10, 10], [30, 20])).toEqual({
      type: 'rectangle',
      rect: { x: 10, y: 10, width: 20, height: 10 },
      mode: 'replace',
      antialias: true,
      feather: 0,
    });
  });

  it('takes Shift from before the drag for adding, and for a square once it is pressed again', () => {
    const shift = { shift: true };
    expect(drag(new FakeHost(), [10, 10, shift], [30, 20, shift])).toMatchObject({
      mode: 'add',
      rect: { width: 20, height: 10 },
    });
    expect(drag(new FakeHost(), [10, 10, shift], [30, 20], [30, 20, shift])).toMatchObject({
      mode: 'add',
      rect: { width: 20, height: 20 },
    });
    expect(drag(new FakeHost(), [10, 10], [30, 20, shift])).toMatchObject({
      mode: 'replace',
      rect: { width: 20, height: 20 },
    });
  });

  it('takes Alt from before the drag for subtracting, and for the centre once it is pressed again', () => {
    const alt = { alt: true };
    expect(drag(new FakeHost(), [50, 50, alt], [60, 70, alt])).toMatchObject({
      mode: 'subtract',
      rect: { x: 50, y: 50 },
    });
    expect(drag(new FakeHost(), [50, 50], [60, 70, alt])).toMatchObject({
      mode: 'replace',
      rect: { x: 40, y: 30, width: 20, height: 40 },
    });
  });

  it('moves the whole marquee while Space is held', () => {
    const space = { space: true };
    expect(drag(new FakeHost(), [0, 0], [10, 10], [25, 12, space], [30, 20])).toMatchObject({
      rect: { x: 15, y: 2, width: 15, height: 18 },
    });
  });

  it('deselects by a click, which with a key held does nothing', () => {
    const host = new FakeHost();
    host.hasSelection = true;
    expect(drag(host, [10, 10], [11, 11])).toEqual({ type: 'none' });
    const adding = new FakeHost();
    adding.hasSelection = true;
    expect(drag(adding, [10, 10, { shift: true }], [11, 11, { shift: true }])).toBeUndefined();
    expect(drag(new FakeHost(), [10, 10], [11, 11])).toBeUndefined();
  });

  it('leaves nothing on the screen when it is cancelled', () => {
    const host = new FakeHost();
    const tool = new MarqueeTool('ellipse', host);
    tool.onpointerdown(pointerAt(0, 0));
    tool.onpointermove(pointerAt(50, 50));
    tool.onpointercancel();
    tool.onpointerup(pointerAt(50, 50));
    expect(host.calls('preview').at(-1)).toEqual([undefined]);
    expect(host.calls('select')).toEqual([]);
  });
});
