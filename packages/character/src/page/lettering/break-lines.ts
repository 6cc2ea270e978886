import { lineWidth } from './letter-line.ts';

/**
 * Breaks a text into lines for a balloon: of all ways to break it into `count` lines, the one whose lines
 * come nearest to an oval, short at the top and the bottom. Texts of balloons are short, so all ways are
 * tried by dynamic programming over words.
 *
 * @param count How many lines; fewer where there are fewer words.
 */
export function breakLines(text: string, count: number, size: number): string[] {
  const words = text.split(' ').filter((word) => word !== '');
  const lines = Math.max(1, Math.min(count, words.length));
  const total = lineWidth(text, size);
  // Half widths of an ellipse at the middles of the lines; gentler than a true ellipse.
  const profile = Array.from({ length: lines }, (_, i) => {
    const y = (2 * (i + 0.5)) / lines - 1;
    return Math.sqrt(1 - 0.75 * y * y);
  });
  const sum = profile.reduce((a, b) => a + b, 0);
  const best: { cost: number; from: number }[][] = [[{ cost: 0, from: 0 }]];
  for (let line = 0; line < lines; line++) {
    const wish = (total * (profile[line] ?? 1)) / sum;
    const row: { cost: number; from: number }[] = [];
    for (let end = line + 1; end <= words.length; end++) {
      let choice = { cost: Infinity, from: 0 };
      for (let from = line; from < end; from++) {
        const before = best[line]?.[from];
        if (before === undefined || before.cost === Infinity) continue;
        const width = lineWidth(words.slice(from, end).join(' '), size);
        const cost = before.cost + (width - wish) ** 2;
        if (cost < choice.cost) choice = { cost, from };
      }
      row[end] = choice;
    }
    best.push(row);
  }
  const result: string[] = [];
  let end = words.length;
  for (let line = lines; line > 0; line--) {
    const from = best[line]?.[end]?.from ?? 0;
    result.unshift(words.slice(from, end).join(' '));
    end = from;
  }
  return result;
}
