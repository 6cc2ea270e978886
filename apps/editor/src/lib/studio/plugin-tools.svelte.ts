import type { PluginManifest, ToolSpec } from '@koma/core/plugin';
import { library, offeredOf } from '#lib/plugins/plugin-library.svelte.ts';
import { operations, type OfferedOperation } from './operations.ts';

/** A tool of an installed plugin. */
export interface OfferedTool {
  readonly plugin: PluginManifest;
  readonly spec: ToolSpec;
}

const offered = new WeakMap<PluginManifest, readonly OfferedTool[]>();

/** The tools of all plugins that are installed and switched on. Reactive. */
export function offeredTools(): readonly OfferedTool[] {
  return library.active.flatMap(({ current }) =>
    offeredOf(offered, current.manifest, (plugin) =>
      (plugin.contributes.tools ?? []).map((spec) => ({ plugin, spec })),
    ),
  );
}

/** Which of the plugins' tools is the one in the hand, where it is one of them. */
class PluginTools {
  #chosen = $state.raw<{ readonly plugin: string; readonly tool: string }>();

  /** Undefined where its plugin is gone or switched off. */
  current = $derived.by<OfferedTool | undefined>(() =>
    offeredTools().find(
      ({ plugin, spec }) => plugin.id === this.#chosen?.plugin && spec.id === this.#chosen.tool,
    ),
  );
  /** What it collects for. */
  operation = $derived.by<OfferedOperation | undefined>(() => {
    const { current } = this;
    return (
      current &&
      operations().find(({ plugin, spec }) => plugin === current.plugin && spec.id === current.spec.operation)
    );
  });

  choose({ plugin, spec }: OfferedTool): void {
    this.#chosen = { plugin: plugin.id, tool: spec.id };
  }
}

export const pluginTools = new PluginTools();
