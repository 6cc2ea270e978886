import { describe, expect, it } from 'vitest';
import { temporaryTool } from './temporary-tool.ts';

const none = { space: false, ctrl: false, alt: false };

describe('temporaryTool', () => {
  it('leaves the tool in the hand while nothing is held', () => {
    expect(temporaryTool(none, 'ink')).toBe('ink');
    expect(temporaryTool({ ...none, ctrl: true }, 'ink')).toBe('ink');
  });
  it('moves the picture with Space and zooms with Ctrl and Space, whatever else is held', () => {
    expect(temporaryTool({ ...none, space: true }, 'wand')).toBe('hand');
    expect(temporaryTool({ space: true, ctrl: true, alt: true }, 'brush')).toBe('zoom');
  });
  it('picks colours with Alt where one paints, but not where Alt means something else', () => {
    for (const tool of ['brush', 'pencil', 'ink', 'eraser', 'bucket', 'lassoFill'] as const)
      expect(temporaryTool({ ...none, alt: true }, tool)).toBe('eyedropper');
    for (const tool of ['rectangle', 'lasso', 'polygon', 'wand', 'zoom', 'eyedropper'] as const)
      expect(temporaryTool({ ...none, alt: true }, tool)).toBe(tool);
  });
});
