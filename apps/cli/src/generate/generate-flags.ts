import { GLOBAL_FLAGS, HELP_FLAG } from '../common-flags.ts';
import type { FlagSpec } from '../flag-spec.ts';
import { COUNT_FLAG, FORCE_FLAG, SET_FLAG, SIZE_FLAG } from './character-flags.ts';

/** What `koma generate` draws. */
export const DRAWING_FLAGS: readonly FlagSpec[] = [
  COUNT_FLAG,
  {
    type: 'choice',
    id: 'engine',
    default: 'vector',
    label: { en: 'What draws' },
    options: [{ value: 'vector', label: { en: 'Vector' } }],
  },
  SIZE_FLAG,
  SET_FLAG,
  {
    type: 'free',
    id: 'character',
    placeholder: 'FILE',
    label: { en: 'A character to draw: a .json file, or a .png that Koma wrote' },
    hint: { en: '--set changes it, --seed redraws what has no attribute.' },
  },
];

/** Where and how it writes. */
export const WRITING_FLAGS: readonly FlagSpec[] = [
  {
    type: 'free',
    id: 'out',
    placeholder: 'PATH',
    label: { en: 'A folder, or for one picture a .png, .svg, .json, .psd or .ora file' },
    hint: { en: 'With more than one picture, a .png file is the contact sheet of all.' },
  },
  {
    type: 'choice',
    id: 'layers',
    default: 'off',
    label: { en: 'Also write a file with a group a part, each with its layers' },
    options: [
      { value: 'off', label: { en: 'Off' } },
      { value: 'psd', label: { en: 'PSD' } },
      { value: 'ora', label: { en: 'ORA' } },
    ],
  },
  {
    type: 'boolean',
    id: 'labels',
    default: false,
    label: { en: 'Also write a JSON label: attributes, tags, key points' },
  },
  {
    type: 'boolean',
    id: 'sheet',
    default: true,
    label: { en: 'Also write sheet.png, a contact sheet, to a folder with several pictures' },
    hint: { en: '--no-sheet leaves it out.' },
  },
  FORCE_FLAG,
];

/** All flags of `koma generate`. */
export const GENERATE_FLAGS: readonly FlagSpec[] = [
  ...DRAWING_FLAGS,
  ...WRITING_FLAGS,
  ...GLOBAL_FLAGS,
  HELP_FLAG,
];
