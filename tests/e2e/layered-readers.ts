import { createRequire } from 'node:module';
import { repository } from './studio-page.ts';

/** What is read of a layer of a Photoshop file; names are ag-psd's. */
export interface PsdLayer {
  readonly name: string;
  readonly hidden: boolean;
  /** 0-1. */
  readonly opacity: number;
  readonly blendMode: string;
  readonly clipping: boolean;
  readonly left: number;
  readonly top: number;
  readonly imageData?: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };
  readonly mask?: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly defaultColor: number;
    readonly disabled?: boolean;
    readonly imageData?: { readonly data: Uint8ClampedArray };
  };
  /** From the bottom to the top. */
  readonly children?: readonly PsdLayer[];
}

interface AgPsd {
  initializeCanvas(canvas: () => never, image: (width: number, height: number) => object): void;
  readPsd(
    bytes: Uint8Array,
    options: { useImageData: true; throwForMissingFeatures: true },
  ): Pick<PsdLayer, 'imageData' | 'children'>;
}

// Both are dependencies of core, and only their readers are wanted here.
const require = createRequire(repository('packages/core/package.json'));
const agPsd = require('ag-psd') as AgPsd;
const { unzipSync } = require('fflate') as {
  unzipSync(bytes: Uint8Array): Record<string, Uint8Array>;
};

agPsd.initializeCanvas(
  () => {
    throw new Error('A file is read without a canvas.');
  },
  (width, height) => ({ width, height, data: new Uint8ClampedArray(width * height * 4) }),
);

/** Reads a Photoshop file with ag-psd's reader. */
export function readPsd(bytes: Uint8Array): Pick<PsdLayer, 'imageData' | 'children'> {
  return agPsd.readPsd(bytes, { useImageData: true, throwForMissingFeatures: true });
}

/** The files of an archive by their names. */
export function unzip(bytes: Uint8Array): Record<string, Buffer> {
  const files = Object.entries(unzipSync(bytes));
  return Object.fromEntries(files.map(([name, content]) => [name, Buffer.from(content)]));
}
