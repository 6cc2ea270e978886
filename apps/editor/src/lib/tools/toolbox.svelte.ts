import { clampBrushSettings, type BrushSettings } from '@koma/core/tools';
import type { CutEdge, CutSettings } from '#lib/segment/cut-settings.ts';
import { readToolSettings } from './read-tool-settings.ts';
import { groupOf, TOOL_GROUPS, type BrushToolId, type FillToolId, type ToolId } from './tool-id.ts';
import {
  DEFAULT_TOOL_SETTINGS,
  type FillSettings,
  type SelectionSettings,
  type ToolSettings,
  type WandSettings,
} from './tool-settings.ts';

const STORAGE_KEY = 'koma.tools';
/** Milliseconds after the last change until it is stored: dragging a slider is not sixty writes. */
const STORE_DELAY = 400;

/** The tool in the hand and how each tool is set. Settings stay in this browser. */
class Toolbox {
  /** Counts how often a tool was taken, the one in the hand included. */
  picks = $state(0);
  #settings = $state.raw<ToolSettings>(readToolSettings(read()));
  /** What keys that are held put into the hand for now. */
  temporary = $state<ToolId>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    if (typeof addEventListener === 'function') addEventListener('pagehide', () => this.#store());
  }

  get settings(): ToolSettings {
    return this.#settings;
  }
  /** The tool that was chosen. */
  get tool(): ToolId {
    return this.#settings.tool;
  }
  /** The tool that the pointer works with now. */
  get active(): ToolId {
    return this.temporary ?? this.#settings.tool;
  }

  choose(tool: ToolId): void {
    this.picks++;
    const variants = this.#settings.variants.with(groupOf(tool), tool);
    this.#change({ tool, variants });
  }

  /** Takes the variant of a tool's group that was used last. */
  chooseGroup(tool: ToolId): void {
    this.choose(this.#settings.variants[groupOf(tool)] ?? tool);
  }

  /** Takes the next variant of a tool's group. */
  cycleGroup(tool: ToolId): void {
    const group = TOOL_GROUPS[groupOf(tool)]!;
    const shown = this.#settings.variants[groupOf(tool)] ?? tool;
    const isInHand = group.includes(this.#settings.tool);
    this.choose(isInHand ? group[(group.indexOf(shown) + 1) % group.length]! : shown);
  }

  setBrush(id: BrushToolId, change: Partial<BrushSettings>): void {
    const { brushes } = this.#settings;
    this.#change({ brushes: { ...brushes, [id]: clampBrushSettings({ ...brushes[id], ...change }) } });
  }

  /** Sets a brush as it was when Koma was new. */
  resetBrush(id: BrushToolId): void {
    this.setBrush(id, DEFAULT_TOOL_SETTINGS.brushes[id]);
  }

  setFill(id: FillToolId, change: Partial<FillSettings>): void {
    const { fills } = this.#settings;
    this.#change({ fills: { ...fills, [id]: { ...fills[id], ...change } } });
  }

  setEyedropper(change: Partial<ToolSettings['eyedropper']>): void {
    this.#change({ eyedropper: { ...this.#settings.eyedropper, ...change } });
  }

  setSelection(change: Partial<SelectionSettings>): void {
    this.#change({ selection: { ...this.#settings.selection, ...change } });
  }

  setWand(change: Partial<WandSettings>): void {
    this.#change({ wand: { ...this.#settings.wand, ...change } });
  }

  setSegment(change: Partial<CutSettings>): void {
    this.#change({ segment: { ...this.#settings.segment, ...change } });
  }

  setCutEdge(change: Partial<CutEdge>): void {
    this.setSegment({ edge: { ...this.#settings.segment.edge, ...change } });
  }

  #change(change: Partial<ToolSettings>): void {
    this.#settings = { ...this.#settings, ...change };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#store(), STORE_DELAY);
  }

  #store(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(this.#settings));
    } catch {
      // Private modes may refuse storage; settings then last as long as the page.
    }
  }
}

function read(): unknown {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null');
  } catch {
    return null;
  }
}

export const toolbox = new Toolbox();
