import { describe, expect, it } from 'vitest';
import { frameOf, textOf } from './frames.test-helper.ts';
import { InkPlane } from './ink-plane.ts';
import { keepStrands } from './keep-strands.ts';

/** What belongs to the subject (`x` and `s`) after its strands of ink (`#`) have been kept. */
function kept(...rows: readonly string[]): string[] {
  const frame = frameOf(...rows);
  const hard = frame.labels.slice();
  keepStrands(frame, new InkPlane(frame), hard, 1, 2);
  return textOf(frame, hard, rows[0]!.length, rows.length);
}

const blank = '..................................................';
const wide = (text: string): string => text.padEnd(50, '.');

describe('keepStrands', () => {
  it('keeps hairs and tips', () => {
    const rows = [
      blank,
      wide('sxx'),
      wide('sxx###########'),
      wide('sxx'),
      wide('sxx#'),
      wide('sxx####'),
      wide('sxx#'),
      blank,
    ];
    expect(kept(...rows)[2]!.slice(0, 16)).toBe('11111111111111..');
    expect(kept(...rows)[5]!.slice(0, 9)).toBe('1111111..');
  });

  it('drops what leads on or gets wider', () => {
    expect(kept(blank, wide('sxx'), wide('sxx').replaceAll('.', '#'), wide('sxx'), blank)[2]).toBe(
      wide('111'),
    );
    const blob = [
      wide('sxx......######'),
      wide('sxx......######'),
      wide('sxx############'),
      wide('sxx......######'),
    ];
    expect(kept(blank, ...blob, blank)[3]!.slice(0, 15)).toBe('111............');
  });

  it('drops dots of a tone that touch the line', () => {
    const tone = [wide('sxx##..##..##..##..##'), wide('sxx##..##..##..##..##'), wide('sxx'), wide('sxx')];
    expect(
      kept(...tone, ...tone, ...tone, ...tone, ...tone).every((row) => !row.slice(3).includes('1')),
    ).toBe(true);
  });

  it('gives tips inside of the subject to the background, but not its lines', () => {
    const rows = [
      blank,
      wide('.##ssssssssssssssssssss'),
      wide('.##xxxsssssssssssssssss'),
      wide('.##xxxxxxxxxxxxxxsssss'),
      blank,
    ];
    const frame = frameOf(...rows);
    const hard = frame.labels.slice();
    keepStrands(frame, new InkPlane(frame), hard, 0, 2);
    expect(textOf(frame, hard, 50, 5)[3]!.slice(0, 20)).toBe('...11111111111111111');
  });
});
