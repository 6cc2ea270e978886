import { describe, expect, it } from 'vitest';
import { BrushTool } from './brush-tool.ts';
import { FakeHost, settle } from './fake-host.test-helper.ts';
import { pointerAt } from './pointers.test-helper.ts';

describe('BrushTool', () => {
  it('sends the stroke as it comes, without waiting for answers', async () => {
    const host = new FakeHost();
    const tool = new BrushTool('ink', host, {});
    tool.onpointerdown(pointerAt(1, 2));
    tool.onpointermove(pointerAt(5, 6));
    tool.onpointerup(pointerAt(5, 6));
    expect(host.log.map(([name]) => name)).toEqual(['beginStroke', 'continueStroke', 'endStroke']);
    expect(host.calls('beginStroke')[0]![0]).toMatchObject({
      layerId: 'layer',
      mode: 'paint',
      colour: '#102030',
      label: 'history.ink',
      brush: host.settings.brushes.ink,
    });
    await settle();
    expect(host.calls('useColour')).toEqual([['#102030']]);
  });

  it('erases with the eraser and uses no colour', async () => {
    const host = new FakeHost();
    new BrushTool('eraser', host, {}).onpointerdown(pointerAt(0, 0));
    await settle();
    expect(host.calls('beginStroke')[0]![0]).toMatchObject({ mode: 'erase', label: 'history.erase' });
    expect(host.calls('useColour')).toEqual([]);
  });

  it('draws a straight line from the end of the last stroke when Shift is held, even of another brush', () => {
    const host = new FakeHost();
    const end = {};
    const brush = new BrushTool('brush', host, end);
    brush.onpointerdown(pointerAt(0, 0));
    brush.onpointerup(pointerAt(10, 10));
    host.log.length = 0;
    const pencil = new BrushTool('pencil', host, end);
    pencil.onpointerdown(pointerAt(50, 90, { shift: true }));
    pencil.onpointerup(pointerAt(50, 90, { shift: true }));
    expect(host.calls('beginStroke')[0]![1]).toMatchObject({ x: 10, y: 10 });
    expect(host.calls('continueStroke')).toEqual([[[{ x: 50, y: 90, pressure: 1, time: 0 }]]]);

    host.documentId = 'another';
    host.log.length = 0;
    pencil.onpointerdown(pointerAt(7, 7, { shift: true }));
    expect(host.calls('beginStroke')[0]![1]).toMatchObject({ x: 7, y: 7 });
  });

  it('keeps to a level line while Shift is held, once it is known', () => {
    const host = new FakeHost();
    const tool = new BrushTool('brush', host, {});
    tool.onpointerdown(pointerAt(10, 10));
    tool.onpointermove(pointerAt(12, 11, { shift: true }));
    tool.onpointermove(pointerAt(40, 14, { shift: true }));
    expect(host.calls('continueStroke')).toEqual([[[{ x: 40, y: 10, pressure: 1, time: 0 }]]]);
  });

  it('tells a failure once and sends nothing more of that stroke', async () => {
    const host = new FakeHost();
    host.answers = { beginStroke: new Error('locked'), continueStroke: new Error('no stroke') };
    const tool = new BrushTool('brush', host, {});
    tool.onpointerdown(pointerAt(0, 0));
    tool.onpointermove(pointerAt(9, 0));
    await settle();
    tool.onpointermove(pointerAt(19, 0));
    tool.onpointerup(pointerAt(19, 0));
    await settle();
    expect(host.failures).toHaveLength(1);
    expect(host.log.map(([name]) => name)).toEqual(['beginStroke', 'continueStroke']);
    expect(host.calls('useColour')).toEqual([]);
  });

  it('takes a cancelled stroke back', () => {
    const host = new FakeHost();
    const tool = new BrushTool('brush', host, {});
    tool.onpointerdown(pointerAt(0, 0));
    tool.onpointercancel();
    tool.onpointermove(pointerAt(5, 5));
    tool.onpointerup(pointerAt(5, 5));
    expect(host.log.map(([name]) => name)).toEqual(['beginStroke', 'cancelStroke']);
  });

  it('does nothing where there is nothing to paint on', () => {
    const host = new FakeHost();
    host.target = undefined;
    host.canPaint = false;
    const tool = new BrushTool('brush', host, {});
    tool.onpointerdown(pointerAt(0, 0));
    tool.onpointerup(pointerAt(0, 0));
    expect(host.log).toEqual([]);
    expect([tool.cursor(), tool.tip()]).toEqual(['not-allowed', undefined]);
  });
});
