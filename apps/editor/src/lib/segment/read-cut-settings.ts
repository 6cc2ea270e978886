import { choice, fields, flag, within } from '#lib/tools/read-values.ts';
import {
  CUT_GESTURES,
  CUT_LIMITS,
  CUT_OUTPUTS,
  CUT_OWNERS,
  CUT_SOURCES,
  CUT_VIEWS,
  DEFAULT_CUT,
  DEFAULT_EDGE,
  FEATHER_DIRECTIONS,
  type CutEdge,
  type CutSettings,
} from './cut-settings.ts';

/** The largest brush on the smallest picture, and none chosen. */
const SHARES = [0, CUT_LIMITS.size[1]] as const;
const MODES = ['replace', 'add', 'subtract', 'intersect'] as const;

/** The tool's settings out of whatever the storage holds; what does not fit is the default's. */
export function readCutSettings(stored: unknown): CutSettings {
  const from = fields(stored);
  return {
    sizeShare: within(from['sizeShare'], SHARES, DEFAULT_CUT.sizeShare),
    gesture: choice(from['gesture'], CUT_GESTURES, DEFAULT_CUT.gesture),
    hard: flag(from['hard'], DEFAULT_CUT.hard),
    source: choice(from['source'], CUT_SOURCES, DEFAULT_CUT.source),
    view: choice(from['view'], CUT_VIEWS, DEFAULT_CUT.view),
    showStrokes: flag(from['showStrokes'], DEFAULT_CUT.showStrokes),
    output: choice(from['output'], CUT_OUTPUTS, DEFAULT_CUT.output),
    mode: choice(from['mode'], MODES, DEFAULT_CUT.mode),
    invert: flag(from['invert'], DEFAULT_CUT.invert),
    edge: readCutEdge(from['edge']),
  };
}

/** The border's settings out of a recipe's parameters or the storage. */
export function readCutEdge(stored: unknown): CutEdge {
  const from = fields(stored);
  return {
    owner: choice(from['owner'], CUT_OWNERS, DEFAULT_EDGE.owner),
    feather: within(from['feather'], CUT_LIMITS.feather, DEFAULT_EDGE.feather),
    featherDirection: choice(from['featherDirection'], FEATHER_DIRECTIONS, DEFAULT_EDGE.featherDirection),
    grow: within(from['grow'], CUT_LIMITS.grow, DEFAULT_EDGE.grow),
    smooth: within(from['smooth'], CUT_LIMITS.smooth, DEFAULT_EDGE.smooth),
    closeGaps: within(from['closeGaps'], CUT_LIMITS.closeGaps, DEFAULT_EDGE.closeGaps),
    toneRemoval: flag(from['toneRemoval'], DEFAULT_EDGE.toneRemoval),
  };
}
