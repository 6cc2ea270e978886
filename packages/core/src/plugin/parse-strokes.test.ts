import { describe, expect, it } from 'vitest';
import { MAX_STROKE_NAMES, parseStrokes, strokeNames } from './parse-strokes.ts';

const stroke = { label: 'fg', radius: 3, points: [[1.5, -2]] };

describe('parseStrokes', () => {
  it('takes strokes as files hold them', () => {
    const all = [
      stroke,
      {
        label: '髪 1',
        radius: 0.5,
        hard: true,
        points: [
          [0, 0],
          [1e6, -1e6],
        ],
      },
      {
        label: 'bg',
        radius: 1,
        shape: 'outside',
        points: [
          [0, 0],
          [9, 0],
          [9, 9],
        ],
      },
      { label: 'erase', radius: 4, hard: false, points: [[2, 2]] },
    ];
    for (const strokes of [[], all]) expect(parseStrokes({ strokes })).toEqual({ strokes });
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, 'strokes: '],
    ['a bare list', [stroke], 'strokes: '],
    ['no strokes', {}, 'strokes: '],
    ['an unknown key', { strokes: [], page: 1 }, '"page"'],
    ['an unknown key of a stroke', { strokes: [{ ...stroke, colour: 'red' }] }, 'strokes.0'],
    ['no stroke', { strokes: [null] }, 'strokes.0'],
    ['no label', { strokes: [{ ...stroke, label: undefined }] }, 'strokes.0.label'],
    ['an empty label', { strokes: [{ ...stroke, label: '' }] }, 'strokes.0.label'],
    ['a label that is a path', { strokes: [{ ...stroke, label: '../hair' }] }, 'strokes.0.label'],
    ['a label with a line break', { strokes: [{ ...stroke, label: 'a\nb' }] }, 'strokes.0.label'],
    ['a label that ends with a space', { strokes: [{ ...stroke, label: 'hair ' }] }, 'strokes.0.label'],
    ['a long label', { strokes: [{ ...stroke, label: 'x'.repeat(65) }] }, 'strokes.0.label'],
    ['no radius', { strokes: [stroke, { ...stroke, radius: 0 }] }, 'strokes.1.radius'],
    ['an endless radius', { strokes: [{ ...stroke, radius: Infinity }] }, 'strokes.0.radius'],
    ['no points', { strokes: [{ ...stroke, points: [] }] }, 'strokes.0.points'],
    ['points that are no list', { strokes: [{ ...stroke, points: '1,2' }] }, 'strokes.0.points'],
    [
      'a point of three',
      {
        strokes: [
          {
            ...stroke,
            points: [
              [1, 2],
              [1, 2, 3],
            ],
          },
        ],
      },
      'strokes.0.points.1',
    ],
    ['a point that is nowhere', { strokes: [{ ...stroke, points: [[1, NaN]] }] }, 'strokes.0.points.0'],
    ['a point far away', { strokes: [{ ...stroke, points: [[1, 2e6]] }] }, 'strokes.0.points.0'],
    ['a point of text', { strokes: [{ ...stroke, points: [['1', 2]] }] }, 'strokes.0.points.0'],
    ['a wrong shape', { strokes: [{ ...stroke, shape: 'star' }] }, 'strokes.0.shape'],
    ['half a hard stroke', { strokes: [{ ...stroke, hard: 0.5 }] }, 'strokes.0.hard'],
    ['too many strokes', { strokes: Array.from({ length: 10_001 }, () => stroke) }, 'strokes: '],
    [
      'too many points',
      {
        strokes: Array.from({ length: 6 }, () => ({
          ...stroke,
          points: Array.from({ length: 1e5 }, () => [0, 0]),
        })),
      },
      'points',
    ],
    [
      'too many names',
      { strokes: Array.from({ length: MAX_STROKE_NAMES + 1 }, (_, i) => ({ ...stroke, label: `n${i}` })) },
      'names',
    ],
  ])('refuses %s and says where', (_what, json, place) => {
    expect(() => parseStrokes(json)).toThrow(
      expect.objectContaining({
        code: 'PARAMETER_INVALID',
        message: expect.stringMatching(/^These strokes are not valid \(.+\)\.$/),
        details: { param: 'strokes' },
      }),
    );
    expect(() => parseStrokes(json)).toThrow(place);
  });
});

it('names of strokes begin with fg, whatever comes first, and leave out what has a meaning of its own', () => {
  const labels = ['bg', 'hair', 'erase', 'fg', 'skin', 'edge', 'hair'];
  expect(strokeNames(labels.map((label) => ({ label, radius: 1, points: [[0, 0]] })))).toEqual([
    'fg',
    'hair',
    'skin',
  ]);
  expect(strokeNames([])).toEqual(['fg']);
});
