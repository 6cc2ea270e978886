import type { Story } from '../story.ts';

/** Somebody has eaten what was not theirs. */
export const puddingStory: Story = {
  name: 'pudding',
  slots: {
    thing: ['PUDDING', 'MELON BREAD', 'LAST DUMPLING', 'STRAWBERRY CAKE', 'RICE BALL', 'ICE CREAM'],
    time: ['THIS MORNING', 'LAST NIGHT', 'A MINUTE AGO', 'AFTER LUNCH'],
    name: ['MIO', 'REN', 'SUZU', 'KEI', 'NAO'],
  },
  beats: [
    {
      stage: 0,
      figures: [],
      shots: ['full'],
      grounds: ['room', 'city', 'sky'],
      lines: [
        {
          who: null,
          say: ['SATURDAY. ALL WAS QUIET.', 'IT BEGAN WITH A SPOON.', 'NOBODY SAW IT COMING.'],
          style: 'caption',
        },
      ],
    },
    {
      stage: 0,
      figures: [{ who: 0, looks: ['neutral', 'surprised'] }],
      shots: ['bust', 'waist'],
      grounds: ['room', 'blank'],
      lines: [{ who: 0, say: ['WHERE IS MY {thing}?', 'MY {thing} IS GONE.', 'IT WAS HERE {time}...'] }],
    },
    {
      stage: 1,
      figures: [{ who: 1, looks: ['neutral', 'smug', 'embarrassed'], mark: 'sweat' }],
      shots: ['bust', 'closeUp'],
      grounds: ['blank', 'tone'],
      lines: [
        {
          who: 1,
          say: [
            "I DON'T KNOW WHAT YOU MEAN.",
            'MAYBE THE CAT ATE IT?',
            'WHAT {thing}?',
            'IT WAS NOT ME. REALLY.',
          ],
        },
      ],
    },
    {
      stage: 1,
      figures: [
        { who: 0, looks: ['angry', 'pout'], mark: 'anger' },
        { who: 1, looks: ['embarrassed', 'scared'] },
      ],
      shots: ['bust', 'waist', 'chibi'],
      grounds: ['tone', 'blank', 'room'],
      lines: [
        { who: 0, say: ['WE HAVE NO CAT.', 'LOOK AT ME.', 'THEN WHOSE SPOON IS THIS?'] },
        { who: 1, say: ['ER...', 'AH. THAT.', 'WELL, YOU SEE...'] },
      ],
    },
    {
      stage: 1,
      figures: [{ who: 0, looks: ['angry', 'neutral'] }],
      shots: ['eyes', 'closeUp'],
      grounds: ['focus', 'black', 'gradient'],
      lines: [
        {
          who: 0,
          say: ['THERE IS CREAM ON YOUR CHIN.', 'I COUNT TO THREE.', 'SO IT WAS YOU.'],
          style: 'thought',
        },
      ],
    },
    {
      stage: 1,
      figures: [{ who: 1, looks: ['scared', 'surprised'], mark: 'gloom' }],
      shots: ['closeUp', 'bust', 'chibi'],
      grounds: ['gloom', 'black', 'speed'],
      lines: [
        { who: 1, say: ['SHE KNOWS...', 'THIS IS THE END.', '...', 'RUN? HIDE? CRY?'], style: 'thought' },
      ],
    },
    {
      stage: 2,
      figures: [{ who: 0, looks: ['shout', 'angry'], poses: ['pointing', 'handsOnHips'], mark: 'anger' }],
      shots: ['bust', 'waist', 'full'],
      grounds: ['flash', 'focus', 'speed'],
      lines: [
        {
          who: 0,
          say: ['GIVE ME BACK MY {thing}!', 'YOU WILL PAY FOR MY {thing}!', 'NOT MY {thing}!!'],
          style: 'shout',
        },
      ],
      sounds: ['DOOM', 'GRRR', 'BAM'],
    },
    {
      stage: 2,
      figures: [{ who: 1, looks: ['crying', 'sad'], poses: ['praying', 'bowing'] }],
      shots: ['bust', 'waist', 'chibi'],
      grounds: ['speed', 'gradient', 'focus'],
      lines: [
        {
          who: 1,
          say: ["I'M SORRY! IT LOOKED SO LONELY!", 'IT WAS ONLY ONE BITE! OR NINE!', 'I WILL BUY YOU TWO!'],
          style: 'wavy',
        },
      ],
      sounds: ['WAAH', 'SOB'],
    },
    {
      stage: 3,
      figures: [
        { who: 0, looks: ['sleepy', 'smile', 'pout'] },
        { who: 1, looks: ['happy', 'smile'] },
      ],
      shots: ['bust', 'waist', 'chibi'],
      grounds: ['sparkles', 'flowers', 'blank'],
      lines: [
        { who: 0, say: ['FINE. BUT I CHOOSE THE SHOP.', 'TWO. AND A TEA.', 'NEXT TIME, ASK.'] },
        { who: 1, say: ['HOORAY!', 'DEAL! ♥', 'YES, BOSS!'] },
      ],
    },
    {
      stage: 3,
      figures: [{ who: 2, looks: ['smug', 'grin', 'wink'], mark: 'note' }],
      shots: ['bust', 'chibi', 'closeUp'],
      grounds: ['blank', 'tone', 'room'],
      lines: [
        {
          who: 2,
          say: ['IT WAS DELICIOUS. ♪', 'THEY NEVER LOOK UP.', 'AND NOBODY ASKED ME.'],
          style: 'whisper',
        },
      ],
      sounds: ['MUNCH'],
    },
  ],
};
