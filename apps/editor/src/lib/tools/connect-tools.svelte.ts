import { untrack } from 'svelte';
import { colours } from '#lib/colour/colour-state.svelte.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { connectPluginTool } from '#lib/studio/connect-plugin-tool.svelte.ts';
import { pluginMarks } from '#lib/studio/plugin-marks.svelte.ts';
import { pluginTools } from '#lib/studio/plugin-tools.svelte.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import type { Overlay } from '#lib/viewport/overlay.ts';
import { pinch } from '#lib/viewport/pinch.ts';
import { connectCut } from '#lib/segment/connect-cut.svelte.ts';
import { cut } from '#lib/segment/cut-session.svelte.ts';
import { viewport } from '#lib/viewport/viewport-state.svelte.ts';
import { canPaint } from './can-paint.ts';
import { cameByPointer } from './focus-picture.ts';
import { HeldKeys, type Keys } from './held-keys.ts';
import { isInsideOutline } from './is-inside-outline.ts';
import { makeTools } from './make-tools.ts';
import { temporaryTool } from './temporary-tool.ts';
import { ToolController } from './tool-controller.ts';
import { marksPicture, type ToolId } from './tool-id.ts';
import { toolbox } from './toolbox.svelte.ts';
import type { ToolHost } from './tool.ts';

/**
 * Lets the tools work on the picture: pointer, fingers and held keys of the viewport come to them, and the
 * overlay shows their cursors, what they draw and the selection.
 * @param container the element that fingers pinch on
 * @returns a function that ends it
 */
export function connectTools(overlay: Overlay, container: HTMLElement): () => void {
  const host = toolHost(overlay);
  const held = new HeldKeys(
    () => marksPicture(toolbox.tool),
    () => keysChanged(),
  );
  const controller = new ToolController(overlay, {
    tools: makeTools(host),
    toolFor,
    get keys() {
      return held.keys;
    },
    syncKeys: (event) => held.sync(event),
    get view() {
      return viewport.view;
    },
    hold: (down) => (viewport.held = down),
    mayChangeLayer() {
      if (host.ready && !host.target) host.inform('error.LAYER_MISSING');
      return host.target !== undefined;
    },
  });
  const stopPinch = pinch(container, {
    mayStart: () => controller.mayPinch(),
    onPinch: (active) => controller.setPinching(active),
    onMove: (factor, x, y, dx, dy) => {
      host.pan(dx, dy);
      host.zoomBy(factor, x, y);
    },
  });

  // Browsers ring the focus at the next key, whatever brought it: a shortcut would frame the picture.
  const stopFocus = new AbortController();
  const { signal } = stopFocus;
  container.addEventListener('focus', () => (container.style.outline = cameByPointer() ? 'none' : ''), {
    signal,
  });
  container.addEventListener('pointerdown', () => (container.style.outline = 'none'), { signal });
  container.addEventListener('blur', () => (container.style.outline = ''), { signal });

  function keysChanged(): void {
    const tool = temporaryTool(held.keys, toolbox.tool);
    toolbox.temporary = tool === toolbox.tool ? undefined : tool;
    controller.keysChanged();
  }

  const stopEffects = $effect.root(() => {
    connectCut(overlay);
    connectPluginTool(overlay);
    $effect(() => overlay.setOutline(studio.labelOutline ?? studio.outline));
    let before: { tool: ToolId; documentId: string | undefined } | undefined;
    $effect(() => {
      const now = { tool: toolbox.tool, documentId: studio.document?.id };
      untrack(() => {
        if (before && before.documentId !== now.documentId) controller.drop();
        else if (before && before.tool !== now.tool) controller.drop(before.tool);
        keysChanged();
      });
      before = now;
    });
    $effect(() => {
      void [toolbox.settings, studio.document, studio.selected, pluginTools.current, isLooking()];
      untrack(() => controller.refresh());
    });
  });

  return () => {
    stopEffects();
    stopPinch();
    stopFocus.abort();
    controller.dispose();
    held.dispose();
  };
}

/** Whether the picture is only looked at: nothing is open, an operation runs, or two states are compared. */
function isLooking(): boolean {
  const isComparing = studio.comparing && studio.before !== undefined;
  return !studio.document || studio.busy || isComparing;
}

function toolFor(keys: Keys): ToolId {
  const tool = temporaryTool(keys, toolbox.tool);
  return isLooking() && tool !== 'zoom' ? 'hand' : tool;
}

function toolHost(overlay: Overlay): ToolHost {
  return {
    get documentId() {
      return studio.document?.id;
    },
    get ready() {
      return studio.document !== undefined && !studio.busy;
    },
    get target() {
      const layer = studio.selected;
      return layer && !studio.busy ? { layerId: layer.id, plane: studio.plane } : undefined;
    },
    get canPaint() {
      return canPaint(studio.document?.layers ?? [], studio.selected?.id);
    },
    get hasSelection() {
      return studio.document?.selection !== undefined;
    },
    isSelected: ({ x, y }) =>
      studio.outline !== undefined && studio.deselecting === 0 && isInsideOutline(studio.outline, x, y),
    get zoom() {
      return viewport.view.zoom;
    },
    get settings() {
      return toolbox.settings;
    },
    get foreground() {
      return colours.foreground;
    },
    get background() {
      return colours.background;
    },
    call: (work) => studio.call(work),
    select: (command) => void studio.select(command),
    inform: (message) => notices.info(i18n.t(message)),
    setColour: (colour, which) => (colours[which] = colour),
    useColour: (colour) => colours.use(colour),
    pan: (dx, dy) => studio.document && viewport.pan(dx, dy, studio.document),
    zoomBy: (factor, x, y) => studio.document && viewport.zoomBy(factor, studio.document, x, y),
    preview: (shape) => overlay.setPreview(shape),
    shiftOutline: (dx, dy) => overlay.shiftOutline(dx, dy),
    ring: (ring) => overlay.setRing(ring),
    cut,
    marks: pluginMarks,
  };
}
