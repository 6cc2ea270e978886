import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

/**
 * Bytes that the largest of a browser's renderer processes holds for itself: heap and shared memory, not
 * the program and its libraries.
 * @returns undefined where the system does not tell (it is Linux that does)
 */
export async function rendererMemory(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    const sizes = renderers.map(({ id }) => residentBytes(readFileSync(`/proc/${id}/status`, 'utf8')));
    return sizes.length > 0 ? Math.max(...sizes) : undefined;
  } catch {
    return undefined;
  } finally {
    await session.detach();
  }
}

/** Anonymous and shared memory that is resident. @param status text of `/proc/PID/status` */
export function residentBytes(status: string): number {
  let kibibytes = 0;
  for (const name of ['RssAnon', 'RssShmem'])
    kibibytes += Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]);
  if (Number.isNaN(kibibytes)) throw new Error('The system does not tell the memory of a process.');
  return kibibytes * 1024;
}
