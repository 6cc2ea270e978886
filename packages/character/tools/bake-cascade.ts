/**
 * `node packages/character/tools/bake-cascade.ts lbpcascade_animeface.xml`: packs OpenCV's XML of the anime
 * face cascade (https://github.com/nagadomi/lbpcascade_animeface, MIT) into `src/detect/cascade-data.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Name the XML file.');
const xml = readFileSync(path, 'utf8');

const numbers = (text: string): number[] => text.trim().split(/\s+/).map(Number);
const stages = Array.from(
  xml.matchAll(/<stageThreshold>([^<]+)<\/stageThreshold>\s*<weakClassifiers>([\s\S]*?)<\/weakClassifiers>/g),
  ([, threshold, weak]) => ({
    threshold: Number(threshold),
    stumps: Array.from(
      weak!.matchAll(/<internalNodes>([^<]+)<\/internalNodes>\s*<leafValues>([^<]+)<\/leafValues>/g),
      ([, nodes, leaves]) => ({ nodes: numbers(nodes!), leaves: numbers(leaves!) }),
    ),
  }),
);
const features = Array.from(xml.matchAll(/<rect>([^<]+)<\/rect>/g), ([, rect]) => numbers(rect!));
const stumps = stages.flatMap((stage) => stage.stumps);

// The layout that `load-cascade.ts` reads, little endian: three counts, then arrays of 4-byte numbers and,
// last, of bytes.
const words = 3 + stages.length * 2 + stumps.length * (2 + 8) + stumps.length;
const view = new DataView(new ArrayBuffer(words * 4 + features.length * 4));
let at = 0;
const whole = (value: number): void => {
  view.setInt32(at, value, true);
  at += 4;
};
const float = (value: number): void => {
  view.setFloat32(at, value, true);
  at += 4;
};
[stages.length, stumps.length, features.length].forEach(whole);
for (const { threshold } of stages) float(threshold);
for (const stage of stages) whole(stage.stumps.length);
for (const { leaves } of stumps) leaves.forEach(float);
for (const { nodes } of stumps) nodes.slice(3).forEach(whole);
for (const { nodes } of stumps) whole(nodes[2]!);
for (const rect of features) for (const value of rect) view.setUint8(at++, value);
if (at !== view.byteLength) throw new Error('The cascade is not as expected.');

const base64 = Buffer.from(view.buffer).toString('base64');
const lines = base64.match(/.{1,8000}/g)!.map((line) => `  '${line}',`);
writeFileSync(
  new URL('../src/detect/cascade-data.ts', import.meta.url),
  `// Made by tools/bake-cascade.ts from lbpcascade_animeface.xml, Copyright (C) 2011 by nagadomi@nurs.or.jp,
// under the MIT licence: see LICENSE.lbpcascade_animeface beside this file.

/** The anime face cascade in base64; \`load-cascade.ts\` says what is in it. */
// prettier-ignore
export const cascadeData = [
${lines.join('\n')}
].join('');
`,
);
console.log(`${stages.length} stages, ${stumps.length} stumps, ${features.length} features`);
