import { describe, expect, it } from 'vitest';
import { safeFileName } from './safe-file-name.ts';

describe('safeFileName', () => {
  it('takes out what file systems refuse, and nothing else', () => {
    expect(safeFileName('a/b\\c:d*e?"f"<g>|\n')).toBe('a_b_c_d_e__f__g___');
    expect(safeFileName(' 花火 さくら (2).final ')).toBe('花火 さくら (2).final');
  });

  it('never leaves a file without a name', () => {
    expect(safeFileName('  ')).toBe('koma');
  });
});
