import type { Stroke } from '@koma/core/plugin';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addStrokes,
  changeStrokes,
  redoStroke,
  renameLabel,
  startHistory,
  undoStroke,
} from './stroke-history.ts';

const stroke = (x: number, label = 'fg'): Stroke => ({ label, radius: 4, points: [[x, 0]] });
const [A, B, C] = [stroke(1), stroke(2, 'bg'), stroke(3)];

describe('the history of strokes', () => {
  it('takes gestures back and does them again, those of several strokes as one', () => {
    const drawn = addStrokes(addStrokes(startHistory(), A), B, C);
    expect(undoStroke(drawn).present).toEqual([A]);
    expect(undoStroke(undoStroke(drawn)).present).toEqual([]);
    expect(redoStroke(redoStroke(undoStroke(undoStroke(drawn))))).toEqual(drawn);
  });

  it('goes no further than its ends', () => {
    const opened = startHistory([A]);
    expect(undoStroke(opened)).toBe(opened);
    expect(redoStroke(opened)).toBe(opened);
  });

  it('forgets what was undone once something else is drawn', () => {
    const drawn = addStrokes(undoStroke(addStrokes(startHistory(), A)), B);
    expect(redoStroke(drawn).present).toEqual([B]);
  });

  it('takes all strokes away as a step that can be undone, and notices where there were none', () => {
    const cleared = changeStrokes(addStrokes(startHistory(), A, B), []);
    expect(undoStroke(cleared).present).toEqual([A, B]);
    expect(changeStrokes(cleared, []).past).toHaveLength(cleared.past.length);
  });

  it('renames a label wherever undo and redo lead', () => {
    const drawn = undoStroke(addStrokes(addStrokes(startHistory(), A, B), C));
    const renamed = renameLabel(drawn, 'fg', 'Hair');
    expect(renamed.present.map(({ label }) => label)).toEqual(['Hair', 'bg']);
    expect(redoStroke(renamed).present.map(({ label }) => label)).toEqual(['Hair', 'bg', 'Hair']);
    expect(renamed.present[0]).toBe(redoStroke(renamed).present[0]);
  });

  it('is what a list of states with a finger on it is', () => {
    const actions = fc.array(fc.constantFrom('add', 'clear', 'undo', 'redo'), { maxLength: 40 });
    fc.assert(
      fc.property(actions, (list) => {
        let history = startHistory();
        let states: (readonly Stroke[])[] = [[]];
        let finger = 0;
        for (const [i, action] of list.entries()) {
          if (action === 'undo') {
            history = undoStroke(history);
            finger = Math.max(0, finger - 1);
          } else if (action === 'redo') {
            history = redoStroke(history);
            finger = Math.min(states.length - 1, finger + 1);
          } else {
            const now = states[finger]!;
            const next = action === 'add' ? [...now, stroke(i)] : [];
            history = action === 'add' ? addStrokes(history, stroke(i)) : changeStrokes(history, []);
            states = states.slice(0, finger + 1);
            if (action === 'add' || now.length > 0) states.push(next);
            finger = states.length - 1;
          }
          expect(history.present).toEqual(states[finger]);
        }
      }),
    );
  });
});
