import { attributes, catalogue, type AttributeName } from '@koma/character';

/** The groups of attributes as panels show them, in their order. */
export const groupIds = [
  'person',
  'face',
  'eyes',
  'hair',
  'colours',
  'expression',
  'pose',
  'clothes',
  'accessories',
  'picture',
  'finish',
] as const;

/** What is shown, varied, bred and locked together. */
export type GroupId = (typeof groupIds)[number];

/** The attribute of a pose that was set joint by joint; absent where a named one is taken as it is. */
export const FREE_POSE = 'jointAngles';

/** The names of all attributes of the catalogue, in its order. */
export const attributeNames = Object.keys(catalogue) as readonly AttributeName[];

/**
 * The group of an attribute. The colours of a person are a group of their own, so that they can be mixed
 * and kept apart from shapes; the colour of the background is part of the picture. The seed, which
 * strands and folds follow, goes with the hair.
 */
export function groupOf(name: AttributeName | 'seed' | typeof FREE_POSE): GroupId {
  if (name === 'seed') return 'hair';
  if (name === FREE_POSE) return 'pose';
  const { kind, group } = attributes[name];
  return kind === 'colour' && group !== 'picture' ? 'colours' : group;
}
