import { describe, expect, it } from 'vitest';
import { FORMAT_EXTENSIONS, FORMAT_MIME, formatFromFileName, formatFromMime, IMAGE_FORMATS } from './mime.ts';

describe('format tables', () => {
  it('lead from every format to its names and back', () => {
    for (const format of IMAGE_FORMATS) {
      expect(formatFromMime(FORMAT_MIME[format])).toBe(format);
      for (const extension of FORMAT_EXTENSIONS[format])
        expect(formatFromFileName(`a.${extension}`)).toBe(format);
    }
  });

  it('ignore case, parameters and folders', () => {
    expect(formatFromMime(' Image/JPEG; q=1')).toBe('jpeg');
    expect(formatFromFileName('out.d/Page.1.JPG')).toBe('jpeg');
  });

  it('know nothing about other types and names', () => {
    for (const mime of ['', 'image/jpg', 'image/gif', 'text/plain'])
      expect(formatFromMime(mime)).toBeUndefined();
    for (const name of ['', 'png', 'a.gif', 'a.png.', 'b.png/c'])
      expect(formatFromFileName(name)).toBeUndefined();
  });
});
