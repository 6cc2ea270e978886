import { FORMAT_MIME } from '@koma/core/io';
import type { GeneratorOptions } from '@koma/core/plugin';
import { download } from '#lib/io/download.ts';
import { imageFiles } from '#lib/io/image-files.ts';
import { sendData } from '#lib/io/send-data.ts';
import type { GeneratorClient } from './generator-client.ts';

/** Saves a picture as a PNG that carries its options. @throws KomaError; AbortError */
export async function exportPng(
  client: GeneratorClient,
  options: GeneratorOptions,
  name: string,
  size: number,
  signal: AbortSignal,
): Promise<void> {
  const image = await client.ask('draw', { options, size }, { signal });
  const plain = await imageFiles.encode(async (to) => sendData(to, image), 'png', 100);
  const png = new Uint8Array(await plain.arrayBuffer());
  const bytes = await client.ask('writeOptions', { options, png }, { signal, giveAway: true });
  download(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: FORMAT_MIME.png }), `${name}.png`);
}

/** Saves the options alone. @throws KomaError */
export async function exportOptions(
  client: GeneratorClient,
  options: GeneratorOptions,
  name: string,
): Promise<void> {
  const bytes = await client.ask('writeOptions', { options });
  download(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/json' }), `${name}.json`);
}
