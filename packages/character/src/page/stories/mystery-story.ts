import type { Story } from '../story.ts';

/** Footsteps in the old building. */
export const mysteryStory: Story = {
  name: 'mystery',
  slots: {
    place: ['THE MUSIC ROOM', 'THE OLD LIBRARY', 'THE THIRD FLOOR', 'THE CLOCK TOWER'],
    thing: ['A SHADOW', 'A VOICE', 'A PALE HAND', 'SOMETHING WHITE'],
    name: ['MIO', 'TOMA', 'SUZU', 'REN'],
  },
  beats: [
    {
      stage: 0,
      figures: [],
      shots: ['full'],
      grounds: ['night'],
      lines: [
        {
          who: null,
          say: ['THAT NIGHT...', 'TEN PAST MIDNIGHT.', 'NOBODY SHOULD HAVE BEEN THERE.'],
          style: 'caption',
        },
      ],
      sounds: ['CREAK'],
    },
    {
      stage: 0,
      figures: [
        { who: 0, looks: ['neutral', 'smug'], poses: ['thinking', 'pointing'] },
        { who: 1, looks: ['scared', 'sad'] },
      ],
      shots: ['bust', 'waist', 'full'],
      grounds: ['classroom', 'room', 'night'],
      lines: [
        { who: 0, say: ['IT CAME FROM {place}.', 'LISTEN. DID YOU HEAR?', 'WE ARE GOING IN.'] },
        { who: 1, say: ['N-NO...', 'MUST WE?', 'IT IS DARK.'], style: 'whisper' },
      ],
    },
    {
      stage: 1,
      figures: [{ who: 1, looks: ['scared', 'crying'], mark: 'sweat' }],
      shots: ['bust', 'closeUp', 'chibi'],
      grounds: ['gloom', 'black', 'gradient'],
      lines: [
        {
          who: 1,
          say: ['THEY SAY {thing} WALKS HERE...', "LET'S GO HOME...", 'DID THE DOOR JUST MOVE?'],
          style: 'wavy',
        },
      ],
    },
    {
      stage: 1,
      figures: [{ who: 0, looks: ['neutral', 'angry'], poses: ['thinking'] }],
      shots: ['closeUp', 'bust', 'eyes'],
      grounds: ['gradient', 'tone', 'black'],
      lines: [
        {
          who: 0,
          say: ['THREE CLUES. ONE ANSWER.', 'THE DUST IS FRESH.', 'SOMEONE WAS HERE BEFORE US.'],
          style: 'thought',
        },
      ],
    },
    {
      stage: 1,
      figures: [{ who: 0, looks: ['surprised', 'angry'] }],
      shots: ['eyes', 'closeUp'],
      grounds: ['focus', 'black', 'flash'],
      lines: [{ who: 0, say: ['...!', 'BEHIND US!', 'WHO IS THERE?'] }],
      sounds: ['TAP', 'STEP'],
    },
    {
      stage: 2,
      figures: [{ who: 1, looks: ['shout', 'scared'], poses: ['running', 'reaching'], mark: 'exclamation' }],
      shots: ['bust', 'waist', 'closeUp', 'full'],
      grounds: ['focus', 'flash', 'speed'],
      lines: [{ who: 1, say: ['KYAAA!!', "IT'S {thing}!!", 'A GHOST!!'], style: 'shout' }],
      sounds: ['SLAM', 'BANG'],
    },
    {
      stage: 2,
      figures: [{ who: 2, looks: ['surprised', 'happy', 'smile'], poses: ['waving'] }],
      shots: ['bust', 'waist', 'full'],
      grounds: ['flash', 'black', 'gradient'],
      lines: [{ who: 2, say: ['OH! GOOD EVENING.', 'HAS ANYONE SEEN MY BAG?', 'I FELL ASLEEP IN {place}.'] }],
      sounds: ['TADAA'],
    },
    {
      stage: 3,
      figures: [
        { who: 0, looks: ['embarrassed', 'sleepy'], mark: 'sweat' },
        { who: 2, looks: ['happy', 'smile'] },
      ],
      shots: ['bust', 'waist', 'chibi'],
      grounds: ['blank', 'classroom', 'tone'],
      lines: [
        { who: 0, say: ['CASE CLOSED, I GUESS.', 'AS I THOUGHT.', 'I KNEW IT ALL ALONG.'] },
        { who: 2, say: ['WHAT CASE?', 'HM?', 'TEA?'] },
      ],
    },
    {
      stage: 3,
      figures: [{ who: 1, looks: ['sad', 'neutral', 'scared'], mark: 'gloom' }],
      shots: ['closeUp', 'bust', 'eyes'],
      grounds: ['black', 'gloom', 'gradient'],
      lines: [
        {
          who: 1,
          say: ['THEN WHO OPENED THE DOOR?', 'BUT THERE WERE TWO SHADOWS.', '...SO WHO IS THAT?'],
          style: 'thought',
        },
      ],
    },
  ],
};
