/** A mechanical tint, as manga prints grey: black marks on white in a regular grid. */
export interface Screentone {
  readonly kind: 'dots' | 'lines';
  /** The share of the area that is black, 0 to 1; dots of more than a half are white dots on black. */
  readonly density: number;
  /** Distance between neighbouring dots or lines in page pixels. */
  readonly pitch: number;
}

/** How a pattern is tied to the page. */
export interface PatternFrame {
  /** The size of a page pixel in drawing units. Default 1. */
  readonly pixel?: number;
  /**
   * What undoes the transform that the filled shape stands in, as SVG transform text, so that the grid stays
   * the page's and neighbouring areas of one tone match.
   */
  readonly transform?: string;
}

/** A name for a tone that is valid in XML ids; equal tones have equal names. */
export function screentoneId({ kind, density, pitch }: Screentone): string {
  return `${kind}${Math.round(density * 100)}-${Math.round(pitch * 10)}`;
}

/**
 * The side of a tone's square tile in whole page pixels, at least 3. Whole, because renderers resample
 * tiles of other sizes, which blurs them and makes moiré.
 */
export function tileSide({ pitch }: Screentone): number {
  // Dots stand in two interleaved square grids and lines run at 45°: both repeat after √2 pitches.
  return Math.max(3, Math.round(pitch * Math.SQRT2));
}

/** The radius of the dots of a 45° grid with two dots in each tile, in the tile's unit. */
export function dotRadius(density: number, side: number): number {
  return side * Math.sqrt(density / (2 * Math.PI));
}

/**
 * The SVG `<pattern>` of a tone: an axis-parallel tile of whole page pixels that holds a 45° grid, on white,
 * so that it covers what lies below.
 */
export function screentonePattern(tone: Screentone, id: string, frame: PatternFrame = {}): string {
  const { pixel = 1, transform } = frame;
  const pixels = tileSide(tone);
  const side = pixels * pixel;
  const inverted = tone.kind === 'dots' && tone.density > 0.5;
  const [ground, mark] = inverted ? ['#000000', '#ffffff'] : ['#ffffff', '#000000'];
  const marks =
    tone.kind === 'dots'
      ? dots(inverted ? 1 - tone.density : tone.density, side, mark)
      : lines(tone.density, side);
  return (
    `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${round(side)}" height="${round(side)}"` +
    `${transform === undefined ? '' : ` patternTransform="${transform}"`}>` +
    `<path d="M0 0H${round(side)}V${round(side)}H0Z" fill="${ground}"/>${marks}</pattern>`
  );
}

function dots(density: number, side: number, colour: string): string {
  const r = round(dotRadius(density, side));
  const centres = [
    [0, 0],
    [side, 0],
    [0, side],
    [side, side],
    [side / 2, side / 2],
  ];
  return centres
    .map(([x = 0, y = 0]) => `<circle cx="${round(x)}" cy="${round(y)}" r="${r}" fill="${colour}"/>`)
    .join('');
}

/** Diagonal lines: a band of width w across a tile covers w·√2 / side of it. */
function lines(density: number, side: number): string {
  const h = (density * side) / 2;
  const [far, near] = [round(side), round(side - h)];
  // A band around the diagonal x + y = side, and the halves of its neighbours in two corners.
  const corners = `M0 0H${round(h)}L0 ${round(h)}ZM${far} ${far}H${near}L${far} ${near}Z`;
  const band = `M${near} 0H${far}V${round(h)}L${round(h)} ${far}H0V${near}Z`;
  return `<path d="${band}${corners}" fill="#000000"/>`;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
