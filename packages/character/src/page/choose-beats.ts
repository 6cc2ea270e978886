import type { RandomStream } from '../random/random-stream.ts';
import { boundsOf } from './convex.ts';
import type { PanelFrame } from './layout-panels.ts';
import { shuffled } from './plan-cast.ts';
import type { Beat, Story } from './story.ts';

/**
 * A beat for every panel, in the story's own order: of some choices by chance the one that suits the panels
 * best, with the turn in the focus and the end at the end.
 */
export function chooseBeats(story: Story, frames: readonly PanelFrame[], random: RandomStream): Beat[] {
  const numbers = story.beats.map((_, index) => index);
  let best: { score: number; beats: Beat[] } | undefined;
  for (let attempt = 0; attempt < 60; attempt++) {
    const chosen = shuffled(numbers, random).slice(0, frames.length);
    const beats = chosen.toSorted((a, b) => a - b).map((index) => story.beats[index] as Beat);
    const score = beats.reduce((sum, beat, index) => sum + suits(beat, frames, index), random.next());
    if (best === undefined || score > best.score) best = { score, beats };
  }
  return best?.beats ?? [];
}

/** How well a beat suits the panel at its place. */
function suits(beat: Beat, frames: readonly PanelFrame[], index: number): number {
  const { outline, focus } = frames[index] as PanelFrame;
  const { width, height } = boundsOf(outline);
  let score = 0;
  if (focus) score += beat.stage === 2 ? 4 : beat.figures.length === 0 ? -2 : 0;
  if (index === 0) score += beat.stage === 0 ? 3 : 0;
  if (index === frames.length - 1) score += beat.stage === 3 ? 3 : 0;
  // Two people stand side by side.
  if (beat.figures.length > 1 && width < height * 0.95) score -= 4;
  // A view without people needs room; a small panel shows a face.
  if (beat.figures.length === 0) score += width * height > 250_000 || width > height * 1.4 ? 0.5 : -4;
  return score;
}
