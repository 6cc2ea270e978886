import type { Page } from '@playwright/test';
import type { Watched } from './watch-workers.ts';

/** A part of the page, CSS pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What became of the movements of the pointer since they are watched. */
export interface MoveTrace {
  /** Milliseconds from each event to the frame in which its answer was on the canvas. */
  readonly shown: readonly number[];
  /** Those whose answer was that nothing changes. */
  readonly unchanged: number;
  /** Those whose answer changed nothing that could be seen. */
  readonly unseen: number;
}

/** When the mask was there, milliseconds after the click on the tool; Infinity where it is not in 10 s. */
export interface FirstMask {
  /** The first tint of a stroke was on the canvas. */
  readonly tinted: number;
  /** Strokes were answered from the page in full. */
  readonly prepared: number;
}

type WithResults = Watched & {
  firstMask: Promise<FirstMask>;
  moves: { shown: number[]; unchanged: number; unseen: number; done: number };
  stopMoves: () => void;
};

/**
 * Watches for the first mask: from the next click on the tool, or press of its key, to the first frame with the
 * tint in an area, and to the first answer that was made of the page in full.
 */
export function watchFirstMask(page: Page, area: Area): Promise<void> {
  return page.evaluate((area) => {
    /** Levels by which the tint's blue is over its red, and pixels of it that are no accident. */
    const [TINT, ENOUGH] = [40, 20];
    const GIVE_UP = 10_000;
    const watched = globalThis as unknown as WithResults;
    const isTinted = (): boolean => {
      const bytes = new Uint8Array(watched.pixelsIn(area).buffer);
      let count = 0;
      for (let i = 0; i < bytes.length; i += 4) if (bytes[i + 2]! - bytes[i]! > TINT) count++;
      return count >= ENOUGH;
    };
    const { promise, resolve } = Promise.withResolvers<number>();
    const onTake = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key !== 's') return;
      removeEventListener('click', onTake, true);
      removeEventListener('keydown', onTake, true);
      resolve(event.timeStamp);
    };
    addEventListener('click', onTake, true);
    addEventListener('keydown', onTake, true);
    const watch = async (): Promise<FirstMask> => {
      const started = await promise;
      // Found at once where it had been made before the click, which is none of its time.
      watched.traffic.full = 0;
      let tinted = 0;
      while (tinted === 0 || watched.traffic.full === 0) {
        await new Promise((next) => requestAnimationFrame(next));
        if (performance.now() - started > GIVE_UP) break;
        if (tinted === 0 && isTinted()) tinted = performance.now();
      }
      const after = (time: number): number => (time === 0 ? Infinity : time - started);
      return { tinted: after(tinted), prepared: after(watched.traffic.full) };
    };
    watched.firstMask = watch();
  }, area);
}

/** When both are there. */
export function firstMask(page: Page): Promise<FirstMask> {
  return page.evaluate(() => (globalThis as unknown as WithResults).firstMask);
}

/** Times each movement of the pointer until its answer is seen in an area. */
export function watchMoves(page: Page, area: Area): Promise<void> {
  return page.evaluate((area) => {
    const GIVE_UP = 1000;
    /** Frames after which a patch that was put on the canvas is on it. */
    const SHOWN = 6;
    const watched = globalThis as unknown as WithResults;
    const { traffic, pixelsIn } = watched;
    const moves = { shown: [] as number[], unchanged: 0, unseen: 0, done: 0 };
    const isChanged = (before: Uint32Array): boolean => {
      const now = pixelsIn(area);
      return before.some((value, i) => value !== now[i]);
    };
    const onMove = async ({ timeStamp }: Event): Promise<void> => {
      const { asked, patches } = traffic;
      const before = pixelsIn(area);
      let frames = 0;
      for (;;) {
        await new Promise((next) => requestAnimationFrame(next));
        const isAnswered = traffic.asked > asked && traffic.answered === traffic.asked;
        if (isAnswered) frames++;
        if (traffic.patches > patches && isChanged(before)) moves.shown.push(performance.now() - timeStamp);
        else if (isAnswered && traffic.patches === patches) moves.unchanged++;
        else if (frames > SHOWN || performance.now() - timeStamp > GIVE_UP) moves.unseen++;
        else continue;
        break;
      }
      moves.done++;
    };
    const listen = (event: Event): void => void onMove(event);
    addEventListener('pointermove', listen, true);
    Object.assign(watched, { moves, stopMoves: () => removeEventListener('pointermove', listen, true) });
  }, area);
}

/** Waits until so many movements have come to an end; a movement that the browser does not report never does. */
export async function waitForMoves(page: Page, count: number): Promise<void> {
  await page.waitForFunction((least) => (globalThis as unknown as WithResults).moves.done >= least, count, {
    timeout: 5000,
  });
}

/** What became of them; they are watched no more. */
export function movesSeen(page: Page): Promise<MoveTrace> {
  return page.evaluate(() => {
    const { moves, stopMoves } = globalThis as unknown as WithResults;
    stopMoves();
    return moves;
  });
}
