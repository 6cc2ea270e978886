import type { Story } from './story.ts';
import { confessionStory } from './stories/confession-story.ts';
import { duelStory } from './stories/duel-story.ts';
import { lateStory } from './stories/late-story.ts';
import { mysteryStory } from './stories/mystery-story.ts';
import { puddingStory } from './stories/pudding-story.ts';

/** All stories, written for this project. New ones go to the end. */
export const stories: readonly Story[] = [puddingStory, lateStory, confessionStory, duelStory, mysteryStory];
