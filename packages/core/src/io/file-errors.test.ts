import { describe, expect, it } from 'vitest';
import {
  fileCmyk,
  fileDamaged,
  fileEmpty,
  fileFormatUnsupported,
  fileIsSvg,
  fileNotAnImage,
  imageTooLarge,
} from './file-errors.ts';

const makers = [
  fileEmpty,
  fileNotAnImage,
  fileIsSvg,
  fileCmyk,
  (name?: string) => fileFormatUnsupported('gif', 'GIF', name),
  (name?: string) => fileDamaged('it ends before the picture does', name),
  (name?: string) => imageTooLarge(16384, 16384, 64e6, name),
];

describe('file errors', () => {
  it('name the file when its name is known', () => {
    for (const make of makers) {
      expect(make('page 1.png').message).toMatch(/^"page 1\.png" /);
      expect(make('page 1.png').details['name']).toBe('page 1.png');
      expect(make().message).toMatch(/^The file /);
      expect(make().details).not.toHaveProperty('name');
    }
  });

  it('are two sentences: what happened, what to do', () => {
    for (const make of makers) {
      expect(make().message).toMatch(/\. (Copy|Open|Export|Convert|Save|Make) [^.]+\.$/);
    }
  });

  it('give sizes and limits in megapixels', () => {
    expect(imageTooLarge(16384, 16384, 64e6).details).toEqual({
      width: 16384,
      height: 16384,
      megapixels: 268.5,
      limit: 64,
    });
  });

  it('never say that a picture just over the limit has the size of the limit', () => {
    expect(imageTooLarge(64_000_001, 1, 64e6).details['megapixels']).toBe(64.1);
  });
});
