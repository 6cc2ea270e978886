import { writePackage } from '@koma/core/package';
import { parseManifest } from '@koma/core/plugin';
import { packPlugin, type PackOptions } from '@koma/plugin-kit/pack';
import { expect, type Page } from '@playwright/test';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from './studio-page.ts';

export const EXAMPLES = [
  'screentone',
  'speed-lines',
  'palette-extractor',
  'contact-sheet',
  'line-cleaner',
] as const;
export type Example = (typeof EXAMPLES)[number];

export interface PluginFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** An example plugin as the kit packs it. */
export async function packExample(example: Example, options: PackOptions = {}): Promise<PluginFile> {
  return file(example, (await packPlugin(repository(`examples/plugins/${example}`), options)).bytes);
}

/** An example plugin whose author has changed its manifest. */
export async function packChanged(
  example: Example,
  change: (manifest: Manifest) => void,
): Promise<PluginFile> {
  const folder = mkdtempSync(join(tmpdir(), 'koma-plugin-'));
  try {
    cpSync(repository(`examples/plugins/${example}`), folder, {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
    const path = join(folder, 'koma-plugin.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    change(manifest);
    writeFileSync(path, JSON.stringify(manifest));
    return file(example, (await packPlugin(folder)).bytes);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A package of a script that nobody would write: its operations, as JavaScript, by id. */
export async function packHostile(operations: Readonly<Record<string, string>>): Promise<PluginFile> {
  const bodies = Object.entries(operations).map(
    ([id, body]) => `${id}: async ({ image }, params, context) => {${body}}`,
  );
  const code = `var komaPlugin = { default: { operations: { ${bodies.join(', ')} } } };`;
  const manifest = {
    manifestVersion: 1,
    id: 'dev.hostile.plugin',
    version: '1.0.0',
    engines: { koma: '*' },
    name: { en: 'Hostile' },
    description: { en: 'Means harm.' },
    author: 'Nobody',
    license: 'MIT',
    entry: 'main.js',
    permissions: ['layer:read', 'layer:write'],
    models: [],
    contributes: {
      operations: Object.keys(operations).map((id) => ({
        id,
        title: { en: id },
        summary: { en: 'Means harm.' },
        inputs: [{ name: 'image', type: 'image', label: { en: 'Picture' } }],
        outputs: [{ name: 'image', type: 'image' }],
        params: [],
        placement: ['replace-layer'],
      })),
    },
  };
  const files = new Map([['main.js', new TextEncoder().encode(code)]]);
  return file('hostile', await writePackage({ manifest: parseManifest(manifest), files }));
}

interface Manifest {
  version: string;
  permissions: string[];
  network?: { domains: string[]; reason: { en: string } };
}

/** A package in which a text of its file list is another one of the same length: what a careless unpacker trips over. */
export function renamed(plugin: PluginFile, from: string, to: string): PluginFile {
  const buffer = Buffer.from(plugin.buffer);
  for (let at = buffer.indexOf(from); at >= 0; at = buffer.indexOf(from, at + 1))
    buffer.write(to, at, 'latin1');
  return { ...plugin, buffer };
}

function file(name: string, bytes: Uint8Array): PluginFile {
  return { name: `${name}.komaplugin`, mimeType: 'application/zip', buffer: Buffer.from(bytes) };
}

/** The editor's plugins, handled as a person would. */
export class PluginPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the manager from the menu. */
  async manage(): Promise<void> {
    await this.page.getByRole('button', { name: 'Plugins', exact: true }).click();
    await this.page.getByRole('menuitem', { name: 'Manage plugins…' }).click();
    await expect(this.manager()).toBeVisible();
  }

  manager() {
    return this.page.getByRole('dialog', { name: 'Plugins', exact: true });
  }

  /** An installed plugin in the manager. */
  card(name: string) {
    return this.manager().getByRole('article', { name: new RegExp(`^${name}`) });
  }

  /** The question before something is installed. */
  consent() {
    return this.page.getByRole('dialog', { name: /^(Install|Update|Replace)/ });
  }

  /** Says yes. */
  async agree(): Promise<void> {
    await this.consent()
      .getByRole('button', { name: /^(Install|Update)/ })
      .click();
    await expect(this.consent()).toBeHidden();
  }

  /** Chooses a file in the manager. */
  async choose(plugin: PluginFile): Promise<void> {
    await this.page.getByTestId('plugin-picker').setInputFiles(plugin);
  }

  /** Lets go of a file over the window. */
  async drop({ name, buffer }: PluginFile): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle(
      ([text, title]) => {
        const bytes = Uint8Array.from(atob(text!), (letter) => letter.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], title!));
        return transfer;
      },
      [buffer.toString('base64'), name],
    );
    await this.page.dispatchEvent('body', 'drop', { dataTransfer });
  }

  /** The panel of an operation, unfolded. */
  async panel(title: string) {
    const panel = this.page.getByRole('region', { name: new RegExp(`^${title}`) });
    const fold = panel.getByRole('button', { name: new RegExp(`^${title}`) });
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    return panel;
  }

  /** Runs an operation with what its panel says, and waits for it. */
  async apply(title: string): Promise<void> {
    const panel = await this.panel(title);
    await panel.getByRole('button', { name: 'Apply' }).click();
    await expect(this.page.getByText(new RegExp(`^${title} finished`))).toBeVisible();
  }
}
