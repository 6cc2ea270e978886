import { beforeEach, describe, expect, it } from 'vitest';
import { FakeHost } from './fake-host.test-helper.ts';
import { PluginTool } from './plugin-tool.ts';
import { pointerAt } from './pointers.test-helper.ts';

let host: FakeHost;
let tool: PluginTool;
beforeEach(() => {
  host = new FakeHost();
  tool = new PluginTool(host);
});
const calls = (name: string) => host.log.filter(([call]) => call === name);
const key = (target?: Partial<KeyboardEvent>) => ({ ...target }) as KeyboardEvent;

describe('a tool that collects strokes', () => {
  it('gives the stroke that was drawn, and takes its preview away', () => {
    tool.onpointerdown(pointerAt(10, 10));
    tool.onpointermove(pointerAt(40, 10));
    tool.onpointerup(pointerAt(40, 30));
    expect(calls('marks.addStroke')).toEqual([
      [
        'marks.addStroke',
        {
          label: 'fg',
          radius: 5,
          points: [
            [10, 10],
            [40, 10],
            [40, 30],
          ],
        },
      ],
    ]);
    expect(host.log.at(-2)).toEqual(['marks.draw', undefined]);
  });

  it('draws with a tip as large as its strokes', () => {
    expect(tool.cursor()).toBe('none');
    expect(tool.tip()).toEqual({ size: 10, aliased: false });
  });

  it('gives nothing of a gesture that is void', () => {
    tool.onpointerdown(pointerAt(10, 10));
    tool.onpointercancel();
    tool.onpointerup(pointerAt(20, 20));
    expect(calls('marks.addStroke')).toEqual([]);
  });
});

describe('a tool that collects points', () => {
  beforeEach(() => (host.marks.collects = 'points'));

  it('gives the place where the pointer was let go', () => {
    tool.onpointerdown(pointerAt(10, 10));
    tool.onpointerup(pointerAt(14, 20));
    expect(calls('marks.addPoint')).toEqual([
      ['marks.addPoint', { x: 14, y: 20, radius: 5, color: '#102030' }],
    ]);
    expect(tool.cursor()).toBe('crosshair');
  });
});

describe('keys', () => {
  it('apply, and take the newest back', () => {
    expect(tool.onkey('Enter')).toBe(true);
    expect(tool.onkey('Backspace')).toBe(true);
    expect(host.log).toEqual([['marks.apply'], ['marks.dropLast']]);
  });

  it('are left to others with Ctrl, and where the tool has nothing to work on', () => {
    expect(tool.onkey('Enter', key({ ctrlKey: true }))).toBe(false);
    host.marks.collects = undefined;
    expect(tool.onkey('Enter')).toBe(false);
    expect(host.log).toEqual([]);
  });
});

it('does nothing while the document cannot be changed, or there is no layer', () => {
  host.ready = false;
  tool.onpointerdown(pointerAt(10, 10));
  host.ready = true;
  host.marks.collects = undefined;
  tool.onpointerdown(pointerAt(10, 10));
  tool.onpointerup(pointerAt(10, 10));
  expect(calls('marks.addStroke')).toEqual([]);
  expect(tool.cursor()).toBe('not-allowed');
});
