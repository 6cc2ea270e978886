import type { ChoiceParam, OperationSpec } from '@koma/core/plugin';
import type { Command } from './cli-plugin.ts';
import { GLOBAL_FLAGS, HELP_FLAG, VERSION_FLAG } from './common-flags.ts';
import { commandName } from './load-commands.ts';
import { flagName, type FlagSpec } from './flag-spec.ts';
import { inputFlags } from './input-flags.ts';
import { outputFlags } from './invocation.ts';
import { RERUN_OUTPUT_FLAGS } from './rerun-flags.ts';

/** Columns of a terminal that help is laid out for. */
const COLUMNS = 100;
/** Where descriptions begin. A longer flag gets a line of its own. */
const INDENT = 30;

/**
 * The text of `koma --help`.
 * @param own the commands that are no plugin's operation
 */
export function overallHelp(
  commands: readonly Command[],
  own: readonly { readonly name: string; readonly summary: string }[],
): string {
  const list = commands.map((command) => entry(`  ${commandName(command)}`, command.operation.summary.en));
  return [
    'usage: koma COMMAND INPUT… --out PATH [FLAGS]',
    '',
    'Works on manga and anime pictures, one at a time or a whole folder, and draws new ones.',
    '',
    'Commands',
    ...list,
    ...own.map(({ name, summary }) => entry(`  ${name}`, summary)),
    '',
    'Flags of every command',
    ...[...GLOBAL_FLAGS, HELP_FLAG, VERSION_FLAG].map(flagEntry),
    '',
    'koma COMMAND --help shows the flags of one command.',
    'Exit code: 0 all done, 1 some files failed, 2 wrong usage (nothing was written).',
    '',
  ].join('\n');
}

/** The text of `koma COMMAND --help`, drawn from the plugin's manifest. */
export function commandHelp(command: Command): string {
  const { plugin, operation } = command;
  const inputs = inputFlags(operation);
  const own = new Set([...inputs, ...operation.params].map(({ id }) => id));
  const notOwn = (flag: FlagSpec): boolean => !own.has(flag.id);
  const section = (title: string, flags: readonly FlagSpec[]): string[] =>
    flags.length === 0 ? [] : [title, ...flags.map(flagEntry), ''];
  return [
    `usage: koma ${commandName(command)} INPUT…${requiredFlags(operation)} --out PATH [FLAGS]`,
    '',
    operation.summary.en,
    'INPUT is a PNG, JPEG or WebP file, a folder of them, or a quoted pattern such as "pages/*.jpg".',
    '',
    ...section('Inputs', inputs),
    ...section(
      operation.title.en,
      operation.params.filter((param) => !param.advanced),
    ),
    ...section(
      'Advanced',
      operation.params.filter((param) => param.advanced),
    ),
    ...exclusiveNotes(operation),
    ...section('Output', outputFlags(operation).filter(notOwn)),
    ...section('General', [...GLOBAL_FLAGS, HELP_FLAG].filter(notOwn)),
    `${plugin.manifest.id} ${plugin.manifest.version}`,
    '',
  ].join('\n');
}

/** ` --style PICTURE` and the like for inputs without which nothing runs. */
function requiredFlags(operation: OperationSpec): string {
  return inputFlags(operation)
    .filter((_, index) => operation.inputs[index + 1]!.optional !== true)
    .map((flag) => ` ${flagName(flag)} ${flag.placeholder}`)
    .join('');
}

/** The text of `koma rerun --help`. */
export function rerunHelp(): string {
  return [
    'usage: koma rerun FILE.koma --out FILE [FLAGS]',
    '       koma rerun FILE.koma --in-place [FLAGS]',
    '',
    'Makes the layers of a project again that operations made.',
    'From the bottom to the top, with the settings, seeds and pictures that the project keeps. The result',
    'takes the place of the layer. If one of them fails, nothing is written.',
    '',
    'Output',
    ...RERUN_OUTPUT_FLAGS.map(flagEntry),
    '',
    'General',
    ...[...GLOBAL_FLAGS, HELP_FLAG].map(flagEntry),
    '',
  ].join('\n');
}

/**
 * The help of a command of our own.
 * @param lines the usage and what there is to say before the flags
 * @param lists what follows the flags: names and what they mean
 */
export function ownCommandHelp(
  lines: readonly string[],
  sections: readonly { readonly title: string; readonly flags: readonly FlagSpec[] }[],
  lists: readonly { readonly title: string; readonly entries: readonly (readonly [string, string])[] }[] = [],
): string {
  const general = { title: 'General', flags: [...GLOBAL_FLAGS, HELP_FLAG] };
  return [
    ...lines,
    '',
    ...[...sections, general].flatMap(({ title, flags }) => [title, ...flags.map(flagEntry), '']),
    ...lists.flatMap(({ title, entries }) => [
      title,
      ...entries.map(([left, right]) => entry(`  ${left}`, right)),
      '',
    ]),
  ].join('\n');
}

function exclusiveNotes(operation: OperationSpec): string[] {
  return (operation.exclusive ?? []).flatMap((group) => {
    const members = group.members.map((member) =>
      member.params.map((id) => flagName({ id })).join(' and/or '),
    );
    return [`${group.label.en}: only one of ${members.join(' | ')}.`, ''];
  });
}

function flagEntry(flag: FlagSpec): string {
  return entry(`  ${flagName(flag)}${valueHint(flag)}`, describe(flag));
}

function valueHint(flag: FlagSpec): string {
  switch (flag.type) {
    case 'boolean':
      return '';
    case 'free':
      return ` ${flag.placeholder}`;
    case 'choice':
      return ` ${flag.options.map((option) => option.value).join('|')}`;
    case 'number':
    case 'seed':
      return ' N';
    case 'color':
      return ' #RRGGBB';
    case 'text':
      return ' TEXT';
  }
}

function describe(flag: FlagSpec): string {
  const label = flag.label.en.replace(/\.$/, '');
  const parts = [`${label}${facts(flag)}.`];
  if (flag.hint) parts.push(flag.hint.en);
  if (flag.type !== 'free' && flag.showIf)
    parts.push(`Only with ${flagName({ id: flag.showIf.param })} ${flag.showIf.is.join(' or ')}.`);
  return parts.join(' ');
}

/** Range, unit, the meaning of choices that their values do not tell, and the default. */
function facts(flag: FlagSpec): string {
  const facts: string[] = [];
  if (flag.type === 'number') facts.push(`${flag.min}-${flag.max}${flag.unit ? ` ${flag.unit}` : ''}`);
  if (flag.type === 'choice') {
    const meanings = flag.options.flatMap(meaning);
    if (meanings.length > 0) facts.push(meanings.join(', '));
  }
  if (flag.type !== 'free' && flag.type !== 'boolean' && flag.default !== undefined)
    facts.push(`default ${flag.default}`);
  return facts.length === 0 ? '' : ` (${facts.join('; ')})`;
}

/** `["upconv7: Fast"]` or `["1 (light)"]`; nothing where the label only repeats the value. */
function meaning({ value, label }: ChoiceParam['options'][number]): string[] {
  const repeats = label.en.toLowerCase().startsWith(String(value).toLowerCase());
  if (!repeats) return [`${value}: ${label.en}`];
  return label.en.includes('(') ? [label.en] : [];
}

/** Two columns, the right one wrapped. */
function entry(left: string, right: string): string {
  const lines = wrap(right, COLUMNS - INDENT);
  const first = left.length + 2 > INDENT ? [left] : [left.padEnd(INDENT) + lines.shift()];
  return [...first, ...lines.map((line) => ' '.repeat(INDENT) + line)].join('\n');
}

function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
