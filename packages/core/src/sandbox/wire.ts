/**
 * What a third-party plugin's worker and its host say to each other over a MessagePort. Types only, shared by both
 * sides. The host believes nothing that comes from the other side: see `guest-messages.ts`.
 */
import type { SerializedError } from '../errors.ts';
import type { BackendReport, ModelSource, Tensor } from '../inference/index.ts';
import type {
  ExportDocument,
  GeneratorAnswer,
  GeneratorMethod,
  GeneratorRequest,
  LocalizedText,
  OperationInputs,
  OperationOutputs,
  ParamValues,
  Permission,
  PreviewTile,
  SessionUpdate,
  StrokesInput,
} from '../plugin/index.ts';

/** Of these messages; both sides say it first. */
export type WireVersion = 1;

/** What the host asks. An open session has the id of the call that opened it. */
export type GuestCall =
  | {
      readonly method: 'run';
      readonly operation: string;
      readonly inputs: OperationInputs;
      readonly params: ParamValues;
      /** Names of the outputs that are asked for; absent: all. */
      readonly wanted?: readonly string[] | undefined;
    }
  | {
      readonly method: 'generate';
      readonly generator: string;
      readonly question: GeneratorMethod;
      readonly request: GeneratorRequest<GeneratorMethod>;
    }
  | {
      readonly method: 'export';
      readonly exporter: string;
      readonly document: ExportDocument;
      readonly params: ParamValues;
    }
  | {
      readonly method: 'open';
      readonly operation: string;
      /** All inputs but the strokes. */
      readonly inputs: OperationInputs;
      readonly params: ParamValues;
    }
  | {
      readonly method: 'update';
      readonly session: number;
      readonly strokes: StrokesInput;
      readonly params: ParamValues;
    }
  | {
      readonly method: 'commit';
      readonly session: number;
      readonly strokes: StrokesInput;
      readonly params: ParamValues;
      readonly wanted?: readonly string[] | undefined;
    };

/** From the host. */
export type HostMessage =
  | {
      readonly type: 'init';
      readonly wire: WireVersion;
      readonly granted: readonly Permission[];
      /** What will be tried first for models. */
      readonly backend: BackendReport;
    }
  | { readonly type: 'call'; readonly id: number; readonly call: GuestCall }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'close'; readonly session: number }
  /** Asks whether messages are heard; answered at once. */
  | { readonly type: 'ping' }
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly type: 'answer';
      readonly id: number;
      readonly ok: false;
      readonly error: SerializedError;
    };

/** What a plugin may ask the host to do; each needs its permission. */
export type ServiceRequest =
  | { readonly service: 'inference.open'; readonly source: ModelSource }
  | {
      readonly service: 'inference.run';
      readonly session: number;
      readonly inputs: Readonly<Record<string, Tensor>>;
    }
  | { readonly service: 'inference.release'; readonly session: number }
  | { readonly service: 'models.bytes'; readonly model: string }
  | { readonly service: 'files.bytes'; readonly path: string }
  | { readonly service: 'storage.get' | 'storage.delete'; readonly key: string }
  | { readonly service: 'storage.set'; readonly key: string; readonly bytes: Uint8Array }
  | { readonly service: 'storage.keys' }
  | {
      readonly service: 'fetch';
      readonly url: string;
      readonly method: 'GET' | 'POST';
      readonly headers?: Readonly<Record<string, string>> | undefined;
      readonly body?: Uint8Array | undefined;
    }
  | {
      readonly service: 'drawSvg';
      readonly svg: string;
      readonly width: number;
      readonly height: number;
    };

/** What each call comes to. */
export type GuestResult = OperationOutputs | GeneratorAnswer<GeneratorMethod> | undefined;

/** From the plugin's side, if it is what it should be. */
export type GuestMessage =
  | { readonly type: 'ready'; readonly wire: WireVersion }
  /** The plugin's script threw, or left no plugin. */
  | { readonly type: 'broken'; readonly error: SerializedError }
  | { readonly type: 'result'; readonly id: number; readonly value?: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly error: SerializedError }
  | {
      readonly type: 'progress';
      /** Of a call, or of an open session. */
      readonly id: number;
      readonly fraction: number;
      readonly label?: LocalizedText | undefined;
    }
  | { readonly type: 'preview'; readonly id: number; readonly tile: PreviewTile }
  | { readonly type: 'partial'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'update'; readonly session: number; readonly update: SessionUpdate }
  | { readonly type: 'request'; readonly id: number; readonly request: ServiceRequest }
  | { readonly type: 'pong' }
  | { readonly type: 'log'; readonly text: string };
