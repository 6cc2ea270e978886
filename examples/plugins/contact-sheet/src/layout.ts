/** Where everything on a sheet is, pixels. */
export interface SheetLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  /** Largest size of a picture in a cell. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Top left corners of the cells' pictures, in reading order. */
  readonly cells: readonly { readonly x: number; readonly y: number }[];
}

/** What a layout is made for. */
export interface LayoutOptions {
  readonly cells: number;
  /** Of the document; cells have its shape. */
  readonly pageWidth: number;
  readonly pageHeight: number;
  /** The longer side of a cell. */
  readonly size: number;
  /** 0 chooses. */
  readonly columns: number;
  /** Between cells, and around the sheet. */
  readonly gap: number;
  /** Height of the text under each cell. */
  readonly labelHeight: number;
  /** Height of the text above all cells. */
  readonly titleHeight: number;
}

/** Lays cells out in rows. Where the number of columns is free, the sheet is as square as it can be. */
export function layoutSheet(options: LayoutOptions): SheetLayout {
  const { cells, pageWidth, pageHeight, size, gap, labelHeight, titleHeight } = options;
  const scale = size / Math.max(pageWidth, pageHeight);
  const cellWidth = Math.max(1, Math.round(pageWidth * scale));
  const cellHeight = Math.max(1, Math.round(pageHeight * scale));
  const stepX = cellWidth + gap;
  const stepY = cellHeight + labelHeight + gap;
  const sides = (columns: number): readonly [number, number] => [
    columns * stepX + gap,
    Math.ceil(cells / columns) * stepY + gap + titleHeight,
  ];
  let columns = Math.min(options.columns, cells);
  if (columns === 0) {
    columns = 1;
    for (let wanted = 2; wanted <= cells; wanted++)
      if (Math.max(...sides(wanted)) < Math.max(...sides(columns))) columns = wanted;
  }
  const [width, height] = sides(columns);
  return {
    width,
    height,
    columns,
    cellWidth,
    cellHeight,
    cells: Array.from({ length: cells }, (_, i) => ({
      x: gap + (i % columns) * stepX,
      y: gap + titleHeight + Math.floor(i / columns) * stepY,
    })),
  };
}
