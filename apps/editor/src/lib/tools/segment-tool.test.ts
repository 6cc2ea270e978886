import type { Stroke } from '@koma/core/plugin';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CUT, type CutSettings } from '#lib/segment/cut-settings.ts';
import { FakeHost } from './fake-host.test-helper.ts';
import { pointerAt } from './pointers.test-helper.ts';
import { SegmentTool } from './segment-tool.ts';

function tool(settings: Partial<CutSettings> = {}) {
  const host = new FakeHost();
  host.settings = { ...host.settings, segment: { ...DEFAULT_CUT, ...settings } };
  host.cut.size = 10;
  const added = () => host.calls('add').map(([strokes]) => strokes as Stroke[]);
  const drag = (change: object, ...places: [number, number][]) => {
    const [first, ...rest] = places;
    segment.onpointerdown(pointerAt(...first!, change));
    for (const place of rest) segment.onpointermove(pointerAt(...place, change));
    segment.onpointerup(pointerAt(...places.at(-1)!, change));
  };
  const segment = new SegmentTool(host);
  return { host, segment, added, drag };
}

describe('SegmentTool', () => {
  it('shows a stroke while it is drawn, and adds it with what says nothing new left out', () => {
    const { host, added, drag } = tool();
    drag({}, [5, 5], [10, 5], [15, 5], [25, 5]);
    expect(host.calls('draw').map(([strokes]) => (strokes as Stroke[])[0]!.points.length)).toEqual([
      1, 2, 3, 4, 4,
    ]);
    expect(added()).toEqual([
      [
        {
          label: 'fg',
          radius: 5,
          points: [
            [5, 5],
            [25, 5],
          ],
        },
      ],
    ]);
  });

  it('takes a click for a stroke of one point', () => {
    const { added, drag } = tool();
    drag({}, [7.25, 8]);
    expect(added()).toEqual([[{ label: 'fg', radius: 5, points: [[7.3, 8]] }]]);
  });

  it('leaves out with Alt and with the right button, and erases with the other end of a pen', () => {
    const { host, added, drag } = tool({ hard: true });
    drag({ alt: true }, [1, 1]);
    drag({ secondary: true }, [2, 2]);
    drag({ eraser: true }, [3, 3]);
    host.cut.paint = 'bg';
    drag({ alt: true }, [4, 4]);
    expect(added().map(([stroke]) => [stroke!.label, stroke!.hard])).toEqual([
      ['bg', true],
      ['bg', true],
      ['erase', undefined],
      ['fg', true],
    ]);
  });

  it('draws a border that is thin whatever the brush, and always there', () => {
    const { host, added, drag, segment } = tool();
    host.cut.paint = 'edge';
    drag({}, [1, 1], [30, 1]);
    expect(added()[0]).toMatchObject([{ label: 'edge', radius: 1.5, hard: true }]);
    expect(segment.tip()?.size).toBe(3);
  });

  it('draws a straight line from where the last stroke ended when Shift is held', () => {
    const { added, drag } = tool();
    drag({}, [0, 0], [10, 0]);
    drag({ shift: true }, [50, 50]);
    expect(added()[1]![0]!.points).toEqual([
      [10, 0],
      [50, 50],
    ]);
  });

  it('begins with a loop: what is in it is meant and what is not is not, but later it only adds', () => {
    const { host, added, drag } = tool({ gesture: 'lasso' });
    const loop: [number, number][] = [
      [0, 0],
      [20, 0],
      [20, 20],
      [0, 20],
    ];
    drag({}, ...loop);
    expect(added()[0]).toMatchObject([
      { label: 'bg', shape: 'outside', points: loop },
      { label: 'fg', shape: 'inside', points: loop },
    ]);
    host.cut.drawn = added()[0]!;
    drag({}, ...loop);
    expect(added()[1]).toMatchObject([{ label: 'fg', shape: 'inside' }]);
    drag({ alt: true }, ...loop);
    expect(added()[2]).toMatchObject([{ label: 'bg', shape: 'inside' }]);
  });

  it('begins with a box of two corners, and a click is none', () => {
    const { host, added, drag } = tool({ gesture: 'box' });
    drag({}, [30, 40], [10, 12]);
    expect(added()[0]![1]!.points).toEqual([
      [10, 12],
      [30, 12],
      [30, 40],
      [10, 40],
    ]);
    drag({}, [30, 40]);
    expect(added()).toHaveLength(1);
    expect(host.calls('dropDrawing')).toHaveLength(1);
  });

  it('closes a place that leaks by a click on it, and draws over it by a drag', () => {
    const { host, added, drag } = tool();
    const leak = { x0: 100, y0: 50, x1: 100, y1: 60 };
    host.cut.leaks = [{ x0: 0, y0: 0, x1: 1, y1: 1 }, leak];
    drag({}, [104, 55]);
    expect(host.calls('closeLeaks')).toEqual([[[leak]]]);
    expect(host.calls('draw')).toEqual([]);
    drag({}, [104, 55], [150, 55]);
    expect(added()).toHaveLength(1);
    drag({}, [130, 55]);
    expect(added()).toHaveLength(2);
  });

  it('takes nothing from a gesture that is void', () => {
    const { host, segment, added } = tool();
    segment.onpointerdown(pointerAt(5, 5));
    segment.onpointermove(pointerAt(50, 5));
    segment.onpointercancel();
    segment.onpointerup(pointerAt(50, 5));
    expect(added()).toEqual([]);
    expect(host.calls('dropDrawing')).toHaveLength(1);
  });

  it('does nothing where nothing can be changed', () => {
    const { host, segment } = tool();
    host.ready = false;
    segment.onpointerdown(pointerAt(5, 5));
    segment.onpointermove(pointerAt(9, 5));
    segment.onpointerup(pointerAt(9, 5));
    expect(host.log).toEqual([]);
    expect(segment.cursor()).toBe('not-allowed');
  });
});
