/** What the layers panel remembers that is neither the document's nor the studio's. */
class LayersPanelState {
  /** The layer whose name is being written. */
  renaming = $state<string>();
  /** Where a range of layers starts. */
  anchor: string | undefined;
  /** The layer that alone was left visible, and what had to be hidden and shown for it. */
  solo:
    | { readonly id: string; readonly hidden: readonly string[]; readonly shown: readonly string[] }
    | undefined;
}

export const layersPanel = new LayersPanelState();
