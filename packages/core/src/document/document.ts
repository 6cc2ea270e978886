import type { ImageOrigin } from '../plugin/index.ts';
import type { BlendMode, GroupBlendMode, Rect, TileMap } from '../raster/index.ts';
import type { SelectionMade } from './cut-recipe.ts';
import type { GeneratedPart, GeneratorRecipe } from './generator-recipe.ts';
import type { Recipe } from './recipe.ts';

/** Colours by which layers are told apart in the panel. */
export const COLOUR_TAGS = ['none', 'red', 'orange', 'yellow', 'green', 'blue', 'violet', 'grey'] as const;
export type ColourTag = (typeof COLOUR_TAGS)[number];

/**
 * What a layer is for. Line art lies on top in multiply and bounds fills; a fill layer takes the flats
 * below it.
 */
export type LayerRole = 'none' | 'line-art' | 'fill';

/**
 * What may be drawn on a layer: any colour; greys; or black, white and nothing, without antialiasing,
 * for print. Pixels are stored as small as they allow whatever the mode.
 */
export type ColourMode = 'colour' | 'grey' | 'mono';

/** Coverage by which a layer's alpha is multiplied; 0 hides. */
export interface LayerMask {
  readonly tiles: TileMap;
  /** What missing tiles stand for. */
  readonly outside: 0 | 255;
  readonly enabled: boolean;
  /** How an operation made it; absent once it has been painted on. */
  readonly recipe?: Recipe | undefined;
}

/** A picture that is no layer: the full-size original of a scaled layer, the input of a recipe. */
export interface StoredPicture {
  readonly width: number;
  readonly height: number;
  readonly tiles: TileMap;
  /** The file that its pixels come from unchanged; operations may care how it was compressed. */
  readonly origin?: ImageOrigin | undefined;
}

interface LayerProperties {
  readonly name: string;
  readonly visible: boolean;
  /** 0-1. */
  readonly opacity: number;
  /** Whether it shows only where the nearest layer below that is not clipped shows. */
  readonly clip: boolean;
  /** Neither its pixels nor its place can be changed. */
  readonly locked: boolean;
  /** Painting changes colours and leaves alpha as it is. */
  readonly alphaLocked: boolean;
  readonly colourTag: ColourTag;
  readonly mask?: LayerMask | undefined;
  /** How a generator made it, or what is in it; of a layer absent once it has been painted on. */
  readonly generated?: GeneratorRecipe | undefined;
  /** Which part of the generated picture around it this is. */
  readonly part?: GeneratedPart | undefined;
}

/** A layer of pixels. */
export interface RasterLayer extends LayerProperties {
  readonly kind: 'raster';
  /** Unique in the document, never reused. */
  readonly id: string;
  readonly blendMode: BlendMode;
  readonly role: LayerRole;
  /** Fills that follow "the reference layer" read the layers that are marked so. */
  readonly reference: boolean;
  readonly colourMode: ColourMode;
  /** In pixels of the document; may reach beyond the canvas. */
  readonly tiles: TileMap;
  /**
   * The rectangle of the document that its picture fills, transparent edges included; absent for layers
   * that were painted, whose picture is the canvas.
   */
  readonly frame?: Rect | undefined;
  /** How an operation made it; absent once it has been painted on. */
  readonly recipe?: Recipe | undefined;
  /**
   * The picture in full, where `tiles` shows it at another size: an upscaled layer keeps all its pixels
   * in an unchanged document. Absent once it has been painted on.
   */
  readonly original?: { readonly picture: StoredPicture; readonly frame: Rect } | undefined;
  /** The file it came from; absent once its pixels are no longer those of the file. */
  readonly origin?: ImageOrigin | undefined;
}

/** Layers that are moved, hidden, masked and blended together. */
export interface GroupLayer extends LayerProperties {
  readonly kind: 'group';
  readonly id: string;
  /** `pass-through`: its layers blend with what is below the group. */
  readonly blendMode: GroupBlendMode;
  /** From the bottom to the top. */
  readonly children: readonly LayerNode[];
  /** Whether the panel shows what is in it. */
  readonly expanded: boolean;
}

export type LayerNode = RasterLayer | GroupLayer;

/** What is being worked on. Immutable: every edit makes a new one that shares what it did not touch. */
export interface KomaDocument {
  readonly id: string;
  readonly name: string;
  /** Canvas size in pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels per inch on paper. */
  readonly dpi: number;
  /** From the bottom to the top. */
  readonly layers: readonly LayerNode[];
  /** Coverage of what is selected; absent while nothing is, which means that everything may be edited. */
  readonly selection?: TileMap | undefined;
  /** How an operation made the selection; absent where it was made or changed otherwise. Not part of files. */
  readonly selectionMade?: SelectionMade | undefined;
  /** Inputs of recipes that are no longer layers, by the name under which the recipe knows them. */
  readonly kept: ReadonlyMap<string, StoredPicture>;
}

/** Pixels per inch of a picture that does not say: what manga is scanned and printed at in colour. */
export const DEFAULT_DPI = 350;

/** A document without layers. */
export function emptyDocument(name: string, width: number, height: number, dpi = DEFAULT_DPI): KomaDocument {
  return { id: crypto.randomUUID(), name, width, height, dpi, layers: [], kept: new Map() };
}

/** A new raster layer, empty unless told otherwise. It owns the tiles it is given. */
export function rasterLayer(name: string, properties: Partial<Omit<RasterLayer, 'kind'>> = {}): RasterLayer {
  return {
    kind: 'raster',
    id: crypto.randomUUID(),
    name,
    visible: true,
    opacity: 1,
    clip: false,
    locked: false,
    alphaLocked: false,
    colourTag: 'none',
    blendMode: 'normal',
    role: 'none',
    reference: false,
    colourMode: 'colour',
    tiles: new Map(),
    ...properties,
  };
}

/** A new group. */
export function groupLayer(name: string, properties: Partial<Omit<GroupLayer, 'kind'>> = {}): GroupLayer {
  return {
    kind: 'group',
    id: crypto.randomUUID(),
    name,
    visible: true,
    opacity: 1,
    clip: false,
    locked: false,
    alphaLocked: false,
    colourTag: 'none',
    blendMode: 'pass-through',
    children: [],
    expanded: true,
    ...properties,
  };
}
