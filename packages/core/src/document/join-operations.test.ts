import { describe, expect, test } from 'vitest';
import { joinOperations } from './join-operations.ts';
import type { Operation, PlainProperties } from './operation.ts';

const layer = (id: string, before: PlainProperties, after: PlainProperties): Operation => ({
  type: 'layer',
  id,
  before,
  after,
});
const size = { name: 'page', width: 1, height: 1, dpi: 350 };
const document = (before: number, after: number): Operation => ({
  type: 'document',
  before: { ...size, dpi: before },
  after: { ...size, dpi: after },
});

describe('two steps', () => {
  test('that change the same properties of the same layers are one from the first state to the last', () => {
    const first = [layer('a', { opacity: 1 }, { opacity: 0.9 }), document(350, 400)];
    const second = [layer('a', { opacity: 0.9 }, { opacity: 0.5 }), document(400, 600)];
    expect(joinOperations(first, second)).toEqual([
      layer('a', { opacity: 1 }, { opacity: 0.5 }),
      document(350, 600),
    ]);
  });

  const dim = layer('a', { opacity: 1 }, { opacity: 0.9 });
  test.each<readonly [string, readonly Operation[], readonly Operation[]]>([
    ['of other layers', [dim], [layer('b', { opacity: 1 }, { opacity: 0.9 })]],
    ['of other properties', [dim], [layer('a', { name: '' }, { name: 'line' })]],
    ['of a property more', [dim], [layer('a', { opacity: 0.9, name: '' }, { opacity: 0.5, name: 'line' })]],
    ['of a property less', [layer('a', { opacity: 1, name: '' }, { opacity: 0.9, name: 'line' })], [dim]],
    ['of a layer and of the document', [dim], [document(350, 600)]],
    ['of different number', [dim], [dim, dim]],
    [
      'of other kinds',
      [{ type: 'selection', before: undefined, after: new Map() }],
      [{ type: 'selection', before: new Map(), after: undefined }],
    ],
  ])('with changes %s are not joined', (_, first, second) => {
    expect(joinOperations(first, second)).toBeUndefined();
  });
});
