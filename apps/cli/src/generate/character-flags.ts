import type { ParamSpec } from '@koma/core/plugin';
import type { FlagSpec, TextFlag } from '../flag-spec.ts';

/** More pictures than anyone looks through; a larger number is a slip of the hand. */
export const MAX_COUNT = 1_000_000;

/** How many pictures: those of the seeds S, S + 1, … */
export const COUNT_FLAG: ParamSpec = {
  type: 'number',
  id: 'count',
  integer: true,
  min: 1,
  max: MAX_COUNT,
  default: 1,
  label: { en: 'How many pictures' },
  hint: { en: 'Of the seeds S, S + 1 and so on.' },
};

/** The longer side of every picture. */
export const SIZE_FLAG: ParamSpec = {
  type: 'number',
  id: 'size',
  integer: true,
  min: 32,
  max: 4096,
  default: 256,
  unit: 'px',
  label: { en: 'The longer side of each picture' },
};

/** Attributes that are not left to chance. */
export const SET_FLAG: TextFlag = {
  type: 'free',
  id: 'set',
  placeholder: 'NAME=VALUE',
  repeatable: true,
  label: { en: 'What is not left to chance; may be given several times' },
  hint: { en: 'Numbers take a range, too: --set yaw=-10..10. Colours are names or #rrggbb.' },
};

/** `--force`, for commands that skip what is there. */
export const FORCE_FLAG: FlagSpec = {
  type: 'boolean',
  id: 'force',
  default: false,
  label: { en: 'Make files again that are already there' },
};
