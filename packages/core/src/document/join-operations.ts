import type { Operation } from './operation.ts';

/**
 * The operations of two steps as those of one, where the later only changes properties of layers or the
 * document that the earlier did, in the same order.
 * @returns undefined otherwise
 */
export function joinOperations(
  first: readonly Operation[],
  second: readonly Operation[],
): readonly Operation[] | undefined {
  if (first.length !== second.length) return undefined;
  const joined: Operation[] = [];
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [first[i]!, second[i]!];
    if (a.type === 'layer' && b.type === 'layer' && a.id === b.id) {
      const keys = Object.keys(a.after);
      const same = keys.length === Object.keys(b.after).length && keys.every((key) => key in b.after);
      if (!same) return undefined;
      joined.push({ ...b, before: a.before });
    } else if (a.type === 'document' && b.type === 'document') joined.push({ ...b, before: a.before });
    else return undefined;
  }
  return joined;
}
