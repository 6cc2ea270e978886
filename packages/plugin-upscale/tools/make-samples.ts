/** `node tools/make-samples.ts`: draws the sample pictures in the repository's `samples/` from their SVG sources. */
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

const samples = join(import.meta.dirname, '..', '..', '..', 'samples');

/** Four times the SVG's own 72 dpi: drawing large and shrinking gives cleaner screentone dots. */
const DENSITY = 288;

function draw(name: string, width: number): Sharp {
  return sharp(join(samples, `${name}.svg`), { density: DENSITY }).resize({ width });
}

/** A small colour panel as found on the web: a little soft, JPEG quality 70 with halved chroma. */
async function makePanel(): Promise<void> {
  const soft = await draw('panel', 480).flatten({ background: '#fff' }).blur(0.6).png().toBuffer();
  const jpeg = sharp(soft).jpeg({ quality: 70, chromaSubsampling: '4:2:0' });
  await jpeg.toFile(join(samples, 'panel.jpg'));
}

/** A part of a black and white page, one grey channel. */
async function makeManga(): Promise<void> {
  const grey = draw('manga', 400).flatten({ background: '#fff' }).toColourspace('b-w');
  await grey.png({ compressionLevel: 9 }).toFile(join(samples, 'manga.png'));
}

/** A cut-out character with soft alpha edges. */
async function makeSticker(): Promise<void> {
  await draw('sticker', 320).png({ compressionLevel: 9 }).toFile(join(samples, 'sticker.png'));
}

await Promise.all([makePanel(), makeManga(), makeSticker()]);
