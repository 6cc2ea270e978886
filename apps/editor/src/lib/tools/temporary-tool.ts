import { changesLayer, type ToolId } from './tool-id.ts';

/** Keys that are down. `ctrl` is Ctrl or the Command key. */
export interface Held {
  readonly space: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
}

/**
 * The tool that keys which are held put into the hand: Space moves the picture, Ctrl+Space zooms, and
 * Alt picks a colour while one paints, as in Photoshop.
 */
export function temporaryTool(held: Held, tool: ToolId): ToolId {
  if (held.space) return held.ctrl ? 'zoom' : 'hand';
  if (held.alt && changesLayer(tool)) return 'eyedropper';
  return tool;
}
