import { BRUSH_LIMITS } from '@koma/core/tools';
import { colours } from '#lib/colour/colour-state.svelte.ts';
import type { SelectCommand } from '#lib/raster/protocol.ts';
import { cut } from '#lib/segment/cut-session.svelte.ts';
import { CUT_LIMITS } from '#lib/segment/cut-settings.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { OpacityDigits } from './opacity-digits.ts';
import { stepSize } from './slider-scale.ts';
import { isBrushTool, isFillTool, TOOL_GROUPS, type ToolId } from './tool-id.ts';
import { toolbox } from './toolbox.svelte.ts';

type Handler = (event: KeyboardEvent) => void;

/** The letter of each tool but those of plugins. Variants of a group share it, and Shift with it takes the next. */
export const TOOL_KEYS: Readonly<Record<Exclude<ToolId, 'plugin'>, string>> = {
  brush: 'B',
  pencil: 'N',
  ink: 'B',
  eraser: 'E',
  bucket: 'G',
  lassoFill: 'G',
  eyedropper: 'I',
  rectangle: 'M',
  ellipse: 'M',
  lasso: 'L',
  polygon: 'L',
  wand: 'W',
  segment: 'S',
  hand: 'H',
  zoom: 'Z',
};

/** How much of hardness Shift with a bracket changes. */
const HARDNESS_STEP = 0.25;

/**
 * Shortcuts of the tools, colours and the selection, as in Photoshop, for tinykeys. They expect that
 * whoever is writing in a field is left alone by the caller. Keys that are held are `HeldKeys`'s, and those
 * that matter while something is half drawn are the `ToolController`'s.
 */
export function toolBindings(): Record<string, Handler> {
  const bindings: Record<string, Handler> = {
    n: () => toolbox.choose('pencil'),
    x: once(() => colours.swap()),
    d: () => colours.reset(),
    '[': () => changeSize(-1),
    ']': () => changeSize(1),
    // Where brackets are written with AltGr, as on German keyboards.
    'AltGraph+[': () => changeSize(-1),
    'AltGraph+]': () => changeSize(1),
    'Shift+{': () => changeHardness(-HARDNESS_STEP),
    'Shift+}': () => changeHardness(HARDNESS_STEP),
    '$mod+a': () => select({ type: 'all' }),
    '$mod+d': () => select({ type: 'none' }),
    '$mod+Shift+d': () => select({ type: 'again' }),
    '$mod+Shift+i': once(() => select({ type: 'invert' })),
    'Shift+F7': once(() => select({ type: 'invert' })),
    Delete: once(clear),
    Backspace: once(clear),
    'Alt+Delete': once(() => fill(colours.foreground)),
    'Alt+Backspace': once(() => fill(colours.foreground)),
    '$mod+Delete': once(() => fill(colours.background)),
    '$mod+Backspace': once(() => fill(colours.background)),
  };
  for (const group of TOOL_GROUPS) {
    const [first] = group;
    if (!first || first === 'plugin') continue;
    const letter = TOOL_KEYS[first].toLowerCase();
    bindings[letter] = () => toolbox.chooseGroup(first);
    if (group.length > 1) bindings[`Shift+${letter}`] = () => toolbox.cycleGroup(first);
  }
  const digits = new OpacityDigits();
  for (let digit = 0; digit <= 9; digit++)
    bindings[String(digit)] = (event) => setOpacity(digits.type(digit, event.timeStamp));
  return bindings;
}

/** Not again and again while the key is held. */
function once(action: () => void): Handler {
  return (event) => {
    if (!event.repeat) action();
  };
}

function select(command: SelectCommand): void {
  void studio.select(command);
}

/** Erases what is selected on the chosen layers. */
function clear(): void {
  const { plane, selected } = studio;
  const ids = plane === 'mask' && selected ? [selected.id] : studio.selection.map(({ id }) => id);
  if (ids.length > 0) void studio.edit({ type: 'clear', ids, plane });
}

function fill(colour: string): void {
  const { plane, selected } = studio;
  if (!selected) return;
  void studio.edit({ type: 'fill-selection', id: selected.id, plane, colour });
  colours.use(colour);
}

function changeSize(direction: 1 | -1): void {
  const { tool, settings } = toolbox;
  if (tool === 'segment') {
    cut.size = stepSize(cut.size, direction, CUT_LIMITS.size);
    return;
  }
  if (!isBrushTool(tool)) return;
  toolbox.setBrush(tool, { size: stepSize(settings.brushes[tool].size, direction, BRUSH_LIMITS.size) });
}

function changeHardness(by: number): void {
  const { tool, settings } = toolbox;
  if (!isBrushTool(tool) || !settings.brushes[tool].antialias) return;
  toolbox.setBrush(tool, { hardness: settings.brushes[tool].hardness + by });
}

function setOpacity(opacity: number): void {
  const { tool } = toolbox;
  if (isBrushTool(tool)) toolbox.setBrush(tool, { opacity });
  else if (isFillTool(tool)) toolbox.setFill(tool, { opacity });
}
