import { abortError, KomaError } from '@koma/core/errors';

/**
 * What another worker sends through a port by {@link sendData}; the port is closed then.
 * @throws AbortError if that worker ends before (in browsers that tell); KomaError `OUT_OF_MEMORY`
 */
export function receiveData<T extends object>(port: MessagePort): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const message = 'There is not enough memory for this picture. Close other tabs and try again.';
  port.addEventListener('message', ({ data }: MessageEvent<T>) => resolve(data));
  port.addEventListener('messageerror', () => reject(new KomaError('OUT_OF_MEMORY', message)));
  port.addEventListener('close', () => reject(abortError()));
  port.start();
  return promise.finally(() => port.close());
}
