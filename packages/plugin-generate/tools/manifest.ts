import { attributes, CHARACTER_KEYWORD, type AttributeName } from '@koma/character';
import type { AttributeSpec, GeneratorSpec, PluginManifest } from '@koma/core/plugin';
import { attributeNames, FREE_POSE, groupIds, groupOf, type GroupId } from '../src/groups.ts';
import { labelOf, localized, optionLabel } from './labels.ts';
import type { Text } from './labels/label.ts';

/** Colour attributes show this as "like the other" rather than as a colour. */
const NO_SWATCH = '';
/** Ranges up to this are fractions and factors; wider ones are degrees. */
const FINE_RANGE = 4;

const groupLabels: Readonly<Record<GroupId, Text>> = {
  person: ['Person', '人物', '人物'],
  face: ['Face', '顔', '脸'],
  eyes: ['Eyes', '目', '眼睛'],
  hair: ['Hair', '髪', '头发'],
  colours: ['Colours', '色', '颜色'],
  expression: ['Expression', '表情', '表情'],
  pose: ['Pose', 'ポーズ', '姿势'],
  clothes: ['Clothes', '服', '服装'],
  accessories: ['Accessories', '小物', '配饰'],
  picture: ['Picture', '画面', '画面'],
  finish: ['Finish', '仕上げ', '画风'],
};

/** Sliders that few people touch. */
const expert = new Set<AttributeName>([
  'zoom',
  'shift',
  'chin',
  'cheeks',
  'eyeSize',
  'eyeGap',
  'eyeTilt',
  'lashes',
  'openMouth',
  'gazeX',
  'gazeY',
  'hairVolume',
  'hairWave',
  'lineWeight',
  'lineTaper',
]);

/** When an attribute does anything at all. */
const shownIf: Readonly<Partial<Record<AttributeName, NonNullable<AttributeSpec['showIf']>>>> = {
  zoom: { param: 'framing', is: ['bust'] },
  shift: { param: 'framing', is: ['bust'] },
  socks: { param: 'framing', is: ['full', 'chibi'] },
  shoes: { param: 'framing', is: ['full', 'chibi'] },
  hairAccentColor: { param: 'hairAccent', is: ['tips', 'inner', 'streak'] },
};

/** An attribute of the catalogue as the manifest describes it. */
function attributeSpec(id: AttributeName): AttributeSpec {
  const attribute = attributes[id];
  const showIf = shownIf[id];
  const base = {
    id,
    group: groupOf(id),
    label: labelOf(id),
    ...(expert.has(id) && { expert: true }),
    ...(showIf && { showIf }),
  };
  switch (attribute.kind) {
    case 'choice': {
      const options = attribute.options.map((value) => ({ value, label: optionLabel(id, value) }));
      return { ...base, type: 'choice', options };
    }
    case 'number': {
      const { min, max } = attribute;
      return { ...base, type: 'number', min, max, step: max - min <= FINE_RANGE ? 0.01 : 0.5 };
    }
    case 'flag':
      return { ...base, type: 'boolean' };
    case 'colour': {
      const options = Object.entries(attribute.swatches).map(([value, swatch]) => ({
        value,
        label: optionLabel(id, value),
        ...(swatch !== NO_SWATCH && { swatch }),
      }));
      return { ...base, type: 'colour', options, custom: true };
    }
  }
}

const freePose: AttributeSpec = {
  id: FREE_POSE,
  group: groupOf(FREE_POSE),
  label: localized(['Pose set by hand', '手で付けたポーズ', '手动姿势']),
  type: 'hidden',
};

/** The one generator of the plugin. */
export function generatorSpec(): GeneratorSpec {
  return {
    id: 'character',
    title: localized(['Characters', 'キャラクター', '角色']),
    summary: localized([
      'Draws manga characters, from a bust to a whole figure, as layers.',
      '漫画のキャラクターを、バストアップから全身まで、レイヤー付きで描きます。',
      '绘制漫画角色，从半身到全身，并分好图层。',
    ]),
    engine: { id: 'vector', title: localized(['Vector', 'ベクター', '矢量']) },
    groups: groupIds.map((id) => ({ id, label: localized(groupLabels[id]) })),
    // Group by group, as panels show them.
    attributes: groupIds.flatMap((group) => [
      ...attributeNames.filter((name) => groupOf(name) === group).map(attributeSpec),
      ...(group === freePose.group ? [freePose] : []),
    ]),
    wizard: [
      {
        id: 'character',
        title: localized(['Character', 'キャラクター', '角色']),
        groups: ['person', 'face', 'eyes', 'hair'],
        vary: ['person', 'face', 'eyes', 'hair', 'colours', 'expression', 'clothes', 'accessories', 'pose'],
      },
      {
        id: 'colours',
        title: localized(['Colours', '色', '颜色']),
        groups: ['colours'],
        vary: ['colours'],
      },
      {
        id: 'details',
        title: localized(['Details', '細部', '细节']),
        groups: ['clothes', 'accessories', 'expression'],
        vary: ['clothes', 'accessories', 'expression'],
      },
      {
        id: 'pose',
        title: localized(['Pose', 'ポーズ', '姿势']),
        groups: ['pose', 'picture'],
        vary: ['pose'],
      },
    ],
    poses: { attribute: 'pose', label: labelOf('pose') },
    identity: ['person', 'face', 'eyes', 'hair', 'colours', 'clothes', 'accessories'],
    pose: ['pose', 'expression'],
    keyword: CHARACTER_KEYWORD,
    size: { min: 64, max: 4096, default: 1024 },
    widgets: [
      'grid',
      'wizard',
      'attributes',
      'vary',
      'breed',
      'strip',
      'joints',
      'palette',
      'history',
      'endless',
      'faces',
    ],
  };
}

/** The whole `koma-plugin.json`. */
export function manifest(): PluginManifest {
  return {
    manifestVersion: 1,
    id: 'studio.koma.generate',
    version: '0.1.0',
    engines: { koma: '^0.1.0' },
    name: localized(['Generate', '生成', '生成']),
    description: localized([
      'Makes new characters by attributes, seeds, mixing and morphing; finds faces and makes look-alikes.',
      '属性・シード・ミックス・変形で新しいキャラクターを作り、顔を見つけて似たキャラクターを作ります。',
      '通过属性、种子、混合与变形创建新角色；可识别人脸并生成相似角色。',
    ]),
    author: 'Koma Studio',
    license: 'MIT',
    entry: 'src/index.ts',
    permissions: ['layer:read', 'layer:write'],
    models: [],
    contributes: { operations: [], generators: [generatorSpec()] },
  };
}
