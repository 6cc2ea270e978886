import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleCharacter, type Character } from '@koma/character';
import { encodeDocument } from '../encode-document.ts';
import { encodePicture } from '../encode-picture.ts';
import { assertReachable } from '../output-target.ts';
import { replaceFile } from '../replace-file.ts';
import { Reporter } from '../reporter.ts';
import type { Streams } from '../run-command.ts';
import { RunLog } from '../run-log.ts';
import { ContactSheet } from './contact-sheet.ts';
import type { GenerateInvocation } from './generate-invocation.ts';
import { layeredPicture } from './layered-picture.ts';
import { drawPicture, picturePixels, picturePng } from './picture.ts';
import { readCharacter } from './read-character.ts';
import type { Wishes } from './read-wishes.ts';
import { pictureLabel, writePicture } from './write-picture.ts';

/** The contact sheet in a folder. */
const SHEET = 'sheet.png';

/**
 * `koma generate`: draws characters into a folder, one file, or one contact sheet.
 * @returns the exit code
 * @throws UsageError before any work
 */
export async function runGenerate(invocation: GenerateInvocation, streams: Streams): Promise<number> {
  const { target, count, json, quiet } = invocation;
  await assertReachable(target.path, target.kind === 'folder' ? 'folder' : 'file');
  const characters = await charactersOf(invocation);
  const withSheet = target.kind === 'sheet' || (target.kind === 'folder' && invocation.sheet && count > 1);
  const total = target.kind === 'folder' ? count + Number(withSheet) : 1;
  const run = new RunLog(new Reporter(total, { json, quiet, ...streams }));
  if (target.kind === 'file')
    await run.do(`seed ${characters.seed(0)}`, target.path, async (note) =>
      writePicture(characters.at(0), invocation.size, target.type, target.path, note),
    );
  else if (target.kind === 'sheet')
    await run.do(`${count} seeds`, target.path, async (_, progress) => {
      const sheet = new ContactSheet();
      const shown = Math.min(count, ContactSheet.MAX_PICTURES);
      for (let i = 0; i < shown; i++) {
        sheet.add(picturePixels(drawPicture(characters.at(i), invocation.size)));
        progress((i + 1) / shown);
      }
      await writeSheet(sheet, target.path);
    });
  else await intoFolder(invocation, characters, withSheet ? new ContactSheet() : undefined, run);
  return run.finish();
}

/** The characters of a command line by their index. */
interface Characters {
  seed(index: number): number;
  at(index: number): Character;
}

async function charactersOf({ character, seed, wishes }: GenerateInvocation): Promise<Characters> {
  const given = character === undefined ? undefined : await readCharacter(character);
  const { seed: givenSeed = 0, ...attributes } = given ?? {};
  const first = seed ?? givenSeed;
  const all = { ...attributes, ...wishes } as Wishes;
  return {
    seed: (index) => first + index,
    at: (index) => sampleCharacter(first + index, { wishes: all }),
  };
}

async function intoFolder(
  invocation: GenerateInvocation,
  characters: Characters,
  sheet: ContactSheet | undefined,
  run: RunLog,
): Promise<void> {
  const { target, count, size, layers, labels, force } = invocation;
  const sheetPath = join(target.path, SHEET);
  let fresh = force || !(await isFile(sheetPath));
  const skipped: boolean[] = [];
  for (let i = 0; i < count; i++) {
    const base = join(target.path, String(characters.seed(i)));
    const files = [
      `${base}.png`,
      ...(layers ? [`${base}.${layers}`] : []),
      ...(labels ? [`${base}.json`] : []),
    ];
    skipped.push(!force && (await Promise.all(files.map(isFile))).every(Boolean));
  }
  fresh ||= skipped.includes(false);
  for (let i = 0; i < count; i++) {
    const base = join(target.path, String(characters.seed(i)));
    const path = `${base}.png`;
    const name = `seed ${characters.seed(i)}`;
    const onSheet = sheet !== undefined && fresh && i < ContactSheet.MAX_PICTURES;
    if (skipped[i]) {
      if (onSheet) sheet.add(picturePixels(drawPicture(characters.at(i), size)));
      run.skip(name, path);
      continue;
    }
    await run.do(name, path, async (note) => {
      const picture = drawPicture(characters.at(i), size);
      const image = picturePixels(picture);
      if (onSheet) sheet.add(image);
      if (labels) await replaceFile(`${base}.json`, new TextEncoder().encode(pictureLabel(picture)));
      if (layers)
        await replaceFile(
          `${base}.${layers}`,
          await encodeDocument(layeredPicture(picture, name), layers, note),
        );
      // Last, so that a picture that is there has everything.
      await replaceFile(path, await picturePng(picture.character, image));
    });
  }
  if (sheet === undefined) return;
  if (!fresh) return run.skip('contact sheet', sheetPath);
  await run.do('contact sheet', sheetPath, () => writeSheet(sheet, sheetPath));
  if (count > ContactSheet.MAX_PICTURES)
    run.note(`The contact sheet shows the first ${ContactSheet.MAX_PICTURES} pictures.`);
}

async function writeSheet(sheet: ContactSheet, path: string): Promise<void> {
  await replaceFile(path, await encodePicture(sheet.image(), { format: 'png', quality: 100 }));
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}
