import { strokeNames, type BorderSegment, type Stroke } from '@koma/core/plugin';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { keepsAnything } from './cut-plan.ts';
import {
  BACKGROUND,
  EDGE,
  labelName,
  labelsOf,
  nextLabel,
  SUBJECT,
  type NamedLabel,
} from './label-colours.ts';
import {
  addStrokes,
  changeStrokes,
  redoStroke,
  renameLabel,
  startHistory,
  undoStroke,
  type StrokeHistory,
} from './stroke-history.ts';

/** The strokes that say what is to be cut out, what they are called, and their history. */
export abstract class CutMarks {
  history = $state.raw<StrokeHistory>(startHistory());
  /** What is being drawn. */
  drawing = $state.raw<readonly Stroke[]>([]);
  /** Areas that are cut out apart; none while there is one subject only. */
  labels = $state.raw<readonly NamedLabel[]>([]);
  /** What strokes say: a label, the background, a border, or that nothing was said. */
  paint = $state<string>(SUBJECT);
  /** All strokes, the one being drawn included. */
  strokes = $derived<readonly Stroke[]>([...this.history.present, ...this.drawing]);
  canUndo = $derived(this.history.past.length > 0);
  canRedo = $derived(this.history.future.length > 0);
  canApply = $derived(keepsAnything(this.history.present));

  /** Looks at the picture, unless it is open. */
  abstract wake(): void;
  /** Asks for the answer to the strokes as they are. */
  abstract send(): void;

  get drawn(): readonly Stroke[] {
    return this.history.present;
  }

  get isSeveral(): boolean {
    return this.labels.length > 0;
  }

  /** Shows what is being drawn and asks for the answer. */
  draw(strokes: readonly Stroke[]): void {
    this.drawing = strokes;
    this.wake();
    this.send();
  }

  /** What was being drawn is void. */
  dropDrawing(): void {
    if (this.drawing.length === 0) return;
    this.drawing = [];
    this.send();
  }

  /** The gesture has ended. */
  add(strokes: readonly Stroke[]): void {
    this.drawing = [];
    this.#change(addStrokes(this.history, ...strokes));
  }

  undo(): void {
    this.#change(undoStroke(this.history));
  }

  redo(): void {
    this.#change(redoStroke(this.history));
  }

  clear(): void {
    this.#change(changeStrokes(this.history, []));
  }

  /** Closes a place where the border crosses open paper, or all of them, as one step. */
  closeLeaks(leaks: readonly BorderSegment[]): void {
    if (leaks.length === 0) return;
    const strokes = leaks.map(({ x0, y0, x1, y1 }): Stroke => ({
      label: EDGE,
      radius: 1.5,
      hard: true,
      points: [
        [x0, y0],
        [x1, y1],
      ],
    }));
    this.add(strokes);
  }

  /** Several areas, each with a name; the strokes that there are become the first. */
  addLabel(): void {
    const nameOf = (n: number) => i18n.t('segment.area', { n });
    if (this.labels.length === 0 && this.history.present.some(({ label }) => label === SUBJECT)) {
      const first = nextLabel([], nameOf);
      this.labels = [first];
      this.history = renameLabel(this.history, SUBJECT, first.name);
    }
    const label = nextLabel(this.labels, nameOf);
    this.labels = [...this.labels, label];
    this.paint = label.name;
    this.send();
  }

  /** @returns false where the area can't be called so */
  rename(from: string, text: string): boolean {
    const others = this.labels.map(({ name }) => name).filter((name) => name !== from);
    const to = labelName(text, others);
    if (to === undefined) return false;
    this.labels = this.labels.map((label) => (label.name === from ? { ...label, name: to } : label));
    if (this.paint === from) this.paint = to;
    this.history = renameLabel(this.history, from, to);
    this.send();
    return true;
  }

  /** Takes an area away with its strokes. */
  removeLabel(name: string): void {
    this.labels = this.labels.filter((label) => label.name !== name);
    const kept = this.history.present.filter(({ label }) => label !== name);
    this.history = changeStrokes(this.history, kept);
    if (this.paint === name) this.paint = this.labels.at(-1)?.name ?? SUBJECT;
    this.send();
  }

  /** Keep and leave out change places under the pen. */
  swapPaint(): void {
    const kept = this.labels.at(-1)?.name ?? SUBJECT;
    this.paint = this.paint === BACKGROUND ? kept : BACKGROUND;
  }

  /** Begins with other strokes, which undo does not take back. */
  protected begin(history: StrokeHistory, labels: readonly NamedLabel[]): void {
    this.history = history;
    this.labels = labelsOf(namedBy(history.present), labels);
    this.paint = this.labels.at(-1)?.name ?? SUBJECT;
  }

  #change(history: StrokeHistory): void {
    if (history === this.history) return;
    this.history = history;
    // An area that was removed is there again with its strokes.
    this.labels = labelsOf(namedBy(history.present), this.labels);
    this.wake();
    this.send();
  }
}

/** The names of areas that strokes use, in the order of their first use. */
function namedBy(strokes: readonly Stroke[]): string[] {
  return strokeNames(strokes).filter((name) => name !== SUBJECT);
}
