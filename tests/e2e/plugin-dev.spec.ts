import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PluginPage } from './plugin-page.ts';
import { repository, StudioPage } from './studio-page.ts';

/** Starts `koma-plugin dev` and waits for its address. */
function develop(folder: string): Promise<{ address: string; stop(): void }> {
  const main = repository('packages/plugin-kit/src/cli/main.ts');
  const child = spawn(process.execPath, [main, 'dev', folder, '--port', '0']);
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      const [address] = /http:\/\/localhost:\d+\/\S+/.exec(text) ?? [];
      if (address) resolve({ address, stop: () => child.kill() });
    });
    child.once('exit', () => reject(new Error(text)));
  });
}

test('a plugin in the making is installed anew whenever its author saves it', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'koma-dev-'));
  cpSync(repository('packages/plugin-kit/template'), folder, { recursive: true });
  const { address, stop } = await develop(folder);
  try {
    const studio = new StudioPage(page);
    const plugins = new PluginPage(page);
    await studio.goto();
    await studio.open('samples/panel.jpg');
    await studio.expectSize(480, 360);
    await plugins.manage();
    await plugins.manager().getByRole('button', { name: 'From an address…' }).click();
    await page.getByRole('textbox', { name: 'Address of a plugin' }).fill(address);
    await page.keyboard.press('Enter');
    await plugins.agree();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: 'Invert' })).toBeAttached();

    const manifest = join(folder, 'koma-plugin.json');
    const change = (from: string, to: string) =>
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(from, to));
    change('"en": "Invert"', '"en": "Turn around"');
    await expect(page.getByRole('heading', { name: 'Turn around' })).toBeAttached();
    await expect(plugins.consent()).toBeHidden();

    // One that asks for more asks the person.
    change('"layer:write"]', '"layer:write", "storage"]');
    await expect(plugins.consent()).toContainText('Install “Template plugin” 0.1.0 again?');
    await expect(plugins.consent().getByText('new', { exact: true })).toHaveCount(1);
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
