/** How far into the file the root element is looked for, in bytes. */
const SEARCH_LIMIT = 64 * 1024;

const ROOT_IS_SVG = /<(?:[\w.-]+:)?svg[\s/>]/iy;
const DOCTYPE_IS_SVG = /<!doctype\s+(?:[\w.-]+:)?svg[\s[>]/iy;

/**
 * True if the file is XML whose root element is `svg`, as UTF-8 or UTF-16 text with or without a byte
 * order mark, after any white space, XML declaration, processing instructions and comments
 * (XML 1.0 section 2.8, `prolog`). A page of HTML that merely contains an `svg` element is not one.
 * Never throws; takes linear time.
 */
export function isSvg(bytes: Uint8Array): boolean {
  const text = asText(bytes.subarray(0, SEARCH_LIMIT));
  let at = 0;
  for (;;) {
    at = skipSpace(text, at);
    let end: number;
    if (text.startsWith('<?', at)) end = after(text, '?>', at + 2);
    else if (text.startsWith('<!--', at)) end = after(text, '-->', at + 4);
    else return matchesAt(ROOT_IS_SVG, text, at) || matchesAt(DOCTYPE_IS_SVG, text, at);
    if (end < 0) return false;
    at = end;
  }
}

/** Markup is ASCII, so UTF-16 is read by dropping the zero half of each unit. */
function asText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  const littleEndian = first === 0xff && second === 0xfe;
  const bigEndian = first === 0xfe && second === 0xff;
  const utf8Mark = first === 0xef && second === 0xbb && third === 0xbf;
  const step = littleEndian || bigEndian ? 2 : 1;
  const start = littleEndian ? 2 : bigEndian ? 3 : utf8Mark ? 3 : 0;
  let text = '';
  for (let i = start; i < bytes.length; i += step) text += String.fromCharCode(bytes[i] ?? 0);
  return text;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n\f'.includes(text.charAt(at))) at++;
  return at;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
