import { untrack } from 'svelte';
import { studio } from '#lib/studio/studio.svelte.ts';
import { toolbox } from '#lib/tools/toolbox.svelte.ts';
import type { Overlay } from '#lib/viewport/overlay.ts';
import { cut } from './cut-session.svelte.ts';
import { colourOf, EDGE_COLOUR, ERASE } from './label-colours.ts';

/** Tools with which one cuts out, or only looks at what there is. */
const WITH_CUT = new Set<string>(['segment', 'hand', 'zoom']);

/**
 * Lets cutting out follow the tools, the document and the settings, and shows its strokes. Call it in an
 * effect's root.
 */
export function connectCut(overlay: Overlay): void {
  let documentId = studio.document?.id;
  $effect(() => {
    const id = studio.document?.id;
    if (id === documentId) return;
    documentId = id;
    untrack(() => cut.forget());
  });

  let picks = toolbox.picks;
  $effect(() => {
    const { tool } = toolbox;
    const isTaken = toolbox.picks !== picks;
    picks = toolbox.picks;
    untrack(() => {
      const was = cut.shown;
      cut.shown = tool === 'segment' || (was && WITH_CUT.has(tool));
      if (was && !cut.shown) cut.sleep();
      if (tool === 'segment' && isTaken) cut.wake();
      if (!was) cut.resend();
    });
  });

  // What is cut may look otherwise now.
  $effect(() => {
    void studio.version?.state;
    if (!studio.busy) untrack(() => cut.refresh());
  });
  let source = '';
  $effect(() => {
    const now = JSON.stringify(cut.source);
    if (now === source) return;
    source = now;
    untrack(() => cut.restart());
  });

  // How it is answered, and how the answer is seen.
  $effect(() => {
    void [toolbox.settings.segment.edge, toolbox.settings.segment.invert];
    untrack(() => {
      cut.send();
      cut.rest();
    });
  });
  $effect(() => {
    void cut.look;
    untrack(() => {
      cut.showLook();
      cut.rest();
    });
  });

  $effect(() => {
    const { labels, strokes, leaks } = cut;
    const isShown = cut.shown && studio.document !== undefined;
    overlay.setStrokes(
      isShown && (strokes.length > 0 || leaks.length > 0)
        ? {
            strokes: toolbox.settings.segment.showStrokes ? strokes : cut.drawing,
            colourOf: (label) => (label === ERASE ? undefined : colourOf(label, labels)),
            leaks,
            leakColour: EDGE_COLOUR,
          }
        : undefined,
    );
  });
}
