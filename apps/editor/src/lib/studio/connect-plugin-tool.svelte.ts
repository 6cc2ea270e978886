import { untrack } from 'svelte';
import type { Hint, Stroke } from '@koma/core/plugin';
import { cut } from '#lib/segment/cut-session.svelte.ts';
import { toolbox } from '#lib/tools/toolbox.svelte.ts';
import type { Overlay } from '#lib/viewport/overlay.ts';
import { viewport } from '#lib/viewport/viewport-state.svelte.ts';
import { pluginMarks } from './plugin-marks.svelte.ts';
import { pluginTools } from './plugin-tools.svelte.ts';
import { studio } from './studio.svelte.ts';

/** #rrggbb of strokes that a plugin's tool draws. */
const STROKE_COLOUR = '#2f8cff';

/** CSS pixels: half a point's dot. */
const DOT = 4;
/** Corners of the circle around it. */
const CORNERS = 32;

/** A point as a dot, and a circle as large as it reaches. */
function pointMarks({ x, y, radius }: Hint, dot: number): Stroke[] {
  const circle = Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });
  return [
    { label: 'point', radius: dot, points: [[x, y]] },
    { label: 'point', radius: dot, shape: 'inside', points: circle },
  ];
}

/**
 * Shows what the tool of a plugin collects while it is in the hand, and puts it down where its plugin goes. Call it in
 * an effect's root.
 */
export function connectPluginTool(overlay: Overlay): void {
  const isHeld = $derived(toolbox.tool === 'plugin');
  $effect(() => {
    if (isHeld && !pluginTools.current) untrack(() => toolbox.choose('hand'));
  });
  // Marks say something of one picture.
  let documentId = studio.document?.id;
  $effect(() => {
    const id = studio.document?.id;
    if (id === documentId) return;
    documentId = id;
    untrack(() => pluginMarks.clear());
  });
  let wasShown = false;
  $effect(() => {
    const { strokes, points } = pluginMarks;
    const shows = isHeld && studio.document !== undefined;
    const had = wasShown;
    wasShown = shows;
    // The overlay's strokes are cutting out's otherwise.
    if (!shows && (!had || untrack(() => cut.shown))) return;
    const dot = DOT / viewport.view.zoom;
    overlay.setStrokes(
      shows
        ? {
            strokes: [...strokes, ...points.flatMap((point) => pointMarks(point, dot))],
            colourOf: () => STROKE_COLOUR,
            leaks: [],
            leakColour: STROKE_COLOUR,
          }
        : undefined,
    );
  });
}
