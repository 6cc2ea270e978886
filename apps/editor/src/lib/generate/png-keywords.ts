const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Bytes of a keyword (PNG 3rd edition, section 11.3.3.2). */
const MAX_KEYWORD = 79;
const TEXT_CHUNKS = new Set(['tEXt', 'zTXt', 'iTXt']);

/**
 * The keywords of the texts in a PNG. Reads the chunks' heads only, so it takes no time on pictures of any size;
 * what is no PNG, or ends early, has those that were found by then.
 */
export async function pngKeywords(file: Blob): Promise<string[]> {
  const read = async (from: number, length: number): Promise<Uint8Array> =>
    new Uint8Array(await file.slice(from, from + length).arrayBuffer());
  const signature = await read(0, SIGNATURE.length);
  if (SIGNATURE.some((byte, i) => signature[i] !== byte)) return [];
  const keywords: string[] = [];
  for (let at = SIGNATURE.length; at + 12 <= file.size;) {
    const head = await read(at, 8);
    const length = new DataView(head.buffer).getUint32(0);
    const type = String.fromCharCode(...head.subarray(4));
    if (type === 'IEND') break;
    if (TEXT_CHUNKS.has(type)) {
      const text = await read(at + 8, Math.min(length, MAX_KEYWORD + 1));
      const end = text.indexOf(0);
      if (end > 0) keywords.push(String.fromCharCode(...text.subarray(0, end)));
    }
    at += 12 + length;
  }
  return keywords;
}
