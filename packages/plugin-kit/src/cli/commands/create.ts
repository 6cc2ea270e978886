import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestJsonSchema } from '@koma/core/plugin';
import { AuthorError } from '../../pack/index.ts';
import { readArguments, type Command } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { print } from '../print.ts';

/** What stands in the template for what a new plugin is called. */
const PLACEHOLDERS = { id: 'org.example.template', name: 'Template plugin' };

/** Makes the folder of a new plugin. */
export const create: Command = {
  name: 'create',
  synopsis: 'create FOLDER [--id ID] [--name NAME]',
  summary: 'Makes a folder with a plugin that works, its test, and types for your editor.',
  async run(args) {
    const { path, flags } = readArguments(create, args, 'needed', ['id', 'name']);
    const folder = resolve(path);
    const word =
      basename(folder)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'plugin';
    const id = flags['id'] ?? `dev.example.${word}`;
    if (!/^[a-z0-9]+(\.[a-z0-9-]+)+$/.test(id) || id.startsWith('studio.koma.'))
      throw new UsageError(
        `"${id}" is no id for a plugin. Take a domain of your own, turned around, such as org.example.${word}.`,
      );
    const name = flags['name'] ?? word.replace(/-/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
    const there = await readdir(folder).catch(() => []);
    if (there.length > 0) throw new AuthorError(`"${path}" is not empty; nothing was written.`);
    await mkdir(folder, { recursive: true });
    await cp(fileURLToPath(new URL('../../../template/', import.meta.url)), folder, { recursive: true });
    // Under its own name it would hide files of the template from git and from packers.
    await rename(join(folder, 'gitignore'), join(folder, '.gitignore'));
    for (const file of ['koma-plugin.json', 'README.md']) await fill(join(folder, file), { id, name });
    await writeFile(
      join(folder, 'koma-plugin.schema.json'),
      `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`,
    );
    print(
      [
        `${path}: a plugin that works. Next:`,
        `  koma-plugin test ${path}`,
        `  koma-plugin pack ${path}`,
        `  koma-plugin dev ${path}      (and "From an address…" in Koma)`,
      ].join('\n'),
    );
  },
};

async function fill(file: string, { id, name }: typeof PLACEHOLDERS): Promise<void> {
  const text = await readFile(file, 'utf8');
  const escaped = JSON.stringify(name).slice(1, -1);
  await writeFile(file, text.replaceAll(PLACEHOLDERS.id, id).replaceAll(PLACEHOLDERS.name, escaped));
}
