import { depth as layer } from '../drawing/depth.ts';

/** Hair that hangs in front of the shoulders but behind the jaw. */
export const beforeShoulders = layer.ear - 1;

/** The character's own side of a side in the picture. */
export const ownSide = (side: 1 | -1): 'left' | 'right' => (side === 1 ? 'left' : 'right');
