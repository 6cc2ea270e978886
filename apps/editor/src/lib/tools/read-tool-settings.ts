import { BRUSH_LIMITS, type BrushSettings, type PressureCurve } from '@koma/core/tools';
import { readCutSettings } from '#lib/segment/read-cut-settings.ts';
import { choice, fields, flag, within } from './read-values.ts';
import { TOOL_GROUPS, TOOL_IDS } from './tool-id.ts';
import { DEFAULT_TOOL_SETTINGS, TOOL_LIMITS, type FillSettings, type ToolSettings } from './tool-settings.ts';

const SAMPLES = ['layer', 'all', 'reference'] as const;
const MODES = ['replace', 'add', 'subtract', 'intersect'] as const;
/** More control points than anybody sets. */
const MAX_POINTS = 16;

/**
 * The tools' settings out of whatever the storage holds: what an older version wrote, or what somebody
 * changed by hand. What does not fit is the default's; numbers are brought into their limits.
 * @param stored parsed JSON of any shape
 */
export function readToolSettings(stored: unknown): ToolSettings {
  const from = fields(stored);
  const standard = DEFAULT_TOOL_SETTINGS;
  const [brushes, fills] = [fields(from['brushes']), fields(from['fills'])];
  const [selection, wand] = [fields(from['selection']), fields(from['wand'])];
  const variants = Array.isArray(from['variants']) ? from['variants'] : [];
  return {
    // Which plugin's tool it was is not kept: it may be gone.
    tool: from['tool'] === 'plugin' ? standard.tool : choice(from['tool'], TOOL_IDS, standard.tool),
    variants: TOOL_GROUPS.map((group, i) => choice(variants[i], group, group[0]!)),
    brushes: {
      brush: brush(brushes['brush'], standard.brushes.brush),
      pencil: brush(brushes['pencil'], standard.brushes.pencil),
      ink: brush(brushes['ink'], standard.brushes.ink),
      eraser: brush(brushes['eraser'], standard.brushes.eraser),
    },
    fills: {
      bucket: fill(fills['bucket'], standard.fills.bucket),
      lassoFill: fill(fills['lassoFill'], standard.fills.lassoFill),
    },
    eyedropper: {
      sample: choice(fields(from['eyedropper'])['sample'], SAMPLES, standard.eyedropper.sample),
    },
    selection: {
      mode: choice(selection['mode'], MODES, standard.selection.mode),
      antialias: flag(selection['antialias'], standard.selection.antialias),
      feather: within(selection['feather'], TOOL_LIMITS.feather, standard.selection.feather),
      amount: within(selection['amount'], TOOL_LIMITS.amount, standard.selection.amount),
    },
    wand: {
      tolerance: within(wand['tolerance'], TOOL_LIMITS.tolerance, standard.wand.tolerance),
      contiguous: flag(wand['contiguous'], standard.wand.contiguous),
      sample: choice(wand['sample'], SAMPLES, standard.wand.sample),
      gap: within(wand['gap'], TOOL_LIMITS.gap, standard.wand.gap),
    },
    segment: readCutSettings(from['segment']),
  };
}

function brush(value: unknown, standard: BrushSettings): BrushSettings {
  const from = fields(value);
  const [pressure, taper] = [fields(from['pressure']), fields(from['taper'])];
  const number = (name: Exclude<keyof typeof BRUSH_LIMITS, 'taper'>) =>
    within(from[name], BRUSH_LIMITS[name], standard[name]);
  return {
    size: number('size'),
    hardness: number('hardness'),
    opacity: number('opacity'),
    flow: number('flow'),
    spacing: number('spacing'),
    // What makes a pencil a pencil is not a matter of taste.
    antialias: standard.antialias,
    pressure: {
      size: curve(pressure['size'], standard.pressure.size),
      opacity: curve(pressure['opacity'], standard.pressure.opacity),
      flow: curve(pressure['flow'], standard.pressure.flow),
    },
    minimumSize: number('minimumSize'),
    stabiliser: number('stabiliser'),
    taper: {
      start: within(taper['start'], BRUSH_LIMITS.taper, standard.taper.start),
      end: within(taper['end'], BRUSH_LIMITS.taper, standard.taper.end),
    },
  };
}

function fill(value: unknown, standard: FillSettings): FillSettings {
  const from = fields(value);
  const number = (name: 'tolerance' | 'gap' | 'grow' | 'opacity') =>
    within(from[name], TOOL_LIMITS[name], standard[name]);
  return {
    tolerance: number('tolerance'),
    contiguous: flag(from['contiguous'], standard.contiguous),
    sample: choice(from['sample'], SAMPLES, standard.sample),
    gap: number('gap'),
    grow: number('grow'),
    antialias: flag(from['antialias'], standard.antialias),
    opacity: number('opacity'),
  };
}

function curve(value: unknown, standard: PressureCurve | null): PressureCurve | null {
  if (value === null) return null;
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_POINTS) return standard;
  const points = value.map((point) => ({
    x: within(fields(point)['x'], [0, 1], Number.NaN),
    y: within(fields(point)['y'], [0, 1], Number.NaN),
  }));
  const sound = points.every(({ x, y }, i) => !Number.isNaN(y) && x > (points[i - 1]?.x ?? -1));
  return sound ? points : standard;
}
