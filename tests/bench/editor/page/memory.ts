import type { BenchDocument } from './bench-document.ts';
import { documentBytes } from './history.ts';

export interface MemoryResult {
  /** Bytes of the tiles that are not empty, as they are stored. */
  readonly tiles: number;
  /** Bytes that the store has taken for them, unused parts of its slabs included. */
  readonly reserved: number;
}

/** What the document takes right after it was made. */
export function memory({ engine }: BenchDocument): MemoryResult {
  return { tiles: documentBytes(engine), reserved: engine.store.reservedBytes };
}
