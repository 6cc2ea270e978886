/** The host's end of a port whose other end sends whatever it is told, at once. */
export class HostilePort extends EventTarget {
  closed = false;
  /** Numbers of the calls that the host has made. */
  readonly calls: number[] = [];

  postMessage(message: { readonly type: string; readonly id?: number }): void {
    // As a real port would: what cannot be cloned throws.
    const { type, id } = structuredClone(message);
    if (type === 'call') this.calls.push(id!);
  }

  /** Delivers a message as structured clone leaves it. @returns whether it could be sent */
  deliver(message: unknown): boolean {
    let data: unknown;
    try {
      data = structuredClone(message);
    } catch {
      return false;
    }
    this.dispatchEvent(new MessageEvent('message', { data }));
    return true;
  }

  start(): void {}

  close(): void {
    this.closed = true;
  }

  asPort(): MessagePort {
    return this as unknown as MessagePort;
  }
}
