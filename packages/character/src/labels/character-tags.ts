import { hexToOklch } from '../palette/oklch.ts';
import type { Character } from '../parameters/catalogue.ts';
import { eyeColours, hairColours } from '../parameters/swatches.ts';
import { readJointAngles } from '../body/joint-angles.ts';
import { clothesTags } from './clothes-tags.ts';
import { hairTags } from './hair-tags.ts';

type Tags = Readonly<Record<string, readonly string[]>>;

const expressions: Tags = {
  neutral: ['expressionless'],
  smile: ['smile'],
  grin: ['grin', 'smile', 'teeth'],
  happy: ['closed_eyes', 'smile', 'happy'],
  laugh: ['closed_eyes', 'open_mouth', 'laughing', 'happy'],
  wink: ['one_eye_closed', 'smile'],
  angry: ['angry', 'v-shaped_eyebrows', 'frown'],
  sad: ['sad', 'frown'],
  crying: ['crying', 'tears', 'sad'],
  surprised: ['surprised', 'open_mouth'],
  embarrassed: ['embarrassed', 'blush'],
  smug: ['smug', 'smirk'],
  sleepy: ['sleepy', 'half-closed_eyes'],
  pout: ['pout'],
  shout: ['shouting', 'open_mouth'],
  scared: ['scared'],
};

/** Expressions that show no iris. */
const shutEyes = new Set<Character['expression']>(['happy', 'laugh']);

const ears: Tags = {
  elf: ['pointy_ears'],
  cat: ['animal_ears', 'cat_ears'],
  fox: ['animal_ears', 'fox_ears'],
  rabbit: ['animal_ears', 'rabbit_ears'],
};

const marks: Tags = {
  moleEye: ['mole', 'mole_under_eye'],
  moleMouth: ['mole', 'mole_under_mouth'],
  freckles: ['freckles'],
  scar: ['scar', 'scar_on_face'],
  plaster: ['bandaid', 'bandaid_on_face'],
};

const backgrounds: Tags = {
  plain: ['simple_background'],
  gradient: ['simple_background', 'gradient_background'],
  dots: ['polka_dot_background'],
  stripes: ['striped_background'],
  rays: ['sunburst_background'],
  petals: ['petals'],
  sky: ['sky', 'cloud'],
  window: ['window'],
  speed: ['emphasis_lines'],
  none: ['transparent_background'],
};

const finishes: Tags = {
  soft: ['soft_shading'],
  tone: ['monochrome', 'greyscale', 'screentones'],
  line: ['monochrome', 'lineart'],
};

const framings: Tags = {
  bust: ['portrait', 'upper_body'],
  full: ['full_body'],
  chibi: ['full_body', 'chibi'],
};

/** Poses whose name is not their tag. Standing about is the only one that shows in no tag of its own. */
const poses: Tags = {
  relaxed: ['standing'],
  contrapposto: ['standing', 'contrapposto'],
  handOnHip: ['hand_on_own_hip'],
  handsOnHips: ['hands_on_own_hips'],
  armsCrossed: ['crossed_arms'],
  wavingBoth: ['waving', 'arms_up'],
  peace: ['v'],
  thinking: ['hand_on_own_chin'],
  shy: ['own_hands_together'],
  handsBehind: ['arms_behind_back'],
  handsClasped: ['own_hands_clasped'],
  cheering: ['arms_up', 'cheering'],
  fist: ['clenched_hand', 'arm_up'],
  stretching: ['stretching', 'arms_up'],
  crouching: ['squatting'],
  fighting: ['fighting_stance'],
  reaching: ['reaching', 'outstretched_arm'],
  leaning: ['leaning_forward'],
};

/**
 * What a picture of the character would be tagged with on an image board, each tag once, in a fixed order.
 * Says what is drawn: the legs of a bust have no tags, nor has the colour of a line drawing.
 */
export function characterTags(character: Character): string[] {
  const { gender, age, framing, expression, finish } = character;
  const coloured = finish === 'cel' || finish === 'soft';
  const tags = [
    gender === 'girl' ? '1girl' : '1boy',
    'solo',
    ...framings[framing]!,
    ...ageTags(age, gender),
    ...(coloured && ['brown', 'dark'].includes(character.skinColor) ? ['dark_skin'] : []),
    ...(coloured && character.skinColor === 'tan' ? ['tan'] : []),
    ...(coloured ? [`${nearestSwatch(character.hairColor, hairColours)}_hair`] : []),
    ...hairTags(character, coloured),
    ...(coloured && !shutEyes.has(expression) ? eyeTags(character) : []),
    ...(expressions[expression] ?? []),
    ...(character.openMouth > 0.25 ? ['open_mouth'] : []),
    ...(character.fang ? ['fang'] : []),
    ...(character.blush >= 0.5 ? ['blush'] : []),
    ...(ears[character.ears] ?? []),
    ...(marks[character.marks] ?? []),
    ...(Math.abs(character.gazeX) > 0.5 ? ['looking_to_the_side'] : []),
    ...(Math.abs(character.roll) > 8 ? ['head_tilt'] : []),
    ...clothesTags(character),
    ...(framing === 'bust' || isFree(character) ? [] : (poses[character.pose] ?? [character.pose])),
    ...(backgrounds[character.background] ?? []),
    ...(finishes[finish] ?? []),
  ];
  return [...new Set(tags)];
}

/** Whether joints of the character's pose were set by hand: then its name no longer says how it is. */
const isFree = (character: Character): boolean =>
  character.jointAngles !== undefined && readJointAngles(character.jointAngles).pose === character.pose;

function ageTags(age: Character['age'], gender: Character['gender']): string[] {
  if (age === 'child') return ['child'];
  if (age === 'adult') return [gender === 'girl' ? 'mature_female' : 'mature_male'];
  return age === 'elder' ? [gender === 'girl' ? 'old_woman' : 'old_man'] : [];
}

function eyeTags({ eyeColor, eyeColorLeft, pupil }: Character): string[] {
  const right = nearestSwatch(eyeColor, eyeColours);
  const left = eyeColorLeft === 'same' ? right : nearestSwatch(eyeColorLeft, eyeColours);
  const shaped = {
    slit: 'slit_pupils',
    star: 'star-shaped_pupils',
    heart: 'heart-shaped_pupils',
    cross: 'cross-shaped_pupils',
    none: 'no_pupils',
  };
  return [
    `${right}_eyes`,
    ...(left === right ? [] : [`${left}_eyes`, 'heterochromia']),
    ...(pupil === 'round' ? [] : [shaped[pupil]]),
  ];
}

/** The name of the swatch that a colour is, or is nearest to in OKLab (Ottosson 2020). */
export function nearestSwatch(colour: string, swatches: Readonly<Record<string, string>>): string {
  if (Object.hasOwn(swatches, colour)) return colour;
  const place = (hex: string): readonly [number, number, number] => {
    const { l, c, h } = hexToOklch(hex);
    return [l, c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  };
  const [l, a, b] = place(colour);
  let nearest = '';
  let least = Infinity;
  for (const [name, hex] of Object.entries(swatches)) {
    const [l2, a2, b2] = place(hex);
    const distance = Math.hypot(l - l2, a - a2, b - b2);
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
}
