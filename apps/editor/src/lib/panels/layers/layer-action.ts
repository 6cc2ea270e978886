import type { MessageKey } from '#lib/i18n/i18n.svelte.ts';
import type { LayerInfo } from '#lib/raster/protocol.ts';
import { studio } from '#lib/studio/studio.svelte.ts';

/** Something that can be done with layers, by a button, a menu or a key alike. */
export interface LayerAction {
  readonly label: MessageKey;
  /** As tinykeys writes it, for the menu; whoever wires the keys reads it too. */
  readonly shortcut?: string | undefined;
  /** Whether it can be done now. Reactive. */
  readonly enabled: boolean;
  /** Of toggles: whether it is on for everything chosen. Reactive. */
  readonly checked?: boolean | undefined;
  /** Does it, unless it cannot be done now. */
  run(): void;
}

export interface LayerActionOptions {
  readonly label: MessageKey | (() => MessageKey);
  readonly shortcut?: string;
  /** Asked only while a document is open and nothing is running; absent: always then. */
  readonly enabled?: () => boolean;
  readonly checked?: () => boolean;
  readonly run: () => unknown;
}

/** Makes an action whose `run` does nothing while it is not enabled. */
export function layerAction({ label, shortcut, enabled, checked, run }: LayerActionOptions): LayerAction {
  return {
    get label() {
      return typeof label === 'string' ? label : label();
    },
    shortcut,
    get enabled() {
      return studio.document !== undefined && !studio.busy && (enabled?.() ?? true);
    },
    get checked() {
      return checked?.();
    },
    run() {
      if (this.enabled) void run();
    },
  };
}

/** Ids of all chosen layers. */
export const chosenIds = (): string[] => studio.selection.map(({ id }) => id);

/** The chosen layers that have pixels of their own. */
export const chosenRasters = (): LayerInfo[] => studio.selection.filter(({ kind }) => kind === 'raster');

/** Whether exactly one layer is chosen. */
export const isSingle = (): boolean => studio.selection.length === 1;
