import type { Stroke } from '@koma/core/plugin';
import type { RasterApi } from '#lib/raster/protocol.ts';
import type { RasterClient } from '#lib/raster/raster-client.ts';
import { DEFAULT_TOOL_SETTINGS } from './tool-settings.ts';
import type { ToolHost } from './tool.ts';

/** A host that writes down what tools ask of it, in order, and the worker's answers. Tests only. */
export class FakeHost implements ToolHost {
  documentId: string | undefined = 'document';
  ready = true;
  target: ToolHost['target'] = { layerId: 'layer', plane: 'pixels' };
  canPaint = true;
  hasSelection = false;
  /** Whether every place is selected. */
  selected = false;
  zoom = 1;
  settings = DEFAULT_TOOL_SETTINGS;
  foreground = '#102030';
  background = '#ffffff';
  /** Every call of the worker or the host: its name and what was given. */
  readonly log: unknown[][] = [];
  /** What calls of the worker answer; an Error is thrown. */
  answers: Partial<Record<keyof RasterApi, unknown>> = {};
  /** What was told to the person. */
  readonly failures: unknown[] = [];

  async call<T>(work: (raster: RasterClient) => Promise<T>): Promise<T | undefined> {
    const raster = new Proxy({} as RasterClient, {
      get:
        (_, name: keyof RasterApi) =>
        async (...values: unknown[]) => {
          this.log.push([name, ...values]);
          const answer = this.answers[name];
          if (answer instanceof Error) throw answer;
          return answer;
        },
    });
    try {
      return await work(raster);
    } catch (error) {
      this.failures.push(error);
      return undefined;
    }
  }
  isSelected = () => this.selected;
  shiftOutline = (...values: unknown[]) => void this.log.push(['shiftOutline', ...values]);
  select = (...values: unknown[]) => void this.log.push(['select', ...values]);
  inform = (...values: unknown[]) => void this.log.push(['inform', ...values]);
  setColour = (...values: unknown[]) => void this.log.push(['setColour', ...values]);
  useColour = (...values: unknown[]) => void this.log.push(['useColour', ...values]);
  pan = (...values: unknown[]) => void this.log.push(['pan', ...values]);
  zoomBy = (...values: unknown[]) => void this.log.push(['zoomBy', ...values]);
  preview = (...values: unknown[]) => void this.log.push(['preview', ...values]);
  ring = (...values: unknown[]) => void this.log.push(['ring', ...values]);

  readonly marks = {
    collects: 'strokes' as 'strokes' | 'points' | undefined,
    radius: 5,
    colour: '#102030',
    draw: (...values: unknown[]) => void this.log.push(['marks.draw', ...values]),
    addStroke: (...values: unknown[]) => void this.log.push(['marks.addStroke', ...values]),
    addPoint: (...values: unknown[]) => void this.log.push(['marks.addPoint', ...values]),
    dropLast: () => {
      this.log.push(['marks.dropLast']);
      return true;
    },
    apply: () => void this.log.push(['marks.apply']),
  };

  readonly cut = {
    paint: 'fg',
    size: 28,
    leaks: [] as { x0: number; y0: number; x1: number; y1: number }[],
    drawn: [] as Stroke[],
    isSeveral: false,
    draw: (...values: unknown[]) => void this.log.push(['draw', ...values]),
    add: (...values: unknown[]) => void this.log.push(['add', ...values]),
    dropDrawing: (...values: unknown[]) => void this.log.push(['dropDrawing', ...values]),
    closeLeaks: (...values: unknown[]) => void this.log.push(['closeLeaks', ...values]),
    key: (key: string) => {
      this.log.push(['key', key]);
      return this.answers.undo === true;
    },
  };

  /** What was called under a name. */
  calls(name: string): unknown[][] {
    return this.log.filter(([called]) => called === name).map(([, ...values]) => values);
  }
}

/** Lets promises that are due settle. Tests only. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
