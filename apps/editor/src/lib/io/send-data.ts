import { buffersOf } from './buffers-of.ts';

/**
 * Sends plain data through a port that leads to another worker, past the page. Its pixels are given away, not
 * copied. Once: who receives it closes the port.
 */
export function sendData(port: MessagePort, data: object): void {
  port.postMessage(data, buffersOf(data));
}
