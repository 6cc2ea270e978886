import type { CharacterLabel } from '@koma/character';
import { mean, type Baseline, type Example } from './baseline.ts';

/** Share of the figure's longer side within which a key point counts as found. */
const PCK_SHARE = 0.1;

/** Tagging and key points: what needs only labels. */
export function labelBaselines(examples: readonly Example[]): Baseline[] {
  const labelsOf = (split: Example['split']): CharacterLabel[] =>
    examples.filter((example) => example.split === split).map(({ label }) => label);
  const [train, test] = [labelsOf('train'), labelsOf('test')];
  const counts = { trainCount: train.length, testCount: test.length };
  return [
    {
      task: 'Tagging',
      given: '`images`',
      wanted: '`tags` of the label',
      metric:
        'Over the tags that the training split has and the test split has at least once: mean average precision, ties in the score ranked as their expected precision, and mean accuracy at a score of 0.5 (0-1)',
      method: 'Every tag gets the share of training pictures that have it as its score',
      scores: taggingScores(train, test),
      ...counts,
    },
    {
      task: 'Pose',
      given: '`images`',
      wanted: '`keyPoints` of the label',
      metric: `PCK@${PCK_SHARE}: the share of key points with visibility 1 or 2 that lie within ${PCK_SHARE} × the longer side of the box around the picture's key points (0-1)`,
      method:
        "Every key point is put at its mean place in the training split, as a fraction of the picture's size",
      scores: { [`PCK@${PCK_SHARE}`]: poseScore(train, test) },
      ...counts,
    },
  ];
}

function taggingScores(
  train: readonly CharacterLabel[],
  test: readonly CharacterLabel[],
): Record<string, number> {
  const share = (labels: readonly CharacterLabel[], tag: string): number =>
    mean(labels.map(({ tags }) => Number(tags.includes(tag))));
  const tags = [...new Set(train.flatMap((label) => label.tags))].filter((tag) => share(test, tag) > 0);
  // All pictures tie on a constant score, and the expected precision of a random order is the tag's share.
  const precision = tags.map((tag) => share(test, tag));
  const accuracy = tags.map((tag) => (share(train, tag) >= 0.5 ? share(test, tag) : 1 - share(test, tag)));
  return { mAP: mean(precision), accuracy: mean(accuracy) };
}

function poseScore(train: readonly CharacterLabel[], test: readonly CharacterLabel[]): number {
  const sums = new Map<string, { x: number; y: number; count: number }>();
  for (const { keyPoints, width, height } of train)
    for (const [name, [x, y, visibility]] of Object.entries(keyPoints)) {
      if (visibility === 0) continue;
      const sum = sums.get(name) ?? { x: 0, y: 0, count: 0 };
      sums.set(name, { x: sum.x + x / width, y: sum.y + y / height, count: sum.count + 1 });
    }
  const hits: number[] = [];
  for (const { keyPoints, width, height } of test) {
    const points = Object.entries(keyPoints).filter(([, [, , visibility]]) => visibility > 0);
    const xs = points.map(([, [x]]) => x);
    const ys = points.map(([, [, y]]) => y);
    const reach = PCK_SHARE * Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    for (const [name, [x, y]] of points) {
      const sum = sums.get(name);
      const near =
        sum && Math.hypot((sum.x / sum.count) * width - x, (sum.y / sum.count) * height - y) <= reach;
      hits.push(near ? 1 : 0);
    }
  }
  return mean(hits);
}
