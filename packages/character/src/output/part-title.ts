import type { Part, PartName } from '../drawing/drawing.ts';

const titles: Readonly<Record<PartName, string>> = {
  background: 'Background',
  hairBack: 'Hair (back)',
  hairFront: 'Hair (front)',
  face: 'Face',
  ear: 'Ear',
  neck: 'Neck',
  eye: 'Eye',
  brow: 'Brow',
  nose: 'Nose',
  mouth: 'Mouth',
  torso: 'Body',
  arm: 'Arm',
  hand: 'Hand',
  leg: 'Leg',
  foot: 'Foot',
  top: 'Top',
  sleeve: 'Sleeve',
  bottom: 'Bottom',
  sock: 'Sock',
  shoe: 'Shoe',
  collar: 'Collar',
  ribbon: 'Ribbon',
  hat: 'Hat',
  hairOrnament: 'Hair ornament',
  glasses: 'Glasses',
  horn: 'Horn',
  accessory: 'Accessory',
  effect: 'Effect',
};

/** What a layer of a part is called: `Eye (left)`, the side being the character's own. */
export function partTitle({ name, side }: Pick<Part, 'name' | 'side'>): string {
  return side === undefined ? titles[name] : `${titles[name]} (${side})`;
}
