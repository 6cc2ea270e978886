import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { partClasses, splitOfSeed, type Split } from '@koma/character';
import { assertReachable } from '../output-target.ts';
import { replaceFile } from '../replace-file.ts';
import { Reporter } from '../reporter.ts';
import type { Streams } from '../run-command.ts';
import { RunLog } from '../run-log.ts';
import type { Example } from './baseline.ts';
import { dataCard } from './data-card.ts';
import type { DatasetInvocation } from './dataset-command.ts';
import { truthFile, truthPath } from './dataset-files.ts';
import { labelBaselines } from './label-baselines.ts';
import { pixelBaselines } from './pixel-baselines.ts';
import { sampleExample } from './sample-example.ts';
import { writeExample } from './write-example.ts';

const SPLITS: readonly Split[] = ['train', 'val', 'test'];

/**
 * `koma dataset`: draws pictures with their truth, then writes labels, baselines and the data card.
 * Pictures that are there already are kept, so a run that was broken off goes on.
 * @returns the exit code
 * @throws UsageError before any work
 */
export async function runDataset(invocation: DatasetInvocation, streams: Streams): Promise<number> {
  const { out, count, seed, size, wishes, force, json, quiet } = invocation;
  await assertReachable(out, 'folder');
  const run = new RunLog(new Reporter(count + 1, { json, quiet, ...streams }));
  const examples: Example[] = [];
  for (let i = 0; i < count; i++) {
    const own = seed + i;
    const path = truthFile(out, 'image', own);
    const character = sampleExample(own, wishes);
    const there = !force && (await isFile(path));
    const make = async (): Promise<void> => {
      const label = await writeExample(out, character, size, !there);
      examples.push({ seed: own, split: splitOfSeed(own), label });
    };
    await run.do(`seed ${own}`, path, make, there ? 'skipped' : 'done');
  }
  const card = join(out, 'README.md');
  await run.do('data card', card, () => writeCard(card, invocation, examples));
  return run.finish();
}

async function writeCard(
  path: string,
  invocation: DatasetInvocation,
  examples: readonly Example[],
): Promise<void> {
  const { out } = invocation;
  for (const split of SPLITS) {
    const lines = examples
      .filter((example) => example.split === split)
      .map(({ seed, label }) => `${JSON.stringify({ image: truthPath('image', seed), split, ...label })}\n`);
    await writeText(join(out, 'labels', `${split}.jsonl`), lines.join(''));
  }
  await writeText(join(out, 'classes.json'), `${JSON.stringify(partClasses, null, 2)}\n`);
  const baselines = [...(await pixelBaselines(out, examples)), ...labelBaselines(examples)];
  await writeText(join(out, 'baselines.json'), `${JSON.stringify(baselines, null, 2)}\n`);
  await writeText(path, dataCard(invocation, examples, baselines));
}

const writeText = (path: string, text: string): Promise<void> =>
  replaceFile(path, new TextEncoder().encode(text));

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}
