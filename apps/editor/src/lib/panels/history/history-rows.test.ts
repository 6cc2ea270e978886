import { expect, it } from 'vitest';
import { historyRows } from './history-rows.ts';

it('begins with the opening of the document, which cannot be undone', () => {
  expect(historyRows(['history.open', 'history.paint'], 1)).toEqual([
    { done: 1, label: 'history.open' },
    { done: 2, label: 'history.paint' },
  ]);
});

it('begins with a nameless state where the steps before it have been forgotten', () => {
  expect(historyRows(['history.paint', 'history.fill'], 0)).toEqual([
    { done: 0, label: undefined },
    { done: 1, label: 'history.paint' },
    { done: 2, label: 'history.fill' },
  ]);
});

it('an untouched studio has the one state in which nothing is open', () => {
  expect(historyRows([], 0)).toEqual([{ done: 0, label: undefined }]);
});
