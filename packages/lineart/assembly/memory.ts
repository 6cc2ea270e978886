/** The first address that structures may have; a multiple of 64, never 0. */
export const BASE: usize = 1024;

/** Makes the memory at least `bytes` long; what is new is zero. False where there is not enough. */
export function reserve(bytes: u64): bool {
  const pages = <i64>((bytes + 65535) >> 16) - <i64>memory.size();
  if (pages <= 0) return true;
  if (pages > 65536) return false;
  return memory.grow(<i32>pages) >= 0;
}
