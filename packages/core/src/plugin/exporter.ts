/**
 * What an exporter gets and makes. Types only, shared by both sides of the worker boundary.
 */
import type { BlendMode, RasterImage } from '../raster/index.ts';
import type { ParamValues } from './params.ts';
import type { OperationContext } from './protocol.ts';

/** An output of type `file`, and what an exporter makes: something that the person saves. */
export interface FileOutput {
  /** A plain file name with its extension, no folders; the person may change it. */
  readonly name: string;
  /** E.g. `image/png`. */
  readonly mediaType: string;
  /** At most 256 MB; given away. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A layer of an exported document. */
export interface ExportLayer {
  readonly name: string;
  readonly image: RasterImage;
  /** Where the image's top left corner lies, whole pixels of the document. */
  readonly x: number;
  readonly y: number;
  /** 0-1. */
  readonly opacity: number;
  readonly blendMode: BlendMode;
  readonly visible: boolean;
}

/** A document as its exporter gets it; the pictures are the exporter's own. */
export interface ExportDocument {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** All that is visible, composited; always there. */
  readonly flat?: RasterImage;
  /** From the bottom to the top, groups taken apart and masks applied; there if the manifest says `reads: 'layers'`. */
  readonly layers?: readonly ExportLayer[];
}

/** What an exporter may use besides document and parameters. */
export type ExportContext = Omit<OperationContext, 'preview' | 'wants'>;

/** Turns a document into a file: same document, parameters and version give the same bytes. */
export type Exporter = (
  document: ExportDocument,
  params: ParamValues,
  context: ExportContext,
) => Promise<FileOutput>;
