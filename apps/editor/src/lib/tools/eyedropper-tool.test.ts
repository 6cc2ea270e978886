import { describe, expect, it } from 'vitest';
import { EyedropperTool } from './eyedropper-tool.ts';
import { FakeHost, settle } from './fake-host.test-helper.ts';
import { pointerAt } from './pointers.test-helper.ts';

describe('EyedropperTool', () => {
  it('picks the foreground, with Alt the background, but not when Alt brought it into the hand', async () => {
    for (const [alt, isChosen, which] of [
      [false, true, 'foreground'],
      [true, true, 'background'],
      [true, false, 'foreground'],
    ] as const) {
      const host = new FakeHost();
      host.answers = { pick: '#aabbcc' };
      const tool = new EyedropperTool(host, () => isChosen);
      tool.onpointerdown(pointerAt(4, 5, { alt }));
      tool.onpointerup(pointerAt(4, 5, { alt }));
      await settle();
      expect(host.calls('setColour').at(-1)).toEqual(['#aabbcc', which]);
    }
  });

  it('asks for one colour at a time and never leaves out the last place', async () => {
    const host = new FakeHost();
    host.answers = { pick: '#aabbcc' };
    const tool = new EyedropperTool(host, () => true);
    tool.onpointerdown(pointerAt(0, 0));
    for (let x = 1; x <= 20; x++) tool.onpointermove(pointerAt(x, 0));
    tool.onpointerup(pointerAt(20, 0));
    await settle();
    expect(host.calls('pick').map(([at]) => at)).toEqual([
      { x: 0, y: 0 },
      { x: 20, y: 0 },
    ]);
    expect(host.calls('ring').at(-1)).toEqual([undefined]);
  });

  it('gives the old colour back when it is cancelled, also if an answer comes late', async () => {
    const host = new FakeHost();
    host.answers = { pick: '#aabbcc' };
    const tool = new EyedropperTool(host, () => true);
    tool.onpointerdown(pointerAt(0, 0));
    tool.onpointercancel();
    await settle();
    expect(host.calls('setColour')).toEqual([['#102030', 'foreground']]);
  });

  it('keeps the colour where there is nothing to pick', async () => {
    const host = new FakeHost();
    const tool = new EyedropperTool(host, () => true);
    tool.onpointerdown(pointerAt(-5, 0));
    tool.onpointerup(pointerAt(-5, 0));
    await settle();
    expect(host.calls('setColour')).toEqual([]);
  });
});
