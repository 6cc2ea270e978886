import type { Page } from '@playwright/test';
import type { Area } from './watch-mask.ts';

/** What goes to the workers and comes from them, and what is pressed. */
export interface Traffic {
  /** Strokes to the plugin, and its answers, counted. */
  asked: number;
  answered: number;
  /** Patches of the mask to the raster worker, counted. */
  patches: number;
  /** Calls that no worker has answered yet. */
  waiting: number;
  /** When the first answer came that was made of the page in full; 0: not yet. */
  full: number;
  /** When a key was last pressed; 0: not yet. */
  pressed: number;
}

/** What a watched page has in its global scope. */
export interface Watched {
  readonly traffic: Traffic;
  /** The canvas in an area, RGBA. */
  readonly pixelsIn: (area: Area) => Uint32Array;
}

/** Listens to what the pages that are opened from now on say to their workers. Call it before one is opened. */
export async function watchWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const traffic: Traffic = { asked: 0, answered: 0, patches: 0, waiting: 0, full: 0, pressed: 0 };
    // Before the editor's own listeners, which keep keys that they use to themselves.
    addEventListener('keydown', ({ timeStamp }) => (traffic.pressed = timeStamp), true);
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...parameters: [unknown, never]) {
      // Comlink's calls: each is answered by a message of the same id.
      const { id, path } = (parameters[0] ?? {}) as { id?: string; path?: readonly string[] };
      if (id !== undefined && path) {
        const isStrokes = path[0] === 'updateSession';
        traffic.waiting++;
        if (path[0] === 'putLabels') traffic.patches++;
        if (isStrokes) traffic.asked++;
        const onAnswer = ({ data }: MessageEvent<{ id?: string }>): void => {
          if (data.id !== id) return;
          this.removeEventListener('message', onAnswer);
          traffic.waiting--;
          if (isStrokes) traffic.answered++;
        };
        this.addEventListener('message', onAnswer);
      }
      postMessage.apply(this, parameters);
    };
    // Comlink's calls back: answers of a session.
    const listen = MessagePort.prototype.addEventListener;
    MessagePort.prototype.addEventListener = function (this: MessagePort, ...parameters: [string, never]) {
      if (parameters[0] === 'message')
        listen.call(this, 'message', (event) => {
          const { data } = event as MessageEvent;
          const [first] = (data?.argumentList ?? []) as { value?: { sharpness?: string } }[];
          const sharpness = data?.path?.[0] === 'update' ? first?.value?.sharpness : undefined;
          if (sharpness !== undefined && sharpness !== 'quick') traffic.full ||= performance.now();
        });
      listen.apply(this, parameters);
    };
    const probe = new OffscreenCanvas(1, 1);
    const context = probe.getContext('2d', { willReadFrequently: true })!;
    const pixelsIn = ({ x, y, width, height }: Area): Uint32Array => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-testid=picture]')!;
      const { left, top } = canvas.getBoundingClientRect();
      if (probe.width !== width || probe.height !== height) Object.assign(probe, { width, height });
      context.clearRect(0, 0, width, height);
      context.drawImage(canvas, left - x, top - y);
      return new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
    };
    Object.assign(globalThis, { traffic, pixelsIn } satisfies Watched);
  });
}
