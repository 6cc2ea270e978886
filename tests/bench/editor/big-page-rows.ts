import { info, log, must, type BenchRow } from '../bench-row.ts';
import { BenchPage } from './bench-page.ts';
import { rendererMemory } from './renderer-memory.ts';

const MEGABYTE = 1e6;
/** Milliseconds between two looks at the memory of the process. */
const INTERVAL = 200;

/** The memory of a B4 page at 600 dpi with ten layers of screentone, in a browser of its own. */
export async function* bigPageRows(): AsyncGenerator<BenchRow> {
  log('a B4 page at 600 dpi');
  const page = await BenchPage.start();
  let peak = 0;
  const look = async (): Promise<void> => {
    peak = Math.max(peak, (await rendererMemory(page.browser)) ?? 0);
  };
  const timer = setInterval(() => void look(), INTERVAL);
  try {
    const { tiles, reserved, mips, canvases } = await page.ask('bigPage');
    clearInterval(timer);
    await look();
    yield must('memory.b4', (reserved + mips + canvases) / MEGABYTE, 'MB', '<=600');
    yield info('memory.b4.tiles', tiles / MEGABYTE, 'MB');
    yield info('memory.b4.mips', mips / MEGABYTE, 'MB');
    yield info('memory.b4.canvases', canvases / MEGABYTE, 'MB');
    if (peak > 0) yield must('memory.b4.process-peak', peak / MEGABYTE, 'MB', '<=600');
    else log('the memory of the renderer process cannot be read here');
  } finally {
    clearInterval(timer);
    await page.stop();
  }
}
