import type { PartName, PixelLayer } from '@koma/character';
import type { Locale, LocalizedText } from '@koma/core/plugin';

const t = (en: string, ja: string, zhHans: string): LocalizedText => ({ en, ja, 'zh-Hans': zhHans });

const kinds: Readonly<Record<PixelLayer['kind'], LocalizedText>> = {
  background: t('Background', '背景', '背景'),
  flat: t('Flats', '下塗り', '底色'),
  shade: t('Shade', '影', '阴影'),
  highlight: t('Highlights', 'ハイライト', '高光'),
  line: t('Line art', '線画', '线稿'),
};

const parts: Readonly<Record<PartName, LocalizedText>> = {
  background: t('Background', '背景', '背景'),
  hairBack: t('Hair (back)', '後ろ髪', '后发'),
  hairFront: t('Hair (front)', '前髪', '前发'),
  face: t('Face', '顔', '脸'),
  ear: t('Ear', '耳', '耳朵'),
  neck: t('Neck', '首', '颈部'),
  eye: t('Eye', '目', '眼睛'),
  brow: t('Brow', '眉', '眉毛'),
  nose: t('Nose', '鼻', '鼻子'),
  mouth: t('Mouth', '口', '嘴'),
  torso: t('Body', '胴体', '身体'),
  arm: t('Arm', '腕', '手臂'),
  hand: t('Hand', '手', '手'),
  leg: t('Leg', '脚', '腿'),
  foot: t('Foot', '足', '脚'),
  top: t('Top', 'トップス', '上衣'),
  sleeve: t('Sleeve', '袖', '袖子'),
  bottom: t('Bottom', 'ボトムス', '下装'),
  sock: t('Sock', '靴下', '袜子'),
  shoe: t('Shoe', '靴', '鞋子'),
  collar: t('Collar', '襟', '领子'),
  ribbon: t('Ribbon', 'リボン', '领结'),
  hat: t('Hat', '帽子', '帽子'),
  hairOrnament: t('Hair ornament', '髪飾り', '发饰'),
  glasses: t('Glasses', '眼鏡', '眼镜'),
  horn: t('Horn', '角', '角'),
  accessory: t('Accessory', '小物', '配饰'),
  effect: t('Effect', '効果', '效果'),
};

const sides = {
  left: t('left', '左', '左'),
  right: t('right', '右', '右'),
} as const;

/** What a layer of one kind is called. */
export function kindName(kind: PixelLayer['kind'], locale: Locale): string {
  return kinds[kind][locale] ?? kinds[kind].en;
}

/**
 * What the group of a part is called: `Eye (left) 2`.
 * @param side the character's own
 * @param count how many of the same name there are up to this one
 */
export function partName(
  part: PartName,
  side: 'left' | 'right' | undefined,
  count: number,
  locale: Locale,
): string {
  const title = parts[part][locale] ?? parts[part].en;
  const sided = side === undefined ? title : `${title} (${sides[side][locale] ?? sides[side].en})`;
  return count === 1 ? sided : `${sided} ${count}`;
}
