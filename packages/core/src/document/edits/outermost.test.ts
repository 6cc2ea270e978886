import { expect, it } from 'vitest';
import { outermost } from './outermost.ts';
import { Page } from './page.test-helper.ts';

it('leaves out what is in chosen groups, and orders from the bottom up', () => {
  const { page } = new Page(9, 9, (make) => [
    make.layer('paper'),
    make.group('figure', [make.layer('flats'), make.group('shade', [make.layer('soft')])]),
    make.layer('ink'),
  ]);
  const names = (...ids: string[]) => outermost(page, ids).map(({ name }) => name);
  expect(names('ink', 'soft', 'figure', 'paper')).toEqual(['paper', 'figure', 'ink']);
  expect(names('soft', 'flats')).toEqual(['flats', 'soft']);
  expect(names('nobody')).toEqual([]);
});
