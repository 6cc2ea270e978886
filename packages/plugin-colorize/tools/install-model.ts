/**
 * `node tools/install-model.ts FILE.onnx`: makes a trained network the plugin's own. Checks that it is one,
 * and that it answers as it did in training where FILE.probe.json lies beside it; then copies it to
 * models/ and writes its size, checksum and stored answer into koma-plugin.json.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ort from 'onnxruntime-node';
import { createOrtEngine } from '@koma/core/inference';
import { decodeModel } from '@koma/core/onnx';
import { COLORIZER } from '../src/run-network.ts';
import { makeProbe } from './make-probe.ts';
import { signatureProblem } from './network-signature.ts';
import { distanceFromTraining, type TrainingProbe } from './training-probe.ts';

const PLUGIN = join(import.meta.dirname, '..');
const MODEL_FILE = `models/${COLORIZER}.onnx`;
/** PyTorch and ONNX Runtime add up in another order. */
const TOLERANCE = 1e-3;

/**
 * @param plugin the folder with the plugin's koma-plugin.json
 * @returns a line that says what was installed
 * @throws Error with what is wrong, before anything is written
 */
export async function installModel(file: string, plugin = PLUGIN): Promise<string> {
  const bytes = new Uint8Array(readFileSync(file));
  const problem = signatureProblem(decodeModel(bytes));
  if (problem !== undefined) throw new Error(`${file} cannot be installed: ${problem}.`);
  const engine = createOrtEngine(ort, { name: 'native', threads: 1, executionProviders: ['cpu'] });
  const session = await engine.createSession(bytes);
  const answers = file.replace(/\.onnx$/, '.probe.json');
  if (existsSync(answers)) {
    const distance = await distanceFromTraining(
      session,
      JSON.parse(readFileSync(answers, 'utf8')) as TrainingProbe,
    );
    // Written so that NaN fails.
    if (!(distance <= TOLERANCE))
      throw new Error(`${file} answers otherwise than in training: ${distance} from ${answers}.`);
  }
  const entry = {
    id: COLORIZER,
    file: MODEL_FILE,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    license: 'MIT',
    attribution: 'Koma Studio, trained from scratch: see models/MODEL_CARD.md',
    probe: await makeProbe(session),
  };
  await session.release();

  mkdirSync(join(plugin, 'models'), { recursive: true });
  writeFileSync(join(plugin, MODEL_FILE), bytes);
  const manifestFile = join(plugin, 'koma-plugin.json');
  const manifest = { ...(JSON.parse(readFileSync(manifestFile, 'utf8')) as object), models: [entry] };
  writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
  return `${MODEL_FILE}: ${entry.bytes} bytes, sha256 ${entry.sha256}`;
}

/** Lays the manifest out as `npm run format` does. */
async function tidy(file: string): Promise<void> {
  const prettier = await import('prettier');
  const options = { ...(await prettier.resolveConfig(file)), filepath: file };
  // Prettier keeps objects spread out that were, so it gets them in one line.
  const json = JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, await prettier.format(json, options));
}

if (import.meta.main) {
  const [file, ...rest] = process.argv.slice(2);
  if (file === undefined || rest.length > 0) {
    console.error('usage: node tools/install-model.ts FILE.onnx');
    process.exitCode = 2;
  } else {
    try {
      console.log(await installModel(file));
      await tidy(join(PLUGIN, 'koma-plugin.json'));
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
}
