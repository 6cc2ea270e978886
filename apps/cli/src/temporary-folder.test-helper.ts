import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const FIXTURES = fileURLToPath(new URL('../../../tests/fixtures/', import.meta.url));

/** A new empty folder that is removed after the test. Tests only. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koma-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The path of a file or folder of `tests/fixtures`. Tests only. */
export function fixture(path: string): string {
  return join(FIXTURES, path);
}

/** The names of the files in `good` or `bad`. Tests only. */
export function fixtureNames(folder: 'good' | 'bad'): string[] {
  return readdirSync(fixture(folder)).sort();
}

/** Copies fixtures: names below `folder` by fixture paths. Tests only. */
export function place(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(fixture(source), join(folder, name));
  }
}

/** Every file below a folder, hidden ones too, with forward slashes, sorted. Tests only. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
