import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ort from 'onnxruntime-node';
import { createOrtEngine, probeSession, type Session } from '@koma/core/inference';
import { decodeModel, encodeModel } from '@koma/core/onnx';
import { parseManifest, type PluginManifest } from '@koma/core/plugin';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { installModel } from './install-model.ts';
import { distanceFromTraining, trainingProbeInputs, type TrainingProbe } from './training-probe.ts';

const PLUGIN = join(import.meta.dirname, '..');
const MODEL = join(PLUGIN, 'models/colorizer.onnx');

const read = (folder: string): PluginManifest =>
  parseManifest(JSON.parse(readFileSync(join(folder, 'koma-plugin.json'), 'utf8')));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A copy of the plugin's manifest that names no model, and a folder for files. */
function emptyPlugin(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koma-colorize-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const json = JSON.parse(readFileSync(join(PLUGIN, 'koma-plugin.json'), 'utf8')) as object;
  writeFileSync(join(folder, 'koma-plugin.json'), JSON.stringify({ ...json, models: [] }));
  return folder;
}

let session: Session;
beforeAll(async () => {
  const engine = createOrtEngine(ort, { name: 'native', threads: 1, executionProviders: ['cpu'] });
  session = await engine.createSession(new Uint8Array(readFileSync(MODEL)));
});
afterAll(() => session.release());

/** What training would have written for the committed network. */
async function trainingAnswer(): Promise<TrainingProbe> {
  const answers = await session.run(trainingProbeInputs());
  const kept = (name: 'colour' | 'figure', channels: number): number[] => {
    const values: number[] = [];
    for (let c = 0; c < channels; c++)
      for (const row of [3, 19, 35, 51])
        for (const column of [5, 21, 37, 53])
          values.push(Number(answers[name]!.data[c * 4096 + row * 64 + column]));
    return values;
  };
  return { probe: { colour: kept('colour', 3), figure: kept('figure', 1) } };
}

describe('the committed network', () => {
  const { models } = read(PLUGIN);

  it('is the file that the manifest describes', () => {
    const bytes = readFileSync(MODEL);
    expect(models).toMatchObject([
      { id: 'colorizer', file: 'models/colorizer.onnx', bytes: bytes.length, sha256: sha256(bytes) },
    ]);
  });

  it('gives the stored answer, which another one would not', async () => {
    const probe = models[0]!.probe!;
    expect(await probeSession(session, probe)).toBe(true);
    const blind: Session = {
      ...session,
      run: ({ style, ...inputs }) =>
        session.run({
          ...inputs,
          style: { type: 'float32', dims: style!.dims, data: new Float32Array(style!.data.length) },
        }),
    };
    expect(await probeSession(blind, probe)).toBe(false);
  });
});

describe('installModel', () => {
  it('copies the file and describes it, as the manifest here says', async () => {
    const folder = emptyPlugin();
    const file = join(folder, 'trained.onnx');
    cpSync(MODEL, file);
    writeFileSync(join(folder, 'trained.probe.json'), JSON.stringify(await trainingAnswer()));
    expect(await installModel(file, folder)).toContain('models/colorizer.onnx');
    expect(read(folder)).toEqual(read(PLUGIN));
    expect(readFileSync(join(folder, 'models/colorizer.onnx')).equals(readFileSync(MODEL))).toBe(true);
  });

  it('refuses what answers otherwise than in training, and what is no such network, and writes nothing', async () => {
    const folder = emptyPlugin();
    const before = readFileSync(join(folder, 'koma-plugin.json'));
    const file = join(folder, 'trained.onnx');
    cpSync(MODEL, file);
    const answer = await trainingAnswer();
    const { colour } = answer.probe;
    const other = { probe: { ...answer.probe, colour: colour.with(7, colour[7]! + 0.01) } };
    writeFileSync(join(folder, 'trained.probe.json'), JSON.stringify(other));
    await expect(installModel(file, folder)).rejects.toThrow('answers otherwise than in training');
    const model = decodeModel(new Uint8Array(readFileSync(MODEL)));
    writeFileSync(join(folder, 'odd.onnx'), encodeModel({ ...model, metadata: {} }));
    await expect(installModel(join(folder, 'odd.onnx'), folder)).rejects.toThrow('its signature is missing');
    expect(readFileSync(join(folder, 'koma-plugin.json'))).toEqual(before);
    expect(existsSync(join(folder, 'models'))).toBe(false);
  });
});

describe('distanceFromTraining', () => {
  it('is the largest difference of a kept value, and NaN for a list of another length', async () => {
    const answer = await trainingAnswer();
    expect(await distanceFromTraining(session, answer)).toBeLessThan(1e-6);
    const { figure } = answer.probe;
    const off = { probe: { ...answer.probe, figure: figure.with(3, figure[3]! - 0.25) } };
    expect(await distanceFromTraining(session, off)).toBeCloseTo(0.25, 5);
    expect(await distanceFromTraining(session, { probe: { ...answer.probe, figure: [] } })).toBeNaN();
  });
});
