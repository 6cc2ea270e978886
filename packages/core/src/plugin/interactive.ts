/**
 * What an interactive operation and its host say to each other: `open -> update(strokes)* -> commit | close`.
 * Types only, shared by both sides of the worker boundary.
 */
import type { BackendReport } from '../inference/index.ts';
import type { SerializedError } from '../errors.ts';
import type { LocalizedText } from './manifest.ts';
import type { ParamValues } from './params.ts';
import type {
  ImageInput,
  OperationContext,
  OperationInputs,
  OperationOutputs,
  OperationReply,
} from './protocol.ts';

/**
 * A stroke that says what is under it. Labels with a meaning of their own are `fg` (subject), `bg`
 * (background), `erase` (takes earlier paint away, says nothing itself) and `edge` (a border drawn by hand:
 * it belongs to nobody, and a cut along it is free). Any other label is a name of its own.
 */
export interface Stroke {
  readonly label: string;
  /**
   * What the points are: a line that is drawn (the default), or an outline, closed from its end to its start, within
   * or beyond which everything is painted. Areas are rougher than lines and speak more softly, pixel for pixel.
   */
  readonly shape?: 'line' | 'inside' | 'outside' | undefined;
  /** Of a line, pixels of the picture, > 0. */
  readonly radius: number;
  /** `true`: all that is under it has its label, whatever else speaks against it. */
  readonly hard?: boolean | undefined;
  /** From the start to the end; pixels of the picture, whose centres lie at .5; one point is a click. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** An input of type `strokes`, applied in order: later paint covers earlier paint. May lie outside the picture. */
export interface StrokesInput {
  readonly strokes: readonly Stroke[];
}

/** An output of type `mask`. */
export interface MaskOutput {
  readonly width: number;
  readonly height: number;
  /** Coverage 0-255, `width * height` bytes, rows from the top. */
  readonly data: Uint8Array<ArrayBuffer>;
}

/** An output of type `masks`: one of each name that the strokes use besides `fg`; may be none. */
export interface MasksOutput {
  readonly width: number;
  readonly height: number;
  readonly masks: readonly { readonly name: string; readonly data: Uint8Array<ArrayBuffer> }[];
}

/** Labels of a rectangle of the picture. */
export interface LabelPatch {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** `width * height` bytes: 0 is background, i the i-th of the names, counted from 1. Given away by the sender. */
  readonly labels: Uint8Array<ArrayBuffer>;
}

/** A straight piece of a border, in pixels of the picture. */
export interface BorderSegment {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What a session has found out. */
export interface SessionUpdate {
  /** What labels 1, 2, ... stand for: `fg`, then other names in the order in which the strokes first use them. */
  readonly names: readonly string[];
  /** What differs from all that was sent before, at first from nothing but background; absent: nothing does. */
  readonly patch?: LabelPatch | undefined;
  /** What the answer was made of: a reduced picture, the picture, or the picture with its borders refined. */
  readonly sharpness: 'quick' | 'full' | 'refined';
  /** Where a border crosses open paper and is therefore a guess; a stroke of `edge` along it settles it. */
  readonly leaks?: readonly BorderSegment[] | undefined;
}

/** What a session may use while it is open. */
export interface SessionContext extends Omit<OperationContext, 'preview' | 'wants'> {
  /** Aborted when the session is closed. */
  readonly signal: AbortSignal;
  /** Sends a better answer to the last strokes that was found meanwhile. */
  push(update: SessionUpdate): void;
}

/** What a session may use for its whole result. */
export type CommitContext = Omit<OperationContext, 'preview'>;

/** One picture that is being worked on. Its calls come one after the other. */
export interface InteractiveSession {
  /**
   * The answer is a function of strokes and parameters alone: what was sent before must not show in it, and the
   * session finds out what is new.
   * @param strokes all strokes as they are now, with the one that is being drawn
   */
  update(
    strokes: StrokesInput,
    params: ParamValues,
    context: { readonly signal: AbortSignal },
  ): Promise<SessionUpdate>;
  /** The operation's outputs in full quality, as the operation itself gives them for the same inputs. */
  commit(strokes: StrokesInput, params: ParamValues, context: CommitContext): Promise<OperationOutputs>;
  /** Lets go of everything. Called once, and nothing after it. */
  close(): void;
}

/** The interactive form of an operation whose manifest says `interactive`. */
export interface InteractiveOperation<Inputs = Readonly<Record<string, ImageInput>>> {
  /**
   * @param inputs all inputs but the strokes, checked by the host
   * @returns as soon as strokes can be answered; what makes better answers may go on, but has to let messages
   *   through every few milliseconds
   */
  open(inputs: Inputs, params: ParamValues, context: SessionContext): Promise<InteractiveSession>;
}

/** Opens a session. */
export interface OpenCall {
  readonly operation: string;
  /** All inputs but the strokes. */
  readonly inputs: OperationInputs;
  readonly params: ParamValues;
}

/** What strokes mean in an open session. */
export interface UpdateCall {
  readonly session: number;
  readonly strokes: StrokesInput;
  readonly params: ParamValues;
}

export interface CommitCall extends UpdateCall {
  /** Names of the outputs that are asked for; absent: all. */
  readonly outputs?: readonly string[];
}

/** Called from the worker as long as the session is open, answered on the host's thread. */
export interface SessionListener {
  progress(fraction: number, label?: LocalizedText): void;
  update(update: SessionUpdate): void;
  backend(report: BackendReport): void;
}

/** What the host can ask of a worker's sessions. Every call but the last can be cancelled by the worker's `cancel`. */
export interface SessionWorkerApi {
  openSession(call: OpenCall, listener: SessionListener): Promise<OpenReply>;
  updateSession(call: UpdateCall): Promise<UpdateReply>;
  commitSession(call: CommitCall): Promise<OperationReply>;
  closeSession(session: number): void;
}

export type OpenReply =
  { readonly ok: true; readonly session: number } | { readonly ok: false; readonly error: SerializedError };

/** An answer is sent to the listener, so that all of them arrive in the order in which they were found. */
export type UpdateReply = { readonly ok: true } | { readonly ok: false; readonly error: SerializedError };
