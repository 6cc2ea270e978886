import type { GeneratedForm } from '@koma/core/document';
import type { PortableDocument } from '@koma/core/layered';
import type { GeneratorLook, GeneratorOptions, Locale } from '@koma/core/plugin';
import { singleLayer } from './compose-document.ts';
import type { GeneratorClient } from './generator-client.ts';

/** What is drawn for a form. */
export const LOOKS: Readonly<Record<GeneratedForm, GeneratorLook>> = {
  kinds: 'whole',
  parts: 'whole',
  whole: 'whole',
  sketch: 'sketch',
  style: 'style',
};

/**
 * A generated picture as it comes onto the canvas, its upper left corner at the origin.
 * @param name of the document and its only layer, if it has one
 * @param size pixels of the picture's longer side
 * @param locale of the layers' names
 * @throws KomaError; AbortError
 */
export async function generatedForm(
  client: GeneratorClient,
  as: GeneratedForm,
  options: GeneratorOptions,
  name: string,
  size: number,
  locale: Locale,
  signal: AbortSignal,
): Promise<PortableDocument> {
  if (as === 'kinds' || as === 'parts')
    return { ...(await client.ask('layers', { options, size, as, locale }, { signal })), name };
  const image = await client.ask('draw', { options, size, look: LOOKS[as] }, { signal });
  return singleLayer(name, image, as === 'sketch' ? { role: 'line-art', blendMode: 'multiply' } : {});
}
