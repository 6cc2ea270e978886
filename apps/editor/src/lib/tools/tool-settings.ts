import { BRUSH, ERASER, INK, PENCIL, type BrushSettings } from '@koma/core/tools';
import type { SampleSource, SelectionMode } from '#lib/raster/protocol.ts';
import { DEFAULT_CUT, type CutSettings } from '#lib/segment/cut-settings.ts';
import { TOOL_GROUPS, type BrushToolId, type FillToolId, type ToolId } from './tool-id.ts';

/** How the bucket and the lasso fill work. */
export interface FillSettings {
  /** Levels by which a colour may differ, 0-255. */
  readonly tolerance: number;
  /** False fills every such colour of the picture. */
  readonly contiguous: boolean;
  readonly sample: SampleSource;
  /** Pixels of gaps in the lines that are closed, 0-30. */
  readonly gap: number;
  /** Pixels by which the fill reaches under the lines, 0-8. */
  readonly grow: number;
  readonly antialias: boolean;
  /** 0-1. */
  readonly opacity: number;
}

/** What all selection tools share. */
export interface SelectionSettings {
  readonly mode: SelectionMode;
  readonly antialias: boolean;
  /** Radius in pixels, 0-250; not for the wand. */
  readonly feather: number;
  /** Pixels for the buttons that grow, shrink and feather, 1-250. */
  readonly amount: number;
}

export interface WandSettings {
  /** Levels by which a colour may differ, 0-255. */
  readonly tolerance: number;
  readonly contiguous: boolean;
  readonly sample: SampleSource;
  /** Pixels of gaps in the lines that are closed, 0-30. */
  readonly gap: number;
}

/** Everything about the tools that outlives the page. Plain data. */
export interface ToolSettings {
  readonly tool: ToolId;
  /** The variant of each group of tools that was used last. */
  readonly variants: readonly ToolId[];
  readonly brushes: Readonly<Record<BrushToolId, BrushSettings>>;
  readonly fills: Readonly<Record<FillToolId, FillSettings>>;
  readonly eyedropper: { readonly sample: SampleSource };
  readonly selection: SelectionSettings;
  readonly wand: WandSettings;
  readonly segment: CutSettings;
}

/** Smallest and largest values of numbers outside of brushes. */
export const TOOL_LIMITS = {
  tolerance: [0, 255],
  gap: [0, 30],
  grow: [0, 8],
  opacity: [0, 1],
  feather: [0, 250],
  amount: [1, 250],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

const FILL: FillSettings = {
  tolerance: 32,
  contiguous: true,
  // Flats go onto a layer of their own, below lines that lie on another.
  sample: 'all',
  gap: 0,
  grow: 1,
  antialias: true,
  opacity: 1,
};

/** What a browser starts with that has never seen Koma. */
export const DEFAULT_TOOL_SETTINGS: ToolSettings = {
  tool: 'brush',
  variants: TOOL_GROUPS.map((group) => group[0]!),
  brushes: { brush: BRUSH, pencil: PENCIL, ink: INK, eraser: ERASER },
  // A lasso goes over several flats; those that are there must not bound what it fills.
  fills: { bucket: FILL, lassoFill: { ...FILL, sample: 'reference' } },
  eyedropper: { sample: 'all' },
  selection: { mode: 'replace', antialias: true, feather: 0, amount: 4 },
  wand: { tolerance: 32, contiguous: true, sample: 'all', gap: 0 },
  segment: DEFAULT_CUT,
};
