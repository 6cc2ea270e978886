import { GLOBAL_FLAGS, HELP_FLAG } from './common-flags.ts';
import type { FlagSpec } from './flag-spec.ts';

/** Where `koma rerun` writes. */
export const RERUN_OUTPUT_FLAGS: readonly FlagSpec[] = [
  {
    type: 'free',
    id: 'out',
    placeholder: 'FILE',
    label: { en: 'Where to write: a .koma, .psd, .ora or .png file, which is replaced' },
    hint: { en: 'PNG is the flattened picture.' },
  },
  {
    type: 'boolean',
    id: 'inPlace',
    default: false,
    label: { en: 'Replace the project itself' },
    hint: { en: 'In one step, and only if every recipe could be run.' },
  },
];

/** All flags of `koma rerun`. */
export const RERUN_FLAGS: readonly FlagSpec[] = [...RERUN_OUTPUT_FLAGS, ...GLOBAL_FLAGS, HELP_FLAG];
