/**
 * Lets the messages that have come to this thread be handled. Resolves in a task of its own; unlike
 * `setTimeout` not held back by browsers where it is called again and again.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
