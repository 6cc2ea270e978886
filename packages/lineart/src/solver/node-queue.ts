const ABSENT = -1;

/** First in, first out; a node is in it at most once, so it has room for all nodes and never grows. */
export class NodeQueue {
  /** The node behind a node; the last one points to itself. */
  readonly #behind: Int32Array;
  #first = ABSENT;
  #last = ABSENT;

  constructor(nodes: number) {
    this.#behind = new Int32Array(nodes).fill(ABSENT);
  }

  has(node: number): boolean {
    return this.#behind[node] !== ABSENT;
  }

  /** Without effect where the node waits already. */
  push(node: number): void {
    if (this.#behind[node] !== ABSENT) return;
    if (this.#first === ABSENT) this.#first = node;
    else this.#behind[this.#last] = node;
    this.#behind[node] = node;
    this.#last = node;
  }

  /** The node that waits longest, or -1. */
  shift(): number {
    const node = this.#first;
    if (node === ABSENT) return ABSENT;
    const behind = this.#behind[node]!;
    this.#first = behind === node ? ABSENT : behind;
    this.#behind[node] = ABSENT;
    return node;
  }
}
