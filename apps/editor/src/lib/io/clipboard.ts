import { FORMAT_MIME } from '@koma/core/io';
import { imageFiles, type SendPixels } from './image-files.ts';

/**
 * Puts a picture on the clipboard as PNG. Must be called in the person's click or key press; Safari
 * forgets that while the PNG is made, so it gets the promise of it.
 * @param send gives a `RasterImage`
 * @throws DOMException where the browser does not allow it
 */
export async function copyPicture(send: SendPixels): Promise<void> {
  const blob = imageFiles.encode(send, 'png', 100);
  await navigator.clipboard.write([new ClipboardItem({ [FORMAT_MIME.png]: blob })]);
}

/** The picture on the clipboard, if there is one and the person allows it. */
export async function pastePicture(name: string): Promise<File | undefined> {
  for (const item of await navigator.clipboard.read()) {
    const type = item.types.find((candidate) => candidate.startsWith('image/'));
    if (type) return new File([await item.getType(type)], `${name}.${type.slice(6)}`, { type });
  }
  return undefined;
}
