const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The platform's `atob`. @throws TypeError where the text is none */
export function plainAtob(text: string): string {
  const dense = String(text).replace(/[\t\n\f\r ]/g, '');
  const bare = dense.length % 4 === 0 ? dense.replace(/={1,2}$/, '') : dense;
  if (/[^A-Za-z0-9+/]/.test(bare) || bare.length % 4 === 1) throw new TypeError('The text is not base64.');
  const parts: string[] = [];
  for (let at = 0; at < bare.length; at += 4) {
    let bits = 0;
    const four = bare.slice(at, at + 4);
    for (let i = 0; i < 4; i++) bits = (bits << 6) | Math.max(0, ALPHABET.indexOf(four[i] ?? 'A'));
    const three = String.fromCharCode((bits >> 16) & 255, (bits >> 8) & 255, bits & 255);
    parts.push(three.slice(0, four.length - 1));
  }
  return parts.join('');
}

/** The platform's `btoa`. @throws TypeError where a character is beyond 255 */
export function plainBtoa(text: string): string {
  const binary = String(text);
  const parts: string[] = [];
  for (let at = 0; at < binary.length; at += 3) {
    const three = [binary.charCodeAt(at), binary.charCodeAt(at + 1) || 0, binary.charCodeAt(at + 2) || 0];
    if (three.some((code) => code > 255)) throw new TypeError('The text has characters beyond Latin 1.');
    const bits = (three[0]! << 16) | (three[1]! << 8) | three[2]!;
    const four = [18, 12, 6, 0].map((shift) => ALPHABET[(bits >> shift) & 63]!).join('');
    const missing = Math.max(0, at + 3 - binary.length);
    parts.push(four.slice(0, 4 - missing) + '='.repeat(missing));
  }
  return parts.join('');
}
