import type { FileOutput, OperationOutputs, OutputValue, PaletteOutput, TextOutput } from '@koma/core/plugin';
import type { OfferedOperation } from './operations.ts';

/** What an operation gave that is to be read, used or saved. */
export interface OperationResults {
  readonly operation: OfferedOperation;
  readonly texts: readonly (TextOutput & Named)[];
  readonly palettes: readonly (PaletteOutput & Named)[];
  readonly files: readonly (FileOutput & Named)[];
}

/** An output with what its manifest calls it. */
interface Named {
  readonly output: OfferedOperation['spec']['outputs'][number];
}

/** What the last operation gave besides pixels, until the person has seen it. */
class Results {
  shown = $state.raw<OperationResults>();

  /** Shows what there is to show, if there is. */
  show(operation: OfferedOperation, outputs: OperationOutputs): void {
    // What an output holds is told by its type, and has been checked.
    const of = <T extends OutputValue>(type: string) =>
      operation.spec.outputs.flatMap((output) => {
        const value = outputs[output.name];
        return output.type === type && value ? [{ ...(value as T), output }] : [];
      });
    const texts = of<TextOutput>('text');
    const palettes = of<PaletteOutput>('palette');
    const files = of<FileOutput>('file');
    if (texts.length + palettes.length + files.length > 0) this.shown = { operation, texts, palettes, files };
  }

  close(): void {
    this.shown = undefined;
  }
}

export const results = new Results();
