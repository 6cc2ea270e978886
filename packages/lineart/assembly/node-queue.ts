/**
 * First in, first out, of structures that carry the link themselves: at `link` bytes from their address
 * lies the address of the one behind them, 0 where they are not in the queue, their own for the last.
 */
@unmanaged
export class NodeQueue {
  first: usize;
  last: usize;

  @inline
  static has(node: usize, link: usize): bool {
    return load<usize>(node + link) != 0;
  }

  /** Without effect where the node waits already. */
  @inline
  push(node: usize, link: usize): void {
    if (load<usize>(node + link) != 0) return;
    if (this.first == 0) this.first = node;
    else store<usize>(this.last + link, node);
    store<usize>(node + link, node);
    this.last = node;
  }

  /** The node that waits longest, or 0. */
  @inline
  shift(link: usize): usize {
    const node = this.first;
    if (node == 0) return 0;
    const behind = load<usize>(node + link);
    this.first = behind == node ? 0 : behind;
    store<usize>(node + link, 0);
    return node;
  }
}
