/**
 * What a generator of pictures answers: pure questions only, in its worker. The host draws every panel
 * from the manifest (`generator-manifest.ts`). Types only, shared by both sides of the worker boundary.
 */
import type { PortableDocument } from '../io/layered/index.ts';
import type { RasterImage } from '../raster/index.ts';
import type { Locale, LocalizedText } from './manifest.ts';
import type { OperationContext } from './protocol.ts';
import type { DrawSvg } from './svg-service.ts';

/** The value of one attribute. */
export type OptionValue = string | number | boolean;

/**
 * One picture, completely: attribute id -> value, and always a whole number `seed` for everything that
 * has no attribute. Goes through JSON unchanged. Hidden attributes may be absent, all others are there.
 */
export type GeneratorOptions = Readonly<Record<string, OptionValue>>;

/** What somebody has decided about one attribute; an absent wish leaves it to chance. */
export type Wish =
  | OptionValue
  /** A number between two, both included. */
  | { readonly min: number; readonly max: number }
  | { readonly oneOf: readonly OptionValue[] };

/** Wishes by attribute id. A wish for `seed` keeps what has no attribute, whatever seed chance draws from. */
export type Wishes = Readonly<Record<string, Wish>>;

/** A joint of the drawn figure. */
export interface Joint {
  readonly name: string;
  readonly label: LocalizedText;
  /** Fractions of the picture's width and height; outside 0-1 where the picture cuts the figure off. */
  readonly x: number;
  readonly y: number;
  /** The name of the joint that its bone comes from; absent at the root. */
  readonly parent?: string;
  /** Whether `moveJoint` takes it. */
  readonly movable: boolean;
}

/** A face in a picture, pixels; `score` is higher the surer, and compares within one picture only. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly score: number;
}

/** What is shown of a character: the finished picture, its line art on white paper, or its colours as a reference. */
export type GeneratorLook = 'whole' | 'sketch' | 'style';

/**
 * How a picture becomes layers: one a kind (background, flats, shade, highlights, line art), or a group a
 * part of the body with those in it.
 */
export type LayerSplit = 'kinds' | 'parts';

/**
 * The questions, by method: what is asked and what is answered. Every answer is a function of the request
 * alone. Requests own their pictures and bytes; so do answers.
 */
export interface GeneratorCalls {
  /** Options of a seed under wishes. */
  sample: { request: { readonly seed: number; readonly wishes: Wishes }; answer: GeneratorOptions };
  /** A picture whose longer side has `size` pixels, or hardly less where its shape asks for it. */
  draw: {
    request: {
      readonly options: GeneratorOptions;
      readonly size: number;
      /** Default `whole`. */
      readonly look?: GeneratorLook;
    };
    answer: RasterImage;
  };
  /** The same picture in layers for the canvas, with blend modes, clipping and roles. */
  layers: {
    request: {
      readonly options: GeneratorOptions;
      readonly size: number;
      readonly as: LayerSplit;
      /** The language of the layers' names. Default `en`. */
      readonly locale?: Locale;
    };
    answer: PortableDocument;
  };
  /** A near relative: `strength` 0 (the same) to 1 (a stranger); groups in `keep` stay as they are. */
  vary: {
    request: {
      readonly options: GeneratorOptions;
      readonly strength: number;
      readonly seed: number;
      readonly keep: readonly string[];
    };
    answer: GeneratorOptions;
  };
  /**
   * A child. `shares`: how much of `b` each group has, 0 to 1, 0.5 where absent; colours mix in OKLCH,
   * numbers linearly, choices fall by chance.
   */
  breed: {
    request: {
      readonly a: GeneratorOptions;
      readonly b: GeneratorOptions;
      readonly shares: Readonly<Record<string, number>>;
      readonly seed: number;
    };
    answer: GeneratorOptions;
  };
  /**
   * The in-between at `t`, 0 to 1; 0 and 1 give exactly the ends but for groups in `lock`, which stay as
   * they are in `a`. What cannot morph changes at a `t` of its own.
   */
  between: {
    request: {
      readonly a: GeneratorOptions;
      readonly b: GeneratorOptions;
      readonly t: number;
      readonly lock: readonly string[];
    };
    answer: GeneratorOptions;
  };
  /** The joints of the figure, parents before children. */
  joints: { request: { readonly options: GeneratorOptions }; answer: readonly Joint[] };
  /** The pose with one joint as near to a place (fractions of the picture) as limbs allow. */
  moveJoint: {
    request: {
      readonly options: GeneratorOptions;
      readonly joint: string;
      readonly x: number;
      readonly y: number;
    };
    answer: GeneratorOptions;
  };
  /** A name and two or three sentences of plot. */
  blurb: {
    request: { readonly options: GeneratorOptions; readonly locale: Locale };
    answer: { readonly name: string; readonly plot: string };
  };
  /** The faces of any picture, best first. Reports progress and those found so far where it takes long. */
  findFaces: { request: { readonly image: RasterImage }; answer: readonly FaceBox[] };
  /** Wishes for a picture that looks like a face of another one. */
  likeThis: {
    request: { readonly image: RasterImage; readonly face: FaceBox; readonly seed: number };
    answer: Wishes;
  };
  /** The options in a file: JSON text, or a PNG that carries them. */
  readOptions: { request: { readonly bytes: Uint8Array }; answer: GeneratorOptions };
  /** A file with the options: JSON text, or `png` with them put into it. */
  writeOptions: {
    request: { readonly options: GeneratorOptions; readonly png?: Uint8Array };
    answer: Uint8Array;
  };
}

/** The name of a question. */
export type GeneratorMethod = keyof GeneratorCalls;
/** What is asked. */
export type GeneratorRequest<M extends GeneratorMethod> = GeneratorCalls[M]['request'];
/** What is answered. */
export type GeneratorAnswer<M extends GeneratorMethod> = GeneratorCalls[M]['answer'];

/** What a generator may use besides its request. */
export interface GeneratorContext<M extends GeneratorMethod = GeneratorMethod> extends Omit<
  OperationContext,
  'wants'
> {
  /**
   * Draws SVG text, at most 4096 x 4096; see {@link DrawSvg}. A cancel is heard before each drawing.
   * @throws AbortError once cancelled, KomaError `PLUGIN_FAILED` where the text is refused
   */
  readonly drawSvg: DrawSvg;
  /** Tells what is known of the answer so far, for people to see; it is checked as the answer is. */
  partial(answer: GeneratorAnswer<M>): void;
}

/** What every generator answers. */
export type RequiredGeneratorMethod = 'sample' | 'draw' | 'layers' | 'vary' | 'breed' | 'between';

type Answering<M extends GeneratorMethod> = (
  request: GeneratorRequest<M>,
  context: GeneratorContext<M>,
) => Promise<GeneratorAnswer<M>>;

/**
 * The code of one generator of the manifest. The host asks an optional question only where a widget of
 * the manifest needs it, and says so where the answer is missing.
 */
export type Generator = { readonly [M in RequiredGeneratorMethod]: Answering<M> } & {
  readonly [M in Exclude<GeneratorMethod, RequiredGeneratorMethod>]?: Answering<M>;
};
