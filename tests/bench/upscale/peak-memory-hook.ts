/**
 * Preloaded into a measured process (`node --import`): on exit it writes the largest resident set
 * size, in bytes, to the file that KOMA_PEAK_MEMORY names.
 */
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env['KOMA_PEAK_MEMORY']!, String(peakBytes())));

/** getrusage's figure can be the parent's from before exec; Linux has one of this program alone. */
function peakBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) * 1024;
}
