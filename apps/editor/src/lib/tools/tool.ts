import type { MessageKey } from '#lib/i18n/i18n.svelte.ts';
import type { Point, SelectCommand } from '#lib/raster/protocol.ts';
import type { RasterClient } from '#lib/raster/raster-client.ts';
import type { StrokeTaker } from '#lib/segment/stroke-taker.ts';
import type { PreviewShape, SampleRing, TipOutline } from '#lib/viewport/overlay-shapes.ts';
import type { MarkTaker } from './mark-taker.ts';
import type { ToolPointer } from './tool-pointer.ts';
import type { ToolSettings } from './tool-settings.ts';

/** Keys and buttons that change how a tool's cursor looks. */
export interface CursorState {
  readonly shift: boolean;
  readonly alt: boolean;
  /** The pointer is down. */
  readonly dragging: boolean;
}

/**
 * What a tool does with the pointer over the picture. Down, moves and up (or cancel) come in this order,
 * for one pointer at a time.
 */
export interface Tool {
  /** The CSS cursor over the picture. */
  cursor(state: CursorState): string;
  /** The tip that is drawn under the pointer, for tools that paint. */
  tip?(): TipOutline | undefined;
  onpointerdown(pointer: ToolPointer): void;
  onpointermove(pointer: ToolPointer): void;
  onpointerup(pointer: ToolPointer): void;
  /** The gesture is void: what it did is taken back. */
  onpointercancel(): void;
  /** The pointer moves with no button down. */
  onhover?(pointer: ToolPointer): void;
  /** A modifier key went down or up while the pointer is down; the pointer has not moved. */
  onmodifiers?(pointer: ToolPointer): void;
  /** @returns true if the key was the tool's, which it is only while something is half done */
  onkey?(key: string, event?: KeyboardEvent): boolean;
  /** Another tool is taken. */
  deactivate?(): void;
}

/** What tools are given: the document, the raster worker, the view and the overlay. */
export interface ToolHost {
  /** Undefined while nothing is open. */
  readonly documentId: string | undefined;
  /** Whether the document can be changed now. */
  readonly ready: boolean;
  /** What is painted on; undefined where nothing can be changed now or there is no layer. */
  readonly target: { readonly layerId: string; readonly plane: 'pixels' | 'mask' } | undefined;
  /** False where the chosen layer is locked, hidden or a group; only for the cursor. */
  readonly canPaint: boolean;
  readonly hasSelection: boolean;
  /** Whether a place is selected, at least half. */
  isSelected(at: Point): boolean;
  /** CSS pixels a pixel of the document. */
  readonly zoom: number;
  readonly settings: ToolSettings;
  /** #rrggbb */
  readonly foreground: string;
  readonly background: string;

  /** Calls the raster worker at once, in order; failures are told to the person. @returns undefined then */
  call<T>(work: (raster: RasterClient) => Promise<T>): Promise<T | undefined>;
  select(command: SelectCommand): void;
  inform(message: MessageKey): void;
  setColour(colour: string, which: 'foreground' | 'background'): void;
  /** Tells that a colour came onto the picture. */
  useColour(colour: string): void;

  /** Moves the picture by CSS pixels. */
  pan(dx: number, dy: number): void;
  /** Zooms around a place in CSS pixels of the viewport. */
  zoomBy(factor: number, x: number, y: number): void;
  /** Shows the outline of what is being drawn, or takes it away. */
  preview(shape: PreviewShape | undefined): void;
  /** Shows the selection's outline moved by pixels of the document, while it is dragged. */
  shiftOutline(dx: number, dy: number): void;
  ring(ring: SampleRing | undefined): void;

  /** Strokes that say what is to be cut out. */
  readonly cut: StrokeTaker;
  /** What a plugin's tool collects. */
  readonly marks: MarkTaker;
}
