import { isMovable, jointNames, jointPlaces, moveJoint, type JointName } from '@koma/character';
import type { GeneratorOptions, Joint, LocalizedText } from '@koma/core/plugin';
import { invalidOptions, toCharacter, toOptions } from './options.ts';

const t = (en: string, ja: string, zhHans: string): LocalizedText => ({ en, ja, 'zh-Hans': zhHans });

/** By the joint's name without its side. */
const titles: Readonly<Record<string, LocalizedText>> = {
  head: t('Head', '頭', '头'),
  neck: t('Neck', '首', '颈'),
  chest: t('Chest', '胸', '胸'),
  pelvis: t('Pelvis', '骨盤', '骨盆'),
  shoulder: t('shoulder', '肩', '肩'),
  elbow: t('elbow', 'ひじ', '肘'),
  wrist: t('wrist', '手首', '腕'),
  hand: t('hand', '手', '手'),
  hip: t('hip', '腰', '髋'),
  knee: t('knee', 'ひざ', '膝'),
  ankle: t('ankle', '足首', '踝'),
  toe: t('foot', '足', '脚'),
};

const sides: Readonly<Record<string, LocalizedText>> = {
  Left: t('Left', '左', '左'),
  Right: t('Right', '右', '右'),
};

/** The joint that a bone comes from, by the name without its side; the pelvis is the root. */
const parents: Readonly<Record<string, string>> = {
  chest: 'pelvis',
  neck: 'chest',
  head: 'neck',
  shoulder: 'neck',
  elbow: 'shoulder',
  wrist: 'elbow',
  hand: 'wrist',
  hip: 'pelvis',
  knee: 'hip',
  ankle: 'knee',
  toe: 'ankle',
};

const middle = new Set(['head', 'neck', 'chest', 'pelvis']);

/** Parents before children. */
const order: readonly JointName[] = [
  'pelvis',
  'chest',
  'neck',
  'head',
  ...jointNames.filter((name) => !middle.has(name)),
];

/** The joints of a figure, the character's own left and right; see {@link Joint}. @throws KomaError `OPTIONS_INVALID` */
export function figureJoints(options: GeneratorOptions): Joint[] {
  const character = toCharacter(options);
  const places = jointPlaces(character);
  return order.map((name) => {
    const [, base, side] = /^(.+?)(Left|Right)?$/.exec(name) as unknown as [string, string, string?];
    const above = parents[base];
    const parent = above === undefined || middle.has(above) ? above : `${above}${side ?? ''}`;
    const [x, y] = places[name];
    return {
      name,
      label: side === undefined ? titles[base]! : joined(sides[side]!, titles[base]!),
      x,
      y,
      ...(parent !== undefined && { parent }),
      movable: isMovable(character, name),
    };
  });
}

/**
 * The options with one joint as near to a place of the picture as limbs allow.
 * @throws KomaError `OPTIONS_INVALID`
 */
export function moveFigureJoint(
  options: GeneratorOptions,
  joint: string,
  x: number,
  y: number,
): GeneratorOptions {
  if (!jointNames.includes(joint as JointName))
    throw invalidOptions(`There is no joint "${joint.slice(0, 40)}".`);
  return toOptions(moveJoint(toCharacter(options), joint as JointName, [x, y]));
}

const joined = (side: LocalizedText, title: LocalizedText): LocalizedText =>
  t(`${side.en} ${title.en}`, `${side.ja}${title.ja}`, `${side['zh-Hans']}${title['zh-Hans']}`);
