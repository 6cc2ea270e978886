import { describe, expect, it } from 'vitest';
import { openSpill } from './opfs-spill.ts';

type Browser = NonNullable<Parameters<typeof openSpill>[0]>;

/** Lets `turns` other things happen first, as messages between a browser's processes do. */
async function wait(turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** A browser with one folder; `grant` is how long a lock takes, `refuse` whether files cannot be opened. */
function fakeBrowser({ grant = 0, refuse = false } = {}) {
  const files = new Set<string>();
  const held = new Set<string>();
  const unlocked: string[] = [];
  const folder = {
    async getFileHandle(name: string) {
      if (!held.has(`koma-history/${name}`)) unlocked.push(name);
      files.add(name);
      await wait(1);
      return {
        async createSyncAccessHandle() {
          if (refuse) throw new Error('no more handles');
          return { read: () => 0, write: (from: Uint8Array) => from.length };
        },
      };
    },
    async *keys() {
      for (const name of files.values().toArray()) {
        await wait(1);
        yield name;
      }
    },
    async removeEntry(name: string) {
      files.delete(name);
    },
  };
  const locks = {
    async request(name: string, whileHeld: () => Promise<void>) {
      await wait(grant);
      held.add(name);
      try {
        await whileHeld();
      } finally {
        held.delete(name);
      }
    },
    async query() {
      await wait(1);
      return { held: [...held].map((name) => ({ name })) };
    },
  };
  const storage = { getDirectory: async () => ({ getDirectoryHandle: async () => folder }) };
  return { browser: { storage, locks } as unknown as Browser, files, held, unlocked };
}

describe('the file of the history', () => {
  it('is there and takes tiles, under a lock that is kept', async () => {
    const { browser, files, held } = fakeBrowser();
    const spill = await openSpill(browser);
    expect(spill!.write(new Uint8Array(8))).toBe(0);
    expect([...held]).toEqual([...files].map((name) => `koma-history/${name}`));
    expect(files.size).toBe(1);
  });

  it.each([0, 1, 5, 20])(
    'of no tab is deleted by another that starts, locks taking %i turns',
    async (grant) => {
      const { browser, files, held, unlocked } = fakeBrowser({ grant });
      const tabs = Array.from({ length: 6 }, async (_, i) => {
        await wait(i * 2);
        return openSpill(browser);
      });
      expect((await Promise.all(tabs)).every(Boolean)).toBe(true);
      expect(unlocked).toEqual([]);
      expect(files.size).toBe(6);
      expect(held.size).toBe(6);
    },
  );

  it('is deleted once its tab is gone', async () => {
    const { browser, files, held } = fakeBrowser();
    files.add('left behind');
    await openSpill(browser);
    const [first] = files;
    expect([...files]).toEqual([expect.not.stringMatching('left behind')]);
    held.clear();
    await openSpill(browser);
    expect(files.size).toBe(1);
    expect(files.has(first!)).toBe(false);
  });

  it('is not, where the browser gives none, and its lock is free again', async () => {
    const { browser, held } = fakeBrowser({ refuse: true });
    expect(await openSpill(browser)).toBeUndefined();
    await wait(2);
    expect(held.size).toBe(0);
    expect(await openSpill({} as Browser)).toBeUndefined();
  });
});
