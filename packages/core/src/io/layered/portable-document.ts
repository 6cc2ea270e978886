import type {
  ColourMode,
  ColourTag,
  GeneratedPart,
  GeneratorRecipe,
  LayerRole,
  Recipe,
} from '../../document/index.ts';
import type { ImageInput, ImageOrigin } from '../../plugin/index.ts';
import type { BlendMode, GroupBlendMode, RasterImage, Rect } from '../../raster/index.ts';

/**
 * A document as files hold it: plain values and whole pictures, without tiles, history or selection.
 * Everything in it can be cloned and transferred between threads. Readers of files make one, writers
 * take one and only read it.
 */
export interface PortableDocument {
  readonly name: string;
  /** Canvas size in pixels, >= 1. */
  readonly width: number;
  readonly height: number;
  /** Pixels an inch on paper, > 0. */
  readonly dpi: number;
  /** From the bottom to the top. */
  readonly nodes: readonly PortableNode[];
  /** Everything flattened, of the canvas's size; worked out where it is needed and absent. */
  readonly composite?: RasterImage | undefined;
  /** Pictures that are no layers any more but inputs of recipes, by the key that recipes use. */
  readonly kept?: ReadonlyMap<string, ImageInput> | undefined;
}

export type PortableNode = PortableLayer | PortableGroup;

interface PortableProperties {
  /** Unique in the document. */
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  /** 0-1. */
  readonly opacity: number;
  /** Shows only where the nearest sibling below that is not clipped shows. */
  readonly clip: boolean;
  readonly locked: boolean;
  readonly alphaLocked: boolean;
  readonly colourTag: ColourTag;
  readonly mask?: PortableMask | undefined;
  /** How a generator made it, or what is in it. */
  readonly generated?: GeneratorRecipe | undefined;
  /** Which part of the generated picture around it this is. */
  readonly part?: GeneratedPart | undefined;
}

/** A layer of pixels. */
export interface PortableLayer extends PortableProperties {
  readonly kind: 'layer';
  readonly blendMode: BlendMode;
  readonly role: LayerRole;
  /** Fills that follow the reference layer read it. */
  readonly reference?: boolean | undefined;
  readonly colourMode: ColourMode;
  /** The pixels, cropped to what there is; undefined where there is nothing. */
  readonly image: RasterImage | undefined;
  /** Where the picture's top left corner lies: whole pixels of the document, outside the canvas too. */
  readonly x: number;
  readonly y: number;
  /** How an operation made it. */
  readonly recipe?: Recipe | undefined;
  /** The picture in full where `image` is a scaled copy of it, and the rectangle that it fills. */
  readonly original?: { readonly image: RasterImage; readonly frame: Rect } | undefined;
  /** The file that the pixels come from unchanged. */
  readonly origin?: ImageOrigin | undefined;
}

/** Layers that are moved, hidden, masked and blended together. */
export interface PortableGroup extends PortableProperties {
  readonly kind: 'group';
  readonly blendMode: GroupBlendMode;
  /** From the bottom to the top. */
  readonly children: readonly PortableNode[];
  /** Whether the panel shows what is in it. */
  readonly expanded: boolean;
}

/** One plane of coverage, rows from the top; `data.length === width * height`. */
export interface MaskImage {
  readonly width: number;
  readonly height: number;
  /** 0 hides, 255 shows. */
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Coverage by which the alpha of a layer or group is multiplied. */
export interface PortableMask {
  /** Undefined where the mask is `outside` everywhere. */
  readonly image: MaskImage | undefined;
  /** The top left corner in pixels of the document. */
  readonly x: number;
  readonly y: number;
  readonly enabled: boolean;
  /** What the mask is beyond its picture. */
  readonly outside: 0 | 255;
  /** How an operation made it. */
  readonly recipe?: Recipe | undefined;
}

/** All nodes, groups before what is in them, from the bottom up. */
export function* walkNodes(nodes: readonly PortableNode[]): Generator<PortableNode> {
  for (const node of nodes) {
    yield node;
    if (node.kind === 'group') yield* walkNodes(node.children);
  }
}
