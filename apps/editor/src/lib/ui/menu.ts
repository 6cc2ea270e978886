import type { Component } from 'svelte';

/** What a line of a menu looks like and does. */
export type MenuEntry =
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly icon?: Component<{ size?: number }>;
      /** As tinykeys writes it, e.g. `$mod+Shift+e`. */
      readonly shortcut?: string | undefined;
      readonly disabled?: boolean;
      readonly run: () => void;
    }
  | {
      readonly kind: 'check';
      readonly label: string;
      readonly checked: boolean;
      readonly shortcut?: string | undefined;
      readonly disabled?: boolean;
      readonly run: () => void;
    }
  | MenuChoice
  | {
      readonly kind: 'submenu';
      readonly label: string;
      readonly disabled?: boolean;
      readonly entries: readonly MenuEntry[];
    }
  | { readonly kind: 'separator' };

/** One of several values; with colours it is a row of swatches. */
export interface MenuChoice {
  readonly kind: 'choice';
  /** Of the whole. */
  readonly label: string;
  /** Undefined where things that differ are chosen. */
  readonly value: string | undefined;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    /** CSS colour; empty for "no colour". */
    readonly colour?: string;
  }[];
  readonly disabled?: boolean;
  readonly choose: (value: string) => void;
}

/** Where a menu opens: beside an element, or at a point of the window in CSS pixels. */
export type MenuAnchor = HTMLElement | { readonly x: number; readonly y: number };
