/**
 * What remains of a plugin's id where look-alikes are one: after the idea of Unicode Technical Standard 39, section 4,
 * for the letters that ids are made of. Two ids with one skeleton cannot be told apart at a glance.
 */
export function idSkeleton(id: string): string {
  return id
    .toLowerCase()
    .replace(/[.-]/g, '')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/cl/g, 'd')
    .replace(
      /[01i589]/g,
      (letter) => ({ '0': 'o', '1': 'l', i: 'l', '5': 's', '8': 'b', '9': 'g' })[letter]!,
    );
}

/** Cyrillic and Greek small letters that look like Latin ones. */
const LOOKALIKES = {
  a: 'аα',
  b: 'вβ',
  c: 'с',
  d: 'ԁ',
  e: 'еε',
  h: 'һн',
  i: 'іι',
  j: 'ј',
  k: 'кκ',
  l: 'ӏ',
  m: 'м',
  n: 'η',
  o: 'оο',
  p: 'рρ',
  q: 'ԛ',
  s: 'ѕ',
  t: 'тτ',
  u: 'υ',
  v: 'ν',
  w: 'ԝω',
  x: 'хχ',
  y: 'уγ',
};
const LATIN = new Map(
  Object.entries(LOOKALIKES).flatMap(([latin, others]) =>
    [...others].map((other) => [other, latin] as const),
  ),
);

/** What remains of a name that people read where width, case, spaces and the commonest look-alikes of other scripts are one. */
export function nameSkeleton(name: string): string {
  return [
    ...name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{Z}\p{P}\p{C}\p{M}]/gu, ''),
  ]
    .map((letter) => LATIN.get(letter) ?? letter)
    .join('');
}
