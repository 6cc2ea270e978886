import * as Comlink from 'comlink';

/** Lets ports be given to another thread as parameters of a call. Both sides call it once. */
export function installPortTransfer(): void {
  const handler: Comlink.TransferHandler<MessagePort, MessagePort> = {
    canHandle: (value): value is MessagePort => value instanceof MessagePort,
    serialize: (port) => [port, [port]],
    deserialize: (port) => port,
  };
  Comlink.transferHandlers.set('port', handler);
}
