import { describe, expect, it } from 'vitest';
import { checkSessionUpdate } from './check-session-update.ts';
import type { SessionUpdate } from './interactive.ts';
import { findOperation } from './find-contribution.ts';
import { tinyManifest } from './tiny-plugin.test-helper.ts';

const spec = findOperation(tinyManifest('cut'), 'cut');
const size = { width: 4, height: 3 };
const patch = { x: 1, y: 1, width: 3, height: 2, labels: Uint8Array.of(0, 1, 2, 2, 1, 0) };
const good = { names: ['fg', 'hair'], sharpness: 'quick', patch, leaks: [{ x0: 0, y0: -1, x1: 2.5, y1: 9 }] };

describe('checkSessionUpdate', () => {
  it('passes on what an answer is made of and nothing else', () => {
    expect(checkSessionUpdate(spec, size, { ...good, diary: 1 } as unknown as SessionUpdate)).toEqual(good);
    const bare = { names: ['fg'], sharpness: 'refined' } as const;
    expect(checkSessionUpdate(spec, size, bare)).toEqual(bare);
  });

  it('refuses what nobody could draw', () => {
    const wrong: unknown[] = [
      undefined,
      null,
      7,
      {},
      { ...good, names: 'fg' },
      { ...good, names: [1, 2] },
      { ...good, names: Array.from({ length: 256 }, String) },
      { ...good, sharpness: 'blunt' },
      { ...good, patch: null },
      { ...good, patch: { ...patch, x: 2 } },
      { ...good, patch: { ...patch, y: -1 } },
      { ...good, patch: { ...patch, y: 0.5 } },
      { ...good, patch: { ...patch, width: 2 } },
      { ...good, patch: { ...patch, labels: [...patch.labels] } },
      { ...good, patch: { ...patch, labels: Uint8Array.of(0, 1, 2, 3, 1, 0) } },
      { ...good, leaks: 'everywhere' },
      { ...good, leaks: [null] },
      { ...good, leaks: [{ x0: 0, y0: 0, x1: NaN, y1: 0 }] },
      { ...good, leaks: Array.from({ length: 10_001 }, () => good.leaks[0]) },
    ];
    for (const update of wrong)
      expect(() => checkSessionUpdate(spec, size, update as SessionUpdate)).toThrow(
        expect.objectContaining({ code: 'PLUGIN_FAILED' }),
      );
  });
});
