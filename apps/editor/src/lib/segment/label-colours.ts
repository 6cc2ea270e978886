/** Labels that have a meaning of their own; see `Stroke` in core. */
export const SUBJECT = 'fg';
export const BACKGROUND = 'bg';
export const ERASE = 'erase';
export const EDGE = 'edge';

/** The subject's colour, and what is not it. */
export const SUBJECT_COLOUR = '#2f8bff';
export const BACKGROUND_COLOUR = '#ff4759';
/** Borders drawn by hand, and the places where one is missing. */
export const EDGE_COLOUR = '#ffb020';

/** Colours of named areas, told apart on paper, ink and each other; then they begin again. */
const NAMED = [
  '#f28c1e',
  '#2fae4e',
  '#a65cf0',
  '#d9b300',
  '#14a8a0',
  '#ef5da8',
  '#9a6b3f',
  '#6b7bd6',
] as const;

/** An area of its own among several. */
export interface NamedLabel {
  readonly name: string;
  /** #rrggbb */
  readonly colour: string;
}

/** The next area: a colour that is not used as long as there is one. */
export function nextLabel(labels: readonly NamedLabel[], nameOf: (n: number) => string): NamedLabel {
  const names = new Set(labels.map(({ name }) => name));
  const used = new Set(labels.map(({ colour }) => colour));
  let n = labels.length + 1;
  while (names.has(nameOf(n))) n++;
  const colour = NAMED.find((one) => !used.has(one)) ?? NAMED[labels.length % NAMED.length]!;
  return { name: nameOf(n), colour };
}

/** Areas for the names that strokes use, those that are known first. */
export function labelsOf(names: readonly string[], known: readonly NamedLabel[] = []): NamedLabel[] {
  const labels = [...known];
  for (const name of names)
    if (!labels.some((label) => label.name === name)) labels.push(nextLabel(labels, () => name));
  return labels;
}

/** The colour of what a stroke says. */
export function colourOf(label: string, labels: readonly NamedLabel[]): string {
  if (label === SUBJECT) return SUBJECT_COLOUR;
  if (label === BACKGROUND) return BACKGROUND_COLOUR;
  if (label === EDGE) return EDGE_COLOUR;
  return labels.find(({ name }) => name === label)?.colour ?? SUBJECT_COLOUR;
}

/** Letters that are in no name, because names become file names; the rules are those of strokes. */
const FORBIDDEN = /[\p{Cc}\p{Cs}/\\:*?"<>|]/gu;
const LONGEST = 64;

/**
 * A name for an area out of what somebody typed.
 * @returns undefined where nothing is left, or another area has it
 */
export function labelName(text: string, others: readonly string[]): string | undefined {
  const name = text
    .replace(FORBIDDEN, '')
    .slice(0, LONGEST)
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  const isReserved = [SUBJECT, BACKGROUND, ERASE, EDGE].includes(name);
  return name === '' || isReserved || others.includes(name) ? undefined : name;
}
