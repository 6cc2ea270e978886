/**
 * What the page and the raster worker say to each other. Types only. The worker owns the document and
 * all pixels; the page knows names, places, bounds and thumbnails.
 */
import type {
  ColourMode,
  ColourTag,
  GeneratedPart,
  GeneratorRecipe,
  LayerRole,
  Recipe,
  SampleSource,
  CutSource,
  PlacedCut,
  SelectionMade,
  UpdatedCut,
} from '@koma/core/document';
import type { ImageInput, ImageOrigin, LocalizedText, MaskInput } from '@koma/core/plugin';
import type { BlendMode, GroupBlendMode, RasterImage, Rect } from '@koma/core/raster';
import type { BrushSettings, Mask, MaskOutline } from '@koma/core/tools';
import type { MessageKey } from '#lib/i18n/i18n.svelte.ts';
import type { View } from '#lib/studio/view.ts';

/** What a step is called: one of our messages, or the title of a plugin's operation. */
export type HistoryLabel = Extract<MessageKey, `history.${string}`> | LocalizedText;

/** What the step is called in which layers come from elsewhere. */
export type PortableStep =
  | Extract<HistoryLabel, 'history.open' | 'history.new' | 'history.generate' | 'history.cropFaces'>
  | LocalizedText;

/** What the page knows of a layer. */
export interface LayerInfo {
  readonly id: string;
  readonly kind: 'raster' | 'group';
  readonly name: string;
  readonly visible: boolean;
  /** 0-1. */
  readonly opacity: number;
  readonly blendMode: GroupBlendMode;
  readonly clip: boolean;
  readonly locked: boolean;
  readonly alphaLocked: boolean;
  readonly colourTag: ColourTag;
  readonly mask?: { readonly enabled: boolean; readonly recipe?: Recipe };
  /** Of raster layers. */
  readonly role: LayerRole;
  readonly reference: boolean;
  readonly colourMode: ColourMode;
  readonly recipe?: Recipe;
  /** How a generator made it, or what is in it. */
  readonly generated?: GeneratorRecipe;
  /** Which part of the generated picture around it this is. */
  readonly part?: GeneratedPart;
  /** Size in pixels of the full picture of a scaled layer, else of the canvas. */
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  /** Place of its picture in pixels of the document: the original's frame, else the whole canvas. */
  readonly frame: Rect;
  readonly origin?: ImageOrigin;
  readonly empty: boolean;
  /** Of groups; from the bottom to the top. */
  readonly children: readonly LayerInfo[];
  readonly expanded: boolean;
}

export interface DocumentInfo {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  /** From the bottom to the top. */
  readonly layers: readonly LayerInfo[];
  /** Bounds of what is selected; absent while nothing is. */
  readonly selection?: Rect;
  /** How an operation made the selection, as long as it is that. */
  readonly selectionMade?: SelectionMade;
}

/** What the page shows; sent after every change. */
export interface RasterState {
  readonly document?: DocumentInfo;
  /** Names of all steps, the oldest first. */
  readonly steps: readonly HistoryLabel[];
  /** How many of the steps are in force. */
  readonly done: number;
  /** The fewest steps that can be in force: what is before them is forgotten, or nothing at all. */
  readonly oldest: number;
  /** Names the state of the document; the same again after undo and redo. */
  readonly state: number;
  /** Steps in force before the last operation that is still in force; for the before/after slider. */
  readonly before?: number | undefined;
  /** Bytes: of tiles in memory, of those that only the history holds, and of what lies on the disk. */
  readonly memory: { readonly tiles: number; readonly history: number; readonly spilled: number };
}

/** A small picture of a layer or its mask, straight-alpha RGBA8. */
export interface Thumbnail {
  readonly layerId: string;
  readonly plane: 'pixels' | 'mask';
  readonly image: RasterImage;
}

/** Work that takes its time: a fill, a change of the selection. */
export interface RunningWork {
  readonly id: number;
  /** What the step will be called. */
  readonly label: HistoryLabel;
  /** 0-1 */
  readonly fraction: number;
}

/** Called by the worker. */
export interface RasterListener {
  state(state: RasterState): void;
  thumbnails(thumbnails: readonly Thumbnail[]): void;
  /** The outline of the selection, pixels of the document; undefined while nothing is selected. */
  outline(outline: MaskOutline | undefined): void;
  /** Told now and then while work takes longer than a moment, and with undefined when it has ended. */
  working(work: RunningWork | undefined): void;
  /** Outlines of what a tool has found, while its look asks for them. */
  labelOutline(outline: MaskOutline | undefined): void;
}

export type { CutSource, PlacedCut, SampleSource, SelectionMade, UpdatedCut };

export type SelectionMode = 'replace' | 'add' | 'subtract' | 'intersect';

export interface Point {
  /** Pixels of the document; pixel centres lie at .5. */
  readonly x: number;
  readonly y: number;
}

/** Pen or mouse at a moment. */
export interface PointerSample extends Point {
  /** 0-1. */
  readonly pressure: number;
  /** Milliseconds. */
  readonly time: number;
}

/** Changes of layers and the document. Each is one step of the history. */
export type EditCommand =
  | {
      readonly type: 'set-layers';
      readonly ids: readonly string[];
      readonly change: {
        readonly name?: string;
        readonly visible?: boolean;
        readonly opacity?: number;
        readonly blendMode?: GroupBlendMode;
        readonly clip?: boolean;
        readonly locked?: boolean;
        readonly alphaLocked?: boolean;
        readonly colourTag?: ColourTag;
        readonly role?: LayerRole;
        readonly reference?: boolean;
        readonly colourMode?: ColourMode;
        readonly expanded?: boolean;
      };
      readonly label: HistoryLabel;
      /** Joins it to the last step of the same kind: dragging a slider is one step. */
      readonly amend?: boolean;
    }
  /** Shows some layers and hides others: "only this one", and back. */
  | { readonly type: 'show-layers'; readonly shown: readonly string[]; readonly hidden: readonly string[] }
  | {
      readonly type: 'add-layer';
      readonly name: string;
      /** Above this one; on top otherwise. */
      readonly above?: string;
      readonly properties?: {
        readonly blendMode?: GroupBlendMode;
        readonly clip?: boolean;
        readonly role?: LayerRole;
        readonly colourMode?: ColourMode;
      };
    }
  /** Puts layers into a new group in the place of the topmost of them; an empty group without layers. */
  | {
      readonly type: 'group-layers';
      readonly ids: readonly string[];
      readonly name: string;
      readonly above?: string;
    }
  | { readonly type: 'ungroup'; readonly id: string }
  | { readonly type: 'delete-layers'; readonly ids: readonly string[] }
  /** Moves layers, keeping their order, to lie from `index` on among the layers of `parent` that stay. */
  | {
      readonly type: 'move-layers';
      readonly ids: readonly string[];
      readonly parent?: string;
      readonly index: number;
    }
  | { readonly type: 'duplicate-layers'; readonly ids: readonly string[]; readonly suffix: string }
  /** One layer onto the next below; a group becomes one layer. */
  | { readonly type: 'merge-down'; readonly id: string }
  | { readonly type: 'merge-layers'; readonly ids: readonly string[] }
  | { readonly type: 'merge-visible' }
  | { readonly type: 'flatten' }
  | { readonly type: 'add-mask'; readonly id: string; readonly from: 'reveal' | 'hide' | 'selection' }
  | { readonly type: 'delete-mask'; readonly id: string }
  | { readonly type: 'apply-mask'; readonly id: string }
  | { readonly type: 'invert-mask'; readonly id: string }
  | { readonly type: 'enable-mask'; readonly id: string; readonly enabled: boolean }
  /** Erases what is selected, or everything. */
  | { readonly type: 'clear'; readonly ids: readonly string[]; readonly plane: 'pixels' | 'mask' }
  /** Fills what is selected, or the whole canvas, with a colour. */
  | {
      readonly type: 'fill-selection';
      readonly id: string;
      readonly plane: 'pixels' | 'mask';
      readonly colour: string;
    }
  /** A copy of what is selected (of everything where nothing is) as a new layer; `cut` erases it there. */
  | {
      readonly type: 'layer-from-selection';
      readonly id: string;
      readonly cut: boolean;
      readonly name: string;
    }
  | { readonly type: 'rename-document'; readonly name: string };

/** Changes of the selection. Each is one step of the history. */
export type SelectCommand =
  | { readonly type: 'all' }
  | { readonly type: 'none' }
  /** The last selection there was. */
  | { readonly type: 'again' }
  | { readonly type: 'invert' }
  | { readonly type: 'grow' | 'shrink' | 'feather'; readonly pixels: number }
  /** By whole pixels. */
  | { readonly type: 'move'; readonly dx: number; readonly dy: number }
  | {
      readonly type: 'layer-alpha';
      readonly id: string;
      readonly plane: 'pixels' | 'mask';
      readonly mode: SelectionMode;
    }
  | {
      readonly type: 'rectangle' | 'ellipse';
      readonly rect: Rect;
      readonly mode: SelectionMode;
      readonly antialias: boolean;
      readonly feather: number;
    }
  | {
      readonly type: 'polygon';
      readonly points: readonly Point[];
      readonly mode: SelectionMode;
      readonly antialias: boolean;
      readonly feather: number;
    }
  | {
      readonly type: 'wand';
      readonly at: Point;
      readonly layerId: string;
      readonly tolerance: number;
      readonly contiguous: boolean;
      readonly sample: SampleSource;
      /** Pixels, 0-30. */
      readonly gap: number;
      readonly antialias: boolean;
      readonly mode: SelectionMode;
    };

export interface FillOptions {
  readonly layerId: string;
  readonly plane: 'pixels' | 'mask';
  readonly colour: string;
  /** 0-1. */
  readonly opacity: number;
  /** 0-255. */
  readonly tolerance: number;
  readonly contiguous: boolean;
  readonly sample: SampleSource;
  /** Pixels of gaps in the line art that are closed, 0-30. */
  readonly gap: number;
  /** Pixels by which the fill reaches under the lines, 0-8. */
  readonly grow: number;
  readonly antialias: boolean;
}

export interface StrokeStart {
  readonly layerId: string;
  readonly plane: 'pixels' | 'mask';
  readonly mode: 'paint' | 'erase';
  readonly brush: BrushSettings;
  /** #rrggbb */
  readonly colour: string;
  readonly label: HistoryLabel;
}

/** How the picture lies on the canvas of the worker. */
export interface Scene {
  readonly view: View;
  /** Set while the before/after slider is shown: `split` is 0-1 of the document's width. */
  readonly compare?: { readonly before: number; readonly split: number };
}

/** A piece of a running operation's result. */
export interface PreviewPiece {
  readonly frame: Rect;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly outputWidth: number;
  readonly outputHeight: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** How what a tool has found is shown over the picture. */
export interface LabelLook {
  /** Of the document. */
  readonly width: number;
  readonly height: number;
  /**
   * `tint` colours labels; `black`, `white` and `checker` put that in the place of what has none; `mask` is
   * the mask itself; `outline` draws nothing but tells of outlines.
   */
  readonly mode: 'tint' | 'outline' | 'black' | 'white' | 'checker' | 'mask';
  /** Of labels 1, 2, ..., #rrggbb; at least one. */
  readonly colours: readonly string[];
}

/** What a tool has found, in pixels of the document. */
export type LabelPiece =
  | {
      readonly kind: 'labels';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** 0 is none. */
      readonly data: Uint8Array<ArrayBuffer>;
    }
  /** A soft mask of the whole document, 0-255, shown until labels come again; without one, the labels are. */
  | { readonly kind: 'coverage'; readonly data: Uint8Array<ArrayBuffer> | undefined };

export interface OperationResult {
  readonly layerId: string;
  readonly image: RasterImage;
  readonly placement: 'resize-document' | 'new-layer' | 'replace-layer';
  readonly title: LocalizedText;
  /** The title in the person's language, for the name of a new layer. */
  readonly name: string;
  readonly recipe: Recipe;
  /** Of a new layer. */
  readonly properties?: { readonly blendMode: BlendMode; readonly role: LayerRole };
}

/** A generated picture that was drawn anew, to take the place of what it was. */
export interface RegeneratedPicture {
  /** The generated group or layer. */
  readonly id: string;
  readonly recipe: GeneratorRecipe;
  /** Of the names of layers that somebody has painted on, which stay. */
  readonly suffix: string;
  /** What the step is called. */
  readonly label: HistoryLabel;
}

/** What of a document goes into a file or onto the clipboard; a project is a `PortableDocument`, an export an `ExportDocument`, all others a `RasterImage`. */
export type RasterContent =
  /** The visible picture. */
  | { readonly type: 'flat' }
  /** A layer's picture: the full original where there is one. */
  | { readonly type: 'layer'; readonly id: string }
  /** What is selected of the visible picture or a layer, cropped to it; everything where nothing is. */
  | { readonly type: 'selection'; readonly layerId: string | undefined }
  /** A part of the visible picture, within the canvas. */
  | { readonly type: 'area'; readonly rect: Rect }
  /** A picture of the canvas's size that something is cut out of. */
  | { readonly type: 'cut'; readonly source: CutSource }
  /** An `ExportDocument` for a plugin; one by one where `layers` says so. */
  | { readonly type: 'export'; readonly layers: boolean }
  /** Everything, for PSD, OpenRaster and .koma files. */
  | { readonly type: 'project' };

/**
 * The raster worker's face. Calls are carried out in the order in which they were made; those that get pixels
 * through a port, when these are there. While a fill or a change of the selection takes its time, all others wait, but
 * for those that show. What fails leaves the document as it was and rejects with a `KomaError`, what is cancelled with
 * an `AbortError`.
 */
export interface RasterApi {
  start(
    canvas: OffscreenCanvas,
    listener: RasterListener,
    options: { readonly isolated: boolean },
  ): Promise<void>;
  resize(width: number, height: number, ratio: number): void;
  show(scene: Scene): void;
  preview(piece: PreviewPiece | undefined): void;
  /** Shows what a tool finds over the picture; a look of another size starts with nothing. Undefined ends it. */
  showLabels(look: LabelLook | undefined): void;
  putLabels(piece: LabelPiece): void;
  /** Cancels work, unless it has ended; its call is rejected. @param id from {@link RunningWork} */
  cancelWork(id: number): void;

  newDocument(
    name: string,
    width: number,
    height: number,
    dpi: number,
    background: string | undefined,
    layerNames: readonly [string, string],
  ): string | undefined;
  /**
   * Opens a picture as a document of its size.
   * @param pixels gives the `RasterImage`, once; see `receiveData`
   * @returns the layer's id
   */
  openImage(name: string, pixels: MessagePort, origin: ImageOrigin): string;
  /** Puts a picture into the middle of the document as a layer. @param pixels as for {@link openImage} */
  addImage(
    name: string,
    pixels: MessagePort,
    origin: ImageOrigin | undefined,
    above: string | undefined,
  ): string;
  /**
   * Opens a project, or a document that was just made.
   * @param document gives the `PortableDocument`, once
   * @param step `history.open` if absent
   */
  openPortable(document: MessagePort, step?: PortableStep): void;
  /**
   * Puts layers into the document as one step; several of them in a group of the portable document's name.
   * @param document gives the `PortableDocument`, once; its places are those of the open document
   * @returns the new layer's or group's id
   */
  addPortable(document: MessagePort, above: string | undefined, step: PortableStep): string;

  /**
   * Puts a generated picture that was drawn anew into the place of what it was, as one step.
   * @param document gives the `PortableDocument`, once; its places are those of the open document
   */
  regenerate(document: MessagePort, picture: RegeneratedPicture): void;
  /**
   * Shows the document without a layer, while a preview stands in for it; undefined shows it again.
   */
  leaveOut(id: string | undefined): void;

  /** @returns the layers to select then, where the command makes any */
  edit(command: EditCommand): readonly string[] | undefined;
  select(command: SelectCommand): void;
  undo(): void;
  redo(): void;
  /** Goes to the state with this many steps in force. */
  jump(done: number): void;

  beginStroke(start: StrokeStart, sample: PointerSample): void;
  /** In the order in which the pen gave them, coalesced events included. */
  continueStroke(samples: readonly PointerSample[]): void;
  endStroke(): void;
  cancelStroke(): void;

  /** @returns false where nothing was filled */
  fill(at: Point, options: FillOptions): boolean;
  /** Fills the closed areas inside a lasso. */
  lassoFill(points: readonly Point[], options: FillOptions): boolean;
  /** The colour at a pixel as #rrggbb; undefined off the canvas or where nothing is. */
  pick(at: Point, layerId: string | undefined, sample: SampleSource): string | undefined;
  /** The colours of which there is most. */
  palette(count: number): readonly string[];

  placeResult(result: OperationResult): string;
  /** Puts what was cut out into the document as one step. @returns the layers to select then */
  placeCut(cut: PlacedCut): readonly string[];
  /** Gives layers and masks that were cut out another answer, as one step. */
  updateCut(cut: UpdatedCut): void;
  /** Selects by a mask of the document's size. @param made how an operation made it */
  selectMask(mask: Mask, mode: SelectionMode, made?: SelectionMade): void;
  /** A layer's picture for an operation, a full original where there is one; the caller's own. */
  layerImage(id: string): RasterImage;
  /** What is selected of a layer's picture, a mask of its size; the caller's own. @returns undefined while nothing is */
  layerSelection(id: string): MaskInput | undefined;
  /** A layer's picture, no longer than `side` pixels on either side; the caller's own. */
  layerPreview(id: string, side: number): RasterImage;
  /** A picture that the document keeps as a recipe's input; the caller's own. */
  keptPicture(name: string): ImageInput | undefined;
  /** Sends content to another worker; resolves once it is on its way. @param to see `sendData` */
  send(content: RasterContent, to: MessagePort): Promise<void>;
  /** Resolves when everything asked for before has been drawn. */
  settled(): Promise<void>;
}
