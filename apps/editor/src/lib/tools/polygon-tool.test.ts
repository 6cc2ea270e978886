import { describe, expect, it } from 'vitest';
import { FakeHost } from './fake-host.test-helper.ts';
import { pointerAt } from './pointers.test-helper.ts';
import { PolygonTool } from './polygon-tool.ts';

let clock = 0;
function click(tool: PolygonTool, x: number, y: number, keys: { shift?: boolean } = {}, pause = 1000): void {
  const pointer = pointerAt(x, y, { ...keys, time: (clock += pause) });
  tool.onpointerdown(pointer);
  tool.onpointerup(pointer);
}
const corners = (host: FakeHost) => host.calls('select').map(([command]) => command);

describe('PolygonTool', () => {
  it('closes with Enter, a double click or a click on the first corner, all with the same corners', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 60, y: 80 },
    ];
    for (const close of [
      (tool: PolygonTool) => tool.onkey('Enter'),
      (tool: PolygonTool) => click(tool, 61, 80, {}, 100),
      (tool: PolygonTool) => click(tool, 3, 4),
    ]) {
      const host = new FakeHost();
      const tool = new PolygonTool(host);
      for (const { x, y } of points) click(tool, x, y);
      close(tool);
      expect(corners(host)).toEqual([
        { type: 'polygon', points, mode: 'replace', antialias: true, feather: 0 },
      ]);
      expect(host.calls('preview').at(-1)).toEqual([undefined]);
    }
  });

  it('takes corners back one by one with Backspace, then leaves the key to others', () => {
    const host = new FakeHost();
    const tool = new PolygonTool(host);
    click(tool, 0, 0);
    click(tool, 100, 0);
    expect([tool.onkey('Backspace'), tool.onkey('Backspace'), tool.onkey('Backspace')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(tool.onkey('Enter')).toBe(false);
  });

  it('forgets everything with Escape', () => {
    const host = new FakeHost();
    const tool = new PolygonTool(host);
    for (const [x, y] of [
      [0, 0],
      [100, 0],
      [50, 50],
    ] as const)
      click(tool, x, y);
    expect(tool.onkey('Escape')).toBe(true);
    expect(tool.onkey('Enter')).toBe(false);
    expect(corners(host)).toEqual([]);
  });

  it('holds edges to 45 degrees with Shift, which at the first corner means adding', () => {
    const host = new FakeHost();
    const tool = new PolygonTool(host);
    click(tool, 0, 0, { shift: true });
    click(tool, 100, 7, { shift: true });
    click(tool, 50, 90);
    tool.onkey('Enter');
    expect(corners(host)[0]).toMatchObject({
      mode: 'add',
      points: [
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 50, y: 90 },
      ],
    });
  });
});
