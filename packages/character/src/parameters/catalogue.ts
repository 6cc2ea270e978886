import type { Attribute, ValueOf } from './attribute.ts';
import { clothColours, eyeColours, groundColours, hairColours, skinColours } from './swatches.ts';
import { poseNames } from './pose-names.ts';

/**
 * Every attribute of a character: what panels show, what `--set NAME=VALUE` takes, what is sampled,
 * bred and written into files. Names are stable: files of old versions use them. New attributes go
 * anywhere (each is sampled from a stream of its own); new options of a choice go to the END.
 */
export const catalogue = {
  // picture
  framing: { group: 'picture', kind: 'choice', options: ['bust', 'full', 'chibi'], default: 'bust' },
  background: {
    group: 'picture',
    kind: 'choice',
    options: ['plain', 'gradient', 'dots', 'stripes', 'rays', 'petals', 'sky', 'window', 'speed', 'none'],
    default: 'plain',
    weights: [8, 4, 2, 2, 1, 2, 2, 2, 0, 0],
  },
  backgroundColor: {
    group: 'picture',
    kind: 'colour',
    swatches: groundColours,
    default: 'ice',
    weights: [0.7, 1, 3, 3, 2.5, 3, 2.5, 3, 4, 3, 2.5, 3.5, 3, 3, 2.5],
  },

  // How near the camera is to a bust, and where the face is from left (-1) to right (1).
  zoom: { group: 'picture', kind: 'number', min: 0.7, max: 1.5, default: 1, usual: [0.84, 1.1] },
  shift: { group: 'picture', kind: 'number', min: -1, max: 1, default: 0, usual: [-0.45, 0.45] },

  // person
  gender: { group: 'person', kind: 'choice', options: ['girl', 'boy'], default: 'girl', weights: [13, 7] },
  age: {
    group: 'person',
    kind: 'choice',
    options: ['child', 'teen', 'adult', 'elder'],
    default: 'teen',
    weights: [3, 11, 6, 0.6],
  },
  skinColor: {
    group: 'person',
    kind: 'colour',
    swatches: skinColours,
    default: 'fair',
    weights: [6, 12, 4.5, 1.2, 0.25, 0.12],
  },
  build: { group: 'person', kind: 'number', min: 0, max: 1, default: 0.4, usual: [0.15, 0.7] },

  // face
  faceShape: {
    group: 'face',
    kind: 'choice',
    options: ['oval', 'round', 'pointed', 'square', 'long'],
    default: 'oval',
    weights: [6, 4, 4, 1, 1.5],
  },
  chin: { group: 'face', kind: 'number', min: 0, max: 1, default: 0.5, usual: [0.2, 0.8] },
  cheeks: { group: 'face', kind: 'number', min: 0, max: 1, default: 0.5, usual: [0.2, 0.8] },
  nose: {
    group: 'face',
    kind: 'choice',
    options: ['dot', 'tick', 'shadow', 'button', 'bridge'],
    default: 'tick',
    weights: [3, 5, 4, 2, 1],
  },
  ears: {
    group: 'face',
    kind: 'choice',
    options: ['human', 'elf', 'cat', 'fox', 'rabbit'],
    default: 'human',
    weights: [20, 1.5, 1.2, 0.6, 0.5],
  },
  marks: {
    group: 'face',
    kind: 'choice',
    options: ['none', 'moleEye', 'moleMouth', 'freckles', 'scar', 'plaster'],
    default: 'none',
    weights: [20, 1, 1, 1, 0.6, 0.6],
  },
  blush: { group: 'face', kind: 'number', min: 0, max: 1, default: 0.4, usual: [0, 0.9] },

  // eyes
  eyeColor: { group: 'eyes', kind: 'colour', swatches: eyeColours, default: 'blue' },
  eyeColorLeft: {
    group: 'eyes',
    kind: 'colour',
    swatches: { same: '', ...eyeColours },
    default: 'same',
    weights: [40, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15],
  },
  eyeShape: {
    group: 'eyes',
    kind: 'choice',
    options: ['round', 'almond', 'droopy', 'sharp', 'narrow', 'wide'],
    default: 'round',
    weights: [5, 5, 3, 3, 1, 2],
  },
  eyeSize: { group: 'eyes', kind: 'number', min: 0.75, max: 1.25, default: 1, usual: [0.9, 1.14] },
  eyeGap: { group: 'eyes', kind: 'number', min: 0.85, max: 1.15, default: 1, usual: [0.94, 1.06] },
  eyeTilt: { group: 'eyes', kind: 'number', min: -10, max: 12, default: 2, usual: [-4, 7] },
  irisStyle: {
    group: 'eyes',
    kind: 'choice',
    options: ['gloss', 'glow', 'ring', 'flat', 'gem'],
    default: 'gloss',
    weights: [5, 4, 3, 1.5, 2],
  },
  pupil: {
    group: 'eyes',
    kind: 'choice',
    options: ['round', 'slit', 'star', 'heart', 'cross', 'none'],
    default: 'round',
    weights: [20, 1.2, 0.6, 0.5, 0.4, 0.8],
  },
  lashes: { group: 'eyes', kind: 'number', min: 0, max: 1, default: 0.5, usual: [0.25, 0.9] },
  brows: {
    group: 'eyes',
    kind: 'choice',
    options: ['thin', 'natural', 'thick', 'short', 'angled'],
    default: 'natural',
    weights: [4, 6, 2, 1.2, 2],
  },

  // expression
  expression: {
    group: 'expression',
    kind: 'choice',
    options: [
      'neutral',
      'smile',
      'grin',
      'happy',
      'laugh',
      'wink',
      'angry',
      'sad',
      'crying',
      'surprised',
      'embarrassed',
      'smug',
      'sleepy',
      'pout',
      'shout',
      'scared',
    ],
    default: 'smile',
    weights: [8, 9, 3, 2, 2, 1.5, 1.5, 1.5, 1, 1.5, 1.5, 1.5, 1, 1, 0.8, 0.8],
  },
  openMouth: { group: 'expression', kind: 'number', min: 0, max: 1, default: 0, usual: [0, 0.27] },
  gazeX: { group: 'expression', kind: 'number', min: -1, max: 1, default: 0, usual: [-0.4, 0.4] },
  gazeY: { group: 'expression', kind: 'number', min: -1, max: 1, default: 0, usual: [-0.25, 0.25] },
  fang: { group: 'expression', kind: 'flag', default: false, probability: 0.06 },

  // hair
  hairColor: {
    group: 'hair',
    kind: 'colour',
    swatches: hairColours,
    default: 'brown',
    weights: [11, 11, 13, 9, 8, 8, 5, 8, 7, 6, 5, 5, 3],
  },
  hairAccent: {
    group: 'hair',
    kind: 'choice',
    options: ['none', 'tips', 'inner', 'streak'],
    default: 'none',
    weights: [20, 1.5, 1.5, 1],
  },
  hairAccentColor: { group: 'hair', kind: 'colour', swatches: hairColours, default: 'pink' },
  fringe: {
    group: 'hair',
    kind: 'choice',
    options: [
      'full',
      'blunt',
      'parted',
      'centre',
      'sweptLeft',
      'sweptRight',
      'mShape',
      'wispy',
      'curtain',
      'choppy',
      'veil',
      'spiky',
      'crossed',
      'slicked',
      'curly',
      'asymmetric',
    ],
    default: 'full',
    weights: [6, 3, 4, 3, 3, 3, 4, 3, 3, 3, 0.3, 1.5, 2, 1, 1.2, 2],
  },
  backHair: {
    group: 'hair',
    kind: 'choice',
    options: [
      'long',
      'short',
      'bob',
      'hime',
      'wavy',
      'twinTails',
      'lowTwinTails',
      'ponytail',
      'sidePonytail',
      'drills',
      'braid',
      'twinBraids',
      'bun',
      'twinBuns',
      'pixie',
      'shortBoy',
      'spiky',
      'wolf',
      'curly',
    ],
    default: 'long',
    weights: [8, 5, 6, 3, 4, 5, 3, 5, 2, 2, 2, 2, 2, 2, 2, 3, 2, 2, 2],
  },
  sideLocks: {
    group: 'hair',
    kind: 'choice',
    options: ['none', 'short', 'long', 'hime', 'curled'],
    default: 'short',
    weights: [2, 6, 5, 1.5, 1.5],
  },
  ahoge: {
    group: 'hair',
    kind: 'choice',
    options: ['none', 'single', 'double', 'curl', 'heart'],
    default: 'none',
    weights: [14, 4, 1.5, 1, 0.4],
  },
  hairLength: { group: 'hair', kind: 'number', min: 0, max: 1, default: 0.5, usual: [0.15, 0.95] },
  hairVolume: { group: 'hair', kind: 'number', min: 0, max: 1, default: 0.5, usual: [0.2, 0.85] },
  hairWave: { group: 'hair', kind: 'number', min: 0, max: 1, default: 0.2, usual: [0, 0.7] },

  // pose
  yaw: { group: 'pose', kind: 'number', min: -40, max: 40, default: 0, usual: [-30, 30] },
  pitch: { group: 'pose', kind: 'number', min: -20, max: 20, default: 0, usual: [-9, 9] },
  roll: { group: 'pose', kind: 'number', min: -20, max: 20, default: 0, usual: [-9, 9] },
  pose: {
    group: 'pose',
    kind: 'choice',
    options: poseNames,
    default: 'standing',
    // Calm poses are commoner; all others have the same chance.
    weights: poseNames.map((name, index) => (index < 3 ? 8 : name === 'salute' ? 0.3 : 1)),
  },

  // clothes
  outfit: {
    group: 'clothes',
    kind: 'choice',
    options: [
      'sailor',
      'blazer',
      'shirt',
      'hoodie',
      'turtleneck',
      'kimono',
      'maid',
      'gakuran',
      'tshirt',
      'dress',
      'suit',
      'armor',
      'sweater',
      'idol',
      'tracksuit',
      'cloak',
    ],
    default: 'sailor',
  },
  outfitColor: {
    group: 'clothes',
    kind: 'colour',
    swatches: clothColours,
    default: 'navy',
    weights: [5, 7, 7, 5, 2.5, 2, 2, 2.5, 2, 2, 1.5, 3, 1.5, 1.5, 1.5, 1],
  },
  outfitColor2: {
    group: 'clothes',
    kind: 'colour',
    swatches: clothColours,
    default: 'white',
    weights: [5, 7, 5, 2, 1.5, 1.5, 0.6, 1, 1, 1, 1.5, 2, 1, 2, 3, 4],
  },
  trimColor: { group: 'clothes', kind: 'colour', swatches: clothColours, default: 'red' },
  socks: {
    group: 'clothes',
    kind: 'choice',
    options: ['none', 'ankle', 'knee', 'thigh', 'tights'],
    default: 'knee',
    weights: [2, 2, 4, 2.5, 1.5],
  },
  shoes: {
    group: 'clothes',
    kind: 'choice',
    options: ['loafers', 'sneakers', 'boots', 'heels', 'sandals', 'barefoot'],
    default: 'loafers',
    weights: [5, 4, 3, 1.5, 1, 0.7],
  },

  // accessories
  hat: {
    group: 'accessories',
    kind: 'choice',
    options: ['none', 'beret', 'cap', 'straw', 'witch', 'beanie', 'sailor', 'top', 'hood', 'crown'],
    default: 'none',
    weights: [60, 1, 1, 0.7, 0.7, 0.7, 0.5, 0.3, 0.3, 0.3],
  },
  hairOrnament: {
    group: 'accessories',
    kind: 'choice',
    options: ['none', 'pin', 'cross', 'flower', 'star', 'bow', 'bows', 'hairband', 'frill', 'wreath', 'bell'],
    default: 'none',
    weights: [14, 2, 1.5, 1.5, 1, 2.5, 2, 1.5, 0.7, 0.6, 0.6],
  },
  ribbon: { group: 'accessories', kind: 'flag', default: true, probability: 0.45 },
  glasses: {
    group: 'accessories',
    kind: 'choice',
    options: ['none', 'round', 'square', 'halfRim', 'sunglasses', 'eyepatch', 'monocle'],
    default: 'none',
    weights: [64, 1.5, 1.2, 1, 0.3, 0.5, 0.2],
  },
  horns: {
    group: 'accessories',
    kind: 'choice',
    options: ['none', 'oni', 'ram', 'demon', 'unicorn'],
    default: 'none',
    weights: [50, 0.8, 0.7, 0.8, 0.4],
  },
  jewellery: {
    group: 'accessories',
    kind: 'choice',
    options: ['none', 'earrings', 'choker', 'necklace', 'headphones', 'halo'],
    default: 'none',
    weights: [22, 1.5, 1.3, 1.2, 1, 0.4],
  },

  // finish
  finish: {
    group: 'finish',
    kind: 'choice',
    options: ['cel', 'soft', 'tone', 'line'],
    default: 'cel',
    weights: [7, 3, 0, 0],
  },
  light: { group: 'finish', kind: 'choice', options: ['left', 'right'], default: 'left' },
  lineWeight: { group: 'finish', kind: 'number', min: 0.4, max: 2, default: 1, usual: [0.75, 1.3] },
  lineTaper: { group: 'finish', kind: 'number', min: 0, max: 1, default: 0.8, usual: [0.5, 1] },
  year: { group: 'finish', kind: 'number', min: -1.5, max: 1.5, default: 0, usual: [-1, 1] },
} as const satisfies Record<string, Attribute>;

/** The name of an attribute, as files and `--set` have it. */
export type AttributeName = keyof typeof catalogue;

/** A character: one value for every attribute, and the seed of everything that has no attribute. */
export type Character = {
  readonly seed: number;
  /** Joints that were set by hand, as `writeJointAngles` writes them; nobody is born with any. */
  readonly jointAngles?: string;
} & {
  readonly [Name in AttributeName]: ValueOf<(typeof catalogue)[Name]>;
};
