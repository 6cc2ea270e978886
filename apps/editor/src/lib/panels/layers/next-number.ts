/**
 * The number after the highest that names carry, so that no name comes twice.
 * @param write a name with a number in it
 */
export function nextNumber(names: readonly string[], write: (n: number | string) => string): number {
  const mark = '\u0000';
  const [before = '', after = ''] = write(mark).split(mark);
  let highest = 0;
  for (const name of names) {
    if (!name.startsWith(before) || !name.endsWith(after)) continue;
    const digits = name.slice(before.length, name.length - after.length);
    if (/^\d{1,9}$/.test(digits)) highest = Math.max(highest, Number(digits));
  }
  return highest + 1;
}
