import { describe, expect, it } from 'vitest';
import { SPEC } from '../generate/fake-generator.test-helper.ts';
import { wishText } from './wish-text.ts';

const attribute = (id: string) => SPEC.attributes.find((each) => each.id === id)!;
const english = (text: { en: string }) => text.en;

describe('wishText', () => {
  it('names ranges and options, and values that have no name as they are', () => {
    expect(wishText({ min: 0.2, max: 0.6 }, attribute('size'), english)).toBe('0.2 – 0.6');
    expect(wishText({ oneOf: ['up', 'left'] }, attribute('stance'), english)).toBe('Up, Left');
    expect(wishText({ oneOf: ['red', '#00ff00'] }, attribute('hue'), english)).toBe('Red, #00ff00');
    expect(wishText({ oneOf: [1, 2] }, attribute('size'), english)).toBe('1, 2');
  });
});
