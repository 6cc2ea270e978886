import {
  abortError,
  KomaError,
  nextTask,
  type ExportDocument,
  type Exporter,
  type ExportLayer,
  type ParamValues,
} from '@koma/plugin-kit';
import { contentBounds } from './content-bounds.ts';
import { layoutSheet } from './layout.ts';
import { encodePng } from './png.ts';
import { Sheet, type Rgb } from './sheet.ts';
import { shrink, type Rectangle } from './shrink.ts';
import { drawText, fitText, LINE } from './text.ts';

/** Pixels of the finished sheet; more makes browsers give up on the file. */
const MOST_PIXELS = 64 * 2 ** 20;
const CHECKS: readonly [Rgb, Rgb] = [
  [255, 255, 255],
  [226, 226, 226],
];
/** Side of a square behind what is transparent, pixels. */
const CHECK_SIDE = 8;

/** One cell: a picture, which part of it, and what is written below. */
interface Cell {
  readonly layer: Pick<ExportLayer, 'image' | 'x' | 'y'>;
  readonly lines: readonly string[];
}

/** All layers of a document side by side in one PNG, with their names. */
export const contactSheet: Exporter = async (document, params, context) => {
  const cells = cellsOf(document, params);
  if (cells.length === 0)
    throw new KomaError('PLUGIN_FAILED', 'There is no layer to put on the sheet.', { reason: 'no layers' });
  const scale = params['textSize'] as number;
  const gap = params['gap'] as number;
  const labels = Math.max(...cells.map(({ lines }) => lines.length));
  const title = (params['title'] as string).trim();
  const layout = layoutSheet({
    cells: cells.length,
    pageWidth: document.width,
    pageHeight: document.height,
    size: params['size'] as number,
    columns: params['columns'] as number,
    gap,
    labelHeight: labels * LINE * scale + (labels > 0 ? 2 * scale : 0),
    titleHeight: title === '' ? 0 : 2 * LINE * scale,
  });
  if (layout.width * layout.height > MOST_PIXELS)
    throw new KomaError(
      'PLUGIN_FAILED',
      `The sheet would have ${layout.width} x ${layout.height} pixels. Choose smaller cells.`,
      { reason: 'sheet too large' },
    );
  const background = rgbOf(params['background'] as string);
  const sheet = new Sheet(layout.width, layout.height, background);
  const ink = readableOn(background);
  if (title !== '')
    drawText(sheet, fitText(title, layout.width - 2 * gap, 2 * scale), gap, gap, 2 * scale, ink);
  for (const [i, cell] of cells.entries()) {
    await nextTask();
    if (context.signal.aborted) throw abortError();
    const { x, y } = layout.cells[i]!;
    const part = params['view'] === 'content' ? contentBounds(cell.layer, document) : wholePage(document);
    drawCell(sheet, cell, part, { x, y, width: layout.cellWidth, height: layout.cellHeight }, ink, scale);
    context.progress(((i + 1) / cells.length) * 0.7);
  }
  await nextTask();
  return {
    name: 'contact-sheet.png',
    mediaType: 'image/png',
    bytes: encodePng(sheet.width, sheet.height, sheet.data),
  };
};

function cellsOf({ flat, layers = [] }: ExportDocument, params: ParamValues): Cell[] {
  const labels = params['labels'] as string;
  const wanted = layers.filter(({ visible }) => visible || params['hidden'] === true);
  const inOrder = params['order'] === 'top' ? wanted.toReversed() : wanted;
  const digits = String(wanted.length).length;
  const cells: Cell[] = inOrder.map((layer) => {
    // Numbers count from the bottom, whichever way the sheet is read.
    const number = String(wanted.indexOf(layer) + 1).padStart(digits, '0');
    return { layer, lines: labels === 'none' ? [] : labelOf(number, layer, labels === 'details') };
  });
  if (flat && params['whole'] === true)
    cells.unshift({ layer: { image: flat, x: 0, y: 0 }, lines: labels === 'none' ? [] : ['All layers'] });
  return cells;
}

function labelOf(number: string, layer: ExportLayer, details: boolean): string[] {
  const name = `${number} ${layer.name}`;
  if (!details) return [name];
  const { width, height } = layer.image;
  const opacity = layer.opacity < 1 ? ` ${Math.round(layer.opacity * 100)}%` : '';
  return [name, `${layer.blendMode}${opacity}${layer.visible ? '' : ' (hidden)'}`, `${width} x ${height}`];
}

function drawCell(
  sheet: Sheet,
  { layer, lines }: Cell,
  part: Rectangle,
  box: Rectangle,
  ink: Rgb,
  scale: number,
): void {
  sheet.checker(box.x, box.y, box.width, box.height, CHECK_SIDE, ...CHECKS);
  // Pictures smaller than their cell keep their pixels; none is enlarged.
  const fit = Math.min(1, box.width / part.width, box.height / part.height);
  const width = Math.max(1, Math.round(part.width * fit));
  const height = Math.max(1, Math.round(part.height * fit));
  const source = { ...part, x: part.x - layer.x, y: part.y - layer.y };
  sheet.draw(
    shrink(layer.image, source, width, height),
    box.x + Math.floor((box.width - width) / 2),
    box.y + Math.floor((box.height - height) / 2),
  );
  sheet.frame(box.x, box.y, box.width, box.height, ink);
  for (const [row, line] of lines.entries())
    drawText(
      sheet,
      fitText(line, box.width, scale),
      box.x,
      box.y + box.height + (3 + row * LINE) * scale,
      scale,
      ink,
    );
}

function wholePage({ width, height }: ExportDocument): Rectangle {
  return { x: 0, y: 0, width, height };
}

/** @param colour `#rrggbb` */
function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Black or white, whichever is read better. */
function readableOn([red, green, blue]: Rgb): Rgb {
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? [20, 20, 20] : [240, 240, 240];
}
