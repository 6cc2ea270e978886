import { LINEAR_PRESSURE, type PressureCurve } from './pressure-curve.ts';

/** Everything that shapes a stroke, colour and mode apart. Plain data: it can be stored and sent. */
export interface BrushSettings {
  /** Diameter in pixels of the document at full pressure, 1-1000. */
  readonly size: number;
  /** Share of the radius that is painted fully, 0-1; beyond it the dab fades out. 1 is a sharp edge. */
  readonly hardness: number;
  /** How opaque the whole stroke may get, 0-1. Applied once, when the stroke is put on the layer. */
  readonly opacity: number;
  /** How much of what is left to cover each dab covers, 0-1. Below 1 going over a place builds up. */
  readonly flow: number;
  /** Distance between dabs as a share of the diameter, 0.01-2. */
  readonly spacing: number;
  /** False is a pencil: every pixel is painted or not, for 1-bit manga. Hardness is then ignored. */
  readonly antialias: boolean;
  /** What pen pressure changes, and how; null leaves it as it is. */
  readonly pressure: {
    readonly size: PressureCurve | null;
    readonly opacity: PressureCurve | null;
    readonly flow: PressureCurve | null;
  };
  /** Share of the size that is left at no pressure, 0-1. Only with a pressure curve for the size. */
  readonly minimumSize: number;
  /** Steadies the hand, 0 (off) - 1; see `stabiliserOptions`. */
  readonly stabiliser: number;
  /** Lengths in pixels over which the stroke swells at its start and thins out at its end; 0 is off. */
  readonly taper: { readonly start: number; readonly end: number };
}

/** Smallest and largest values of the numbers in {@link BrushSettings}. */
export const BRUSH_LIMITS = {
  size: [1, 1000],
  hardness: [0, 1],
  opacity: [0, 1],
  flow: [0, 1],
  spacing: [0.01, 2],
  minimumSize: [0, 1],
  stabiliser: [0, 1],
  taper: [0, 2000],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

/** The all-round brush. Spacing 0.1 keeps the notches between hard dabs under 0.5 % of the radius. */
export const BRUSH: BrushSettings = {
  size: 20,
  hardness: 0.8,
  opacity: 1,
  flow: 1,
  spacing: 0.1,
  antialias: true,
  pressure: { size: LINEAR_PRESSURE, opacity: null, flow: null },
  minimumSize: 0.1,
  stabiliser: 0.1,
  taper: { start: 0, end: 0 },
};

/** Aliased pixels for 1-bit manga. At the least spacing lines are chains of pixels without corners. */
export const PENCIL: BrushSettings = {
  ...BRUSH,
  size: 3,
  hardness: 1,
  spacing: 0.01,
  antialias: false,
  pressure: { size: null, opacity: null, flow: null },
};

/** Takes alpha away; as wide as it is set, since that is what people expect of an eraser. */
export const ERASER: BrushSettings = {
  ...BRUSH,
  size: 40,
  hardness: 1,
  pressure: { size: null, opacity: null, flow: null },
  stabiliser: 0,
};

/** Line art: sharp, follows the pen's pressure down to a hairline, steadied, with tapered ends. */
export const INK: BrushSettings = {
  ...BRUSH,
  size: 12,
  hardness: 1,
  spacing: 0.05,
  pressure: {
    size: [
      { x: 0, y: 0 },
      { x: 0.5, y: 0.4 },
      { x: 1, y: 1 },
    ],
    opacity: null,
    flow: null,
  },
  minimumSize: 0.05,
  stabiliser: 0.35,
  taper: { start: 24, end: 36 },
};

/**
 * The settings with every number in its limits, for values that come from panels, keys and files.
 * What is not a number becomes that of {@link BRUSH}.
 */
export function clampBrushSettings(settings: BrushSettings): BrushSettings {
  const limited = (name: keyof typeof BRUSH_LIMITS, value: number, fallback: number): number => {
    const [least, most] = BRUSH_LIMITS[name];
    return Number.isNaN(value) ? fallback : Math.min(most, Math.max(least, value));
  };
  return {
    ...settings,
    size: limited('size', settings.size, BRUSH.size),
    hardness: limited('hardness', settings.hardness, BRUSH.hardness),
    opacity: limited('opacity', settings.opacity, BRUSH.opacity),
    flow: limited('flow', settings.flow, BRUSH.flow),
    spacing: limited('spacing', settings.spacing, BRUSH.spacing),
    minimumSize: limited('minimumSize', settings.minimumSize, BRUSH.minimumSize),
    stabiliser: limited('stabiliser', settings.stabiliser, BRUSH.stabiliser),
    taper: {
      start: limited('taper', settings.taper.start, 0),
      end: limited('taper', settings.taper.end, 0),
    },
  };
}
