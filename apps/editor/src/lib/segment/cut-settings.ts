import type { ParamValue } from '@koma/core/plugin';
import type { LabelLook, SelectionMode } from '#lib/raster/protocol.ts';

export const CUT_VIEWS = [
  'tint',
  'outline',
  'black',
  'white',
  'checker',
  'mask',
] as const satisfies readonly LabelLook['mode'][];
export const CUT_GESTURES = ['scribble', 'lasso', 'box'] as const;
export const CUT_SOURCES = ['all', 'layer'] as const;
export const CUT_OUTPUTS = ['layer', 'hole', 'mask', 'selection', 'split'] as const;
export const CUT_OWNERS = ['subject', 'ridge', 'background'] as const;
export const FEATHER_DIRECTIONS = ['in', 'centre', 'out'] as const;

export type CutView = (typeof CUT_VIEWS)[number];
/** What a drag is. */
export type CutGesture = (typeof CUT_GESTURES)[number];
/** Which picture is cut: what is seen, or the chosen layer alone. */
export type CutSourceChoice = (typeof CUT_SOURCES)[number];
/** What becomes of it. */
export type CutOutput = (typeof CUT_OUTPUTS)[number];

/** How the border is drawn; the plugin's parameters. */
export interface CutEdge {
  /** Whom the outline belongs to. */
  readonly owner: (typeof CUT_OWNERS)[number];
  /** Pixels over which the border fades. */
  readonly feather: number;
  readonly featherDirection: (typeof FEATHER_DIRECTIONS)[number];
  /** Pixels by which it grows; negative shrinks. */
  readonly grow: number;
  /** Pixels of bumps that are evened out. */
  readonly smooth: number;
  /** Pixels of gaps in the lines that are closed; 0 leaves that to the price of white. */
  readonly closeGaps: number;
  /** Screentones are no borders. */
  readonly toneRemoval: boolean;
}

/** How the tool is set. */
export interface CutSettings {
  /** Diameter of the brush as a share of the document's longer side; 0 where nobody has chosen one. */
  readonly sizeShare: number;
  readonly gesture: CutGesture;
  /** What is under a stroke is what it says, whatever speaks against it. */
  readonly hard: boolean;
  readonly source: CutSourceChoice;
  readonly view: CutView;
  readonly showStrokes: boolean;
  readonly output: CutOutput;
  /** How a selection or a mask joins the one that is there. */
  readonly mode: SelectionMode;
  /** Takes what was left out, and leaves out the rest. */
  readonly invert: boolean;
  readonly edge: CutEdge;
}

export const CUT_LIMITS = {
  size: [1, 500],
  feather: [0, 100],
  grow: [-50, 50],
  smooth: [0, 30],
  closeGaps: [0, 60],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

export const DEFAULT_EDGE: CutEdge = {
  owner: 'subject',
  feather: 0,
  featherDirection: 'centre',
  grow: 0,
  smooth: 0,
  closeGaps: 0,
  toneRemoval: true,
};

export const DEFAULT_CUT: CutSettings = {
  sizeShare: 0,
  gesture: 'scribble',
  hard: false,
  source: 'all',
  view: 'tint',
  showStrokes: true,
  output: 'layer',
  mode: 'replace',
  invert: false,
  edge: DEFAULT_EDGE,
};

/** The plugin's parameters. */
export function cutParams({
  edge,
  invert,
}: Pick<CutSettings, 'edge' | 'invert'>): Readonly<Record<string, ParamValue>> {
  return { ...edge, invert };
}

/**
 * Whether the mask may look otherwise than the labels do: soft, larger or smaller. Their border is shown at
 * once; the mask takes a moment.
 */
export function needsMask({ edge, invert, view }: Pick<CutSettings, 'edge' | 'invert' | 'view'>): boolean {
  const isPicture = view !== 'tint' && view !== 'outline';
  return (
    isPicture || invert || edge.feather > 0 || edge.grow !== 0 || edge.smooth > 0 || edge.owner !== 'subject'
  );
}
