import { Settings2 } from '@lucide/svelte';
import type { CommandSpec, PluginManifest } from '@koma/core/plugin';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { operationMarks } from '#lib/studio/operation-marks-store.svelte.ts';
import { operations } from '#lib/studio/operations.ts';
import { operationSections } from '#lib/studio/operation-sections.svelte.ts';
import { missingInput } from '#lib/panels/operation-marks.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import type { MenuEntry } from '#lib/ui/menu.ts';
import { library } from './plugin-library.svelte.ts';
import { pluginManager } from './plugin-manager.svelte.ts';

/** The menu of plugins: what each offers, its named settings first, and their manager. Reactive. */
export function pluginEntries(): MenuEntry[] {
  const plugins = library.active.flatMap(({ current }) => entriesOf(current.manifest));
  return [
    ...plugins,
    ...(plugins.length > 0 ? [{ kind: 'separator' } as const] : []),
    {
      kind: 'action',
      label: i18n.t('plugin.manage'),
      icon: Settings2,
      run: () => (pluginManager.open = true),
    },
  ];
}

function entriesOf(plugin: PluginManifest): MenuEntry[] {
  const { commands = [] } = plugin.contributes;
  const disabled = studio.busy || studio.selected?.kind !== 'raster';
  const offered = operations().filter((each) => each.plugin === plugin);
  const entries: MenuEntry[] = [
    ...commands.map((command) => ({
      kind: 'action' as const,
      label: i18n.text(command.title),
      disabled,
      run: () => runCommand(plugin, command),
    })),
    ...(commands.length > 0 && offered.length > 0 ? [{ kind: 'separator' } as const] : []),
    // Its panel, where everything can be set.
    ...offered.map((operation) => ({
      kind: 'action' as const,
      label: i18n.t('plugin.openPanel', { name: i18n.text(operation.spec.title) }),
      run: () => operationSections.show(operation),
    })),
  ];
  return entries.length > 0 ? [{ kind: 'submenu', label: i18n.text(plugin.name), entries }] : [];
}

function runCommand(plugin: PluginManifest, { operation: id, params }: CommandSpec): void {
  const operation = operations().find((each) => each.plugin === plugin && each.spec.id === id);
  if (!operation) return;
  const marks = operationMarks.of(operation);
  const missing = missingInput(operation.spec, marks);
  if (missing) {
    operationSections.show(operation);
    notices.info(i18n.t('op.inputMissing', { label: i18n.text(missing.label) }));
    return;
  }
  void studio.run(operation, params, operation.spec.placement[0] ?? 'new-layer', marks);
}
