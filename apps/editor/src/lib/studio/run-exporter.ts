import type { ExportDocument, FileOutput, LocalizedText, ParamValue } from '@koma/core/plugin';
import { receiveData } from '#lib/io/receive-data.ts';
import { library } from '#lib/plugins/plugin-library.svelte.ts';
import { backend } from './backend.svelte.ts';
import type { OfferedExporter } from './exporters.ts';
import { studio } from './studio.svelte.ts';

export interface ExporterRun {
  readonly params: Readonly<Record<string, ParamValue | undefined>>;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number, label?: LocalizedText) => void;
}

/**
 * Lets a plugin make a file of the open document, which stays as it is.
 * @throws KomaError; AbortError
 */
export async function runExporter(
  { plugin, spec }: OfferedExporter,
  { params, signal, onProgress }: ExporterRun,
): Promise<FileOutput> {
  const raster = await studio.raster;
  const { port1, port2 } = new MessageChannel();
  const received = receiveData<ExportDocument>(port2);
  received.catch(() => {});
  const sent = raster.send({ type: 'export', layers: spec.reads === 'layers' }, port1);
  // What cannot be read is known before the other end closes.
  const document = await Promise.race([received, sent.then(() => received)]);
  const given = Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, ParamValue] => entry[1] !== undefined),
  );
  const file = await backend.host(plugin).export(spec.id, document, given, { signal, onProgress });
  library.succeeded(plugin.id);
  return file;
}
