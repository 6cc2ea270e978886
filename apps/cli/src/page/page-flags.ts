import { GLOBAL_FLAGS, HELP_FLAG } from '../common-flags.ts';
import type { FlagSpec } from '../flag-spec.ts';
import { COUNT_FLAG, FORCE_FLAG } from '../generate/character-flags.ts';

/** What `koma page` draws. */
export const PAGE_DRAWING_FLAGS: readonly FlagSpec[] = [
  COUNT_FLAG,
  {
    type: 'number',
    id: 'width',
    integer: true,
    min: 200,
    max: 4800,
    default: 1200,
    unit: 'px',
    label: { en: 'Width of each page' },
    hint: { en: 'The height follows: pages have the proportion 12 : 17, near that of B5.' },
  },
];

/** Where and how it writes. */
export const PAGE_WRITING_FLAGS: readonly FlagSpec[] = [
  { type: 'free', id: 'out', placeholder: 'DIR', label: { en: 'The folder to write to' } },
  {
    type: 'boolean',
    id: 'truth',
    default: false,
    label: { en: 'Also write what is known: a JSON file, and a folder of masks and separations' },
    hint: { en: 'A mask a panel, figure and balloon; line art, tones, solid blacks and lettering alone.' },
  },
  {
    type: 'choice',
    id: 'layers',
    default: 'off',
    label: { en: 'Also write a file with a group a panel, each with its layers' },
    options: [
      { value: 'off', label: { en: 'Off' } },
      { value: 'psd', label: { en: 'PSD' } },
      { value: 'ora', label: { en: 'ORA' } },
    ],
  },
  FORCE_FLAG,
];

/** All flags of `koma page`. */
export const PAGE_FLAGS: readonly FlagSpec[] = [
  ...PAGE_DRAWING_FLAGS,
  ...PAGE_WRITING_FLAGS,
  ...GLOBAL_FLAGS,
  HELP_FLAG,
];
