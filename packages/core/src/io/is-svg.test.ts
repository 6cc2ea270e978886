import { describe, expect, it } from 'vitest';
import { isSvg } from './is-svg.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    [...`\ufeff${text}`].flatMap((character) => {
      const unit = character.charCodeAt(0);
      return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
    }),
  );

describe('isSvg', () => {
  it.each([
    '<svg/>',
    '<svg xmlns="http://www.w3.org/2000/svg">',
    '\ufeff<svg>',
    ' \r\n\t<svg\n>',
    '<?xml version="1.0"?>\n<svg>',
    '<?xml version="1.0"?><!-- a <b> -- c --> <?style x?><!-- d --><svg>',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg>',
    '<!DOCTYPE svg [<!ENTITY x "y">]><svg>',
    '<s:svg xmlns:s="http://www.w3.org/2000/svg">',
  ])('recognises %j', (text) => {
    expect(isSvg(utf8(text))).toBe(true);
  });

  it.each([
    '',
    'svg',
    '<svgx>',
    '<html><svg></svg></html>',
    '<!DOCTYPE html><svg>',
    '<?xml version="1.0"?><rss>',
    '<!-- <svg> -->',
    '<!-- never closed <svg>',
    '<?xml never closed <svg>',
  ])('does not take %j for one', (text) => {
    expect(isSvg(utf8(text))).toBe(false);
  });

  it('reads UTF-16 of either byte order', () => {
    expect(isSvg(utf16('<?xml version="1.0"?><svg>', true))).toBe(true);
    expect(isSvg(utf16('<?xml version="1.0"?><svg>', false))).toBe(true);
  });

  it('takes linear time for text made to be slow', () => {
    const started = performance.now();
    isSvg(utf8('<!---->'.repeat(1e6)));
    isSvg(utf8(`<${'a'.repeat(1e6)}`));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
