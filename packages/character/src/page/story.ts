import type { BalloonStyle, Expression, Ground, Mark, Shot } from './page-plan.ts';

/** What one line of a beat says; `who` counts the cast, null is a caption. */
export interface Line {
  readonly who: 0 | 1 | 2 | null;
  /** One is taken; `{slot}` stands for a word of the story's slots. */
  readonly say: readonly string[];
  readonly style?: BalloonStyle;
}

/** One moment of a story; a panel shows one. */
export interface Beat {
  /** Where in the story it may come: 0 the beginning, 3 the end; stage 2 is the turn. */
  readonly stage: 0 | 1 | 2 | 3;
  readonly figures: readonly {
    readonly who: 0 | 1 | 2;
    readonly looks: readonly Expression[];
    readonly poses?: readonly string[];
    readonly mark?: Mark;
  }[];
  readonly shots: readonly Shot[];
  readonly grounds: readonly Ground[];
  readonly lines: readonly Line[];
  readonly sounds?: readonly string[];
}

/** A small story: beats to choose from and words to fill in. */
export interface Story {
  readonly name: string;
  readonly slots: Readonly<Record<string, readonly string[]>>;
  readonly beats: readonly Beat[];
}
