import { deserializeError, serializeError, type SerializedError } from '@koma/core/errors';
import * as Comlink from 'comlink';

interface Thrown {
  readonly value: unknown;
}

/** Lets Koma's errors keep their code when they cross to another thread. Both sides call it once. */
export function installErrorTransfer(): void {
  const handler: Comlink.TransferHandler<Thrown, SerializedError> = {
    canHandle: (value): value is Thrown =>
      typeof value === 'object' && value !== null && Comlink.transferHandlers.get('throw')!.canHandle(value),
    serialize: ({ value }) => [serializeError(value, 'EDIT_FAILED'), []],
    deserialize: (error) => {
      throw deserializeError(error);
    },
  };
  const platform = Comlink.transferHandlers.get('throw')!;
  Comlink.transferHandlers.set('throw', {
    ...handler,
    canHandle: platform.canHandle as typeof handler.canHandle,
  });
}
