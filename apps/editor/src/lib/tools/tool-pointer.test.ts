import { describe, expect, it } from 'vitest';
import { pointerEvent } from './pointers.test-helper.ts';
import { toolPointer } from './tool-pointer.ts';

const frame = { left: 100, top: 40, view: { zoom: 2, panX: 10, panY: -20 } };

describe('toolPointer', () => {
  it('finds the place on the screen and in the document', () => {
    const pointer = toolPointer(pointerEvent({ clientX: 131, clientY: 81 }), frame, false);
    expect(pointer).toMatchObject({ screenX: 31, screenY: 41, x: 10.5, y: 30.5 });
  });
  it('passes on every coalesced event in order, and the event itself where there are none', () => {
    const coalesced = [1, 2, 3].map((n) => pointerEvent({ clientX: 110 + 2 * n, clientY: 20, timeStamp: n }));
    const event = pointerEvent({ clientX: 116, clientY: 20, getCoalescedEvents: () => coalesced });
    expect(toolPointer(event, frame, false).samples.map(({ x, time }) => [x, time])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    const alone = pointerEvent({ clientX: 116, getCoalescedEvents: () => [] });
    expect(toolPointer(alone, frame, false).samples.map(({ x }) => x)).toEqual([3]);
    expect(toolPointer(pointerEvent(), frame, false).samples).toHaveLength(1);
  });
  it('believes the pressure of a pen alone', () => {
    const pressure = (pointerType: string) =>
      toolPointer(pointerEvent({ pointerType, pressure: 0.25 }), frame, false).samples[0]!.pressure;
    expect([pressure('pen'), pressure('mouse'), pressure('touch')]).toEqual([0.25, 1, 1]);
  });
  it('counts the Command key as Ctrl', () => {
    expect(toolPointer(pointerEvent({ metaKey: true }), frame, false).ctrl).toBe(true);
    expect(toolPointer(pointerEvent({ ctrlKey: true }), frame, true)).toMatchObject({
      ctrl: true,
      space: true,
    });
  });
});
