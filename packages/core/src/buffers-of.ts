/** The memory of all pictures, files and other views in a value made of plain objects and arrays, each block once. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (ArrayBuffer.isView(part)) buffers.add(part.buffer as ArrayBuffer);
    else for (const each of Object.values(part)) visit(each);
  };
  visit(value);
  return [...buffers];
}
