/** Opens a page of 2048 × 3000 pixels, draws on each of its panels, and prints a `PageMemory` as JSON. */
import { readFileSync, writeFileSync } from 'node:fs';
import { openPage } from './open-page.ts';
import { prototypePage } from './pages/prototype-page.ts';
import type { PageMemory } from './page-memory.ts';

/** Code, and what the engine sets aside for it, belongs to the program and not to the page. */
async function warmUp(): Promise<void> {
  const { image, panels } = prototypePage(1, 1024, 1500);
  const page = await openPage(image);
  await page.update(panels[0]!.first);
  await page.until('refined');
  page.close();
}

const collect = (globalThis as { gc?: () => void }).gc!;
const used = (): number => {
  collect();
  const { heapUsed, arrayBuffers, external } = process.memoryUsage();
  return heapUsed + Math.max(arrayBuffers, external);
};
const fromStatus = (name: string): number =>
  Number(new RegExp(`${name}:\\s*(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))![1]) * 1024;

await warmUp();
const { image, panels } = prototypePage(7);
const before = used();
// From here on the largest resident set is counted anew.
writeFileSync('/proc/self/clear_refs', '5');
const resident = fromStatus('VmRSS');
const page = await openPage(image);
for (const { first } of panels) {
  await page.update(first);
  await page.until('refined');
}
const peak = fromStatus('VmHWM') - resident;
const kept = used() - before;
page.close();
console.log(JSON.stringify({ peak, kept } satisfies PageMemory));
