import { LABEL_VERSION, partClasses, type Split } from '@koma/character';
import { VERSION } from '../version.ts';
import type { Baseline, Example } from './baseline.ts';
import { TRUTH_FOLDERS } from './dataset-files.ts';

/** What the data card tells about how the data set was made. */
export interface DatasetFacts {
  readonly count: number;
  readonly seed: number;
  readonly size: number;
  /** Wishes as typed. */
  readonly given: readonly string[];
}

/** The data card, README.md, as Markdown. */
export function dataCard(
  facts: DatasetFacts,
  examples: readonly Example[],
  baselines: readonly Baseline[],
): string {
  const { count, seed, size, given } = facts;
  const splits = (['train', 'val', 'test'] as const).map(
    (split) => `| ${split} | ${countOf(examples, split)} | \`labels/${split}.jsonl\` |`,
  );
  const command = [
    'koma dataset',
    '--out DIR',
    `--count ${count}`,
    `--seed ${seed}`,
    `--size ${size}`,
    ...given.map((wish) => `--set ${wish}`),
  ];
  return `---
license: cc0-1.0
pretty_name: Koma characters
tags: [anime, manga, synthetic]
---

# Koma characters

${count} drawn anime characters with their full truth: line art, flats, shade, highlights, part maps, tags and
key points. Every picture comes from attributes and a seed by Koma's drawing engine; nothing was copied,
photographed or learnt from anybody's pictures, and no character is a real person.

## Licence

To the extent possible under law, the authors of Koma have waived all copyright and related or neighbouring
rights to this data set: [CC0 1.0 Universal](https://creativecommons.org/publicdomain/zero/1.0/). Use it for
anything, without asking or naming anyone.

## Splits

A picture's split depends on its seed alone (a hash; 80 % train, 10 % val, 10 % test), so larger runs of the
same seeds only add pictures to each.

| split | pictures | labels |
| --- | ---: | --- |
${splits.join('\n')}

## Files

| folder | what is in \`SEED.png\` |
| --- | --- |
| \`${TRUTH_FOLDERS.image}\` | The picture; its PNG text chunk \`koma-character\` holds the attributes. |
| \`${TRUTH_FOLDERS.lineArt}\` | Line art alone, 8-bit grey, black on white. |
| \`${TRUTH_FOLDERS.flats}\` | Flat colours alone, hard edges. |
| \`${TRUTH_FOLDERS.shade}\` | Shade mask, 8-bit grey, white in the shade. |
| \`${TRUTH_FOLDERS.highlight}\` | Highlight mask, 8-bit grey. |
| \`${TRUTH_FOLDERS.parts}\` | Part map, 8-bit grey: each value is a class of \`classes.json\` (0 ${partClasses[0]}, ${partClasses.length} in all). |
| \`${TRUTH_FOLDERS.figure}\` | How much of the figure covers a pixel, 8-bit grey. |

All files of a seed have one size; the longer side has ${size} pixels.

## Labels

One JSON object a line. Version ${LABEL_VERSION}; lengths in pixels, x to the right, y down.

| field | meaning |
| --- | --- |
| \`image\`, \`split\` | The picture's path and its split. |
| \`version\`, \`seed\`, \`width\`, \`height\` | Of the label format; of the picture. |
| \`attributes\` | Every attribute by name: choices, numbers, colours. |
| \`tags\` | As image boards tag pictures. |
| \`face\` | x, y, width, height of the box around the skin of the face, or null. |
| \`keyPoints\` | By name: x, y, visibility (0 outside the picture, 1 hidden, 2 seen). Left and right are the character's own. |
| \`parts\` | Names of the parts from the back to the front, which is the order of occlusion. |

## Tasks and baselines

Scores are of the test split, by methods that look at almost nothing: what a model has to beat.

${baselines.map(baselineSection).join('\n')}
## Sampling

Every choice takes each of its options equally often and numbers fill their whole range, independently of each
other, so that no label tells another. This is not how often artists draw them.${given.length > 0 ? ` Fixed by wish: ${given.join(', ')}.` : ''}

## Limits

One drawing style with variations, one figure a picture, drawn backgrounds only. Tags come from attributes: they
say what is drawn, also where another part covers it.

## Reproduce

Made with Koma ${VERSION}. The same command gives the same bytes:

\`\`\`sh
${command.join(' ')}
\`\`\`
`;
}

const countOf = (examples: readonly Example[], split: Split): number =>
  examples.filter((example) => example.split === split).length;

function baselineSection({
  task,
  given,
  wanted,
  metric,
  method,
  scores,
  trainCount,
  testCount,
}: Baseline): string {
  const values = Object.entries(scores).map(
    ([name, value]) => `${name} **${Number.isNaN(value) ? 'n/a' : value.toFixed(3)}**`,
  );
  return `### ${task}

- Given: ${given}. Wanted: ${wanted}.
- Metric: ${metric}.
- Baseline: ${method}.
- Score: ${values.join(', ')} (${trainCount > 0 ? `fitted on ${trainCount}, ` : ''}scored on ${testCount} pictures).
`;
}
