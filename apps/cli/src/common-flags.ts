import type { ParamSpec } from '@koma/core/plugin';
import type { FlagSpec } from './flag-spec.ts';

/** Far more threads than any network gains from; a larger number is a slip of the hand. */
const MAX_THREADS = 256;
const MAX_SEED = 2 ** 32 - 1;
/** High enough that a saved result shows no JPEG noise again, at a third of a PNG's size. */
export const DEFAULT_QUALITY = 95;

/** Flags of every command, which may also stand before its name. */
export const GLOBAL_FLAGS: readonly ParamSpec[] = [
  {
    type: 'boolean',
    id: 'json',
    default: false,
    label: { en: 'Print one JSON object a line on standard output for every file' },
  },
  { type: 'boolean', id: 'quiet', default: false, label: { en: 'Show no progress' } },
  {
    type: 'number',
    id: 'threads',
    integer: true,
    min: 1,
    max: MAX_THREADS,
    label: { en: 'Threads' },
    hint: { en: 'As many as the machine has, unless given.' },
  },
  {
    type: 'choice',
    id: 'backend',
    default: 'auto',
    label: { en: 'Backend' },
    hint: { en: 'What runs the networks: native code or WebAssembly. Auto takes the first that works.' },
    options: [
      { value: 'auto', label: { en: 'Auto' } },
      { value: 'native', label: { en: 'Native' } },
      { value: 'wasm', label: { en: 'WebAssembly' } },
    ],
  },
  {
    type: 'number',
    id: 'seed',
    integer: true,
    min: 0,
    max: MAX_SEED,
    label: { en: 'Seed' },
    hint: { en: 'Only for operations that use random numbers.' },
  },
];

/** Flags that say where and how results are written. */
export const OUTPUT_FLAGS: readonly FlagSpec[] = [
  {
    type: 'free',
    id: 'out',
    placeholder: 'PATH',
    label: { en: 'Where to write: a file for one result, or a folder' },
    hint: { en: 'A file is replaced. In a folder, results that are already there are skipped.' },
  },
  {
    type: 'choice',
    id: 'format',
    default: 'png',
    label: { en: 'Type of the files written to a folder' },
    options: [
      { value: 'png', label: { en: 'PNG' } },
      { value: 'jpg', label: { en: 'JPEG' } },
      { value: 'webp', label: { en: 'WebP' } },
    ],
  },
  {
    type: 'number',
    id: 'quality',
    integer: true,
    min: 1,
    max: 100,
    default: DEFAULT_QUALITY,
    label: { en: 'Quality' },
    hint: { en: 'For JPEG and WebP.' },
  },
  {
    type: 'boolean',
    id: 'force',
    default: false,
    label: { en: 'Make results again that are already there' },
  },
];

/** Layered files that operations can write. */
export const LAYERED_FORMATS = ['psd', 'ora'] as const;
export type LayeredFormat = (typeof LAYERED_FORMATS)[number];

/** A further output flag of operations that make layers. */
export const LAYERS_FLAG: ParamSpec = {
  type: 'choice',
  id: 'layers',
  default: 'off',
  label: { en: 'Also write a file with the layers, beside each picture' },
  hint: { en: 'With --out FILE.psd or FILE.ora there is no picture beside it.' },
  options: [
    { value: 'off', label: { en: 'Off' } },
    { value: 'psd', label: { en: 'PSD' } },
    { value: 'ora', label: { en: 'ORA' } },
  ],
};

/** `--help`, known to every command. */
export const HELP_FLAG: ParamSpec = {
  type: 'boolean',
  id: 'help',
  default: false,
  label: { en: 'Show this help' },
};
/** `--version`, of `koma` itself. */
export const VERSION_FLAG: ParamSpec = {
  type: 'boolean',
  id: 'version',
  default: false,
  label: { en: 'Show the version' },
};
