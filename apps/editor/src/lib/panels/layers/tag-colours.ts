import type { ColourTag } from '@koma/core/document';

/** CSS colours of the colour tags, told apart on light and dark panels; empty for none. */
export const TAG_COLOURS: Readonly<Record<ColourTag, string>> = {
  none: '',
  red: '#e5484d',
  orange: '#ee7d22',
  yellow: '#dcae00',
  green: '#3f9f54',
  blue: '#3b82e0',
  violet: '#9a68dd',
  grey: '#8a8c97',
};
