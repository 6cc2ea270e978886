import type { Story } from '../story.ts';

/** The bell rings soon. */
export const lateStory: Story = {
  name: 'late',
  slots: {
    hour: ['EIGHT', 'HALF PAST EIGHT', 'NEARLY NINE'],
    test: ['THE MATHS TEST', 'THE CLASS PHOTO', 'THE SPORTS DAY', 'THE ENTRANCE EXAM'],
    name: ['MIO', 'REN', 'HARU', 'AKI'],
  },
  beats: [
    {
      stage: 0,
      figures: [],
      shots: ['full'],
      grounds: ['city', 'school', 'sky', 'street'],
      lines: [
        {
          who: null,
          say: ['MONDAY MORNING.', 'THE FIRST DAY OF SPRING.', 'TEN MINUTES TO THE BELL.'],
          style: 'caption',
        },
      ],
      sounds: ['CHIRP'],
    },
    {
      stage: 0,
      figures: [{ who: 0, looks: ['sleepy', 'surprised'], mark: 'exclamation' }],
      shots: ['bust', 'closeUp'],
      grounds: ['room', 'blank', 'tone'],
      lines: [
        { who: 0, say: ["IT'S {hour} ALREADY?!", 'THE CLOCK HAS STOPPED?!', 'WHY DID NOBODY WAKE ME?!'] },
      ],
      sounds: ['RING'],
    },
    {
      stage: 1,
      figures: [{ who: 0, looks: ['shout', 'scared'], poses: ['running'], mark: 'motion' }],
      shots: ['full', 'waist', 'bust'],
      grounds: ['speed', 'street'],
      lines: [
        { who: 0, say: ["I'M LATE, I'M LATE!", 'OUT OF THE WAY!', 'NOT TODAY OF ALL DAYS!'], style: 'shout' },
      ],
      sounds: ['DASH', 'ZOOM', 'TAP TAP'],
    },
    {
      stage: 1,
      figures: [{ who: 1, looks: ['smile', 'neutral', 'wink'], poses: ['waving', 'handOnHip'] }],
      shots: ['bust', 'waist', 'full'],
      grounds: ['street', 'trees', 'blank', 'school'],
      lines: [{ who: 1, say: ['MORNING! YOU ARE EARLY.', 'WHAT IS THE HURRY?', 'OH? RUNNING FOR FUN?'] }],
    },
    {
      stage: 1,
      figures: [
        { who: 0, looks: ['angry', 'scared'], mark: 'sweat' },
        { who: 1, looks: ['neutral', 'surprised'] },
      ],
      shots: ['bust', 'waist', 'chibi'],
      grounds: ['speed', 'blank', 'street'],
      lines: [
        { who: 0, say: ['{test} IS TODAY!', 'THE GATE CLOSES ANY MINUTE!', 'TALK LATER! RUN NOW!'] },
        { who: 1, say: ['EH?', 'IS IT?', 'HMM...'] },
      ],
    },
    {
      stage: 1,
      figures: [{ who: 0, looks: ['scared', 'angry'] }],
      shots: ['eyes', 'closeUp'],
      grounds: ['focus', 'speed', 'black'],
      lines: [
        {
          who: 0,
          say: ['JUST ONE MORE CORNER...', 'I CAN SEE THE GATE!', 'PLEASE, LEGS...'],
          style: 'thought',
        },
      ],
    },
    {
      stage: 2,
      figures: [{ who: 0, looks: ['shout', 'grin'], poses: ['jumping', 'running'] }],
      shots: ['full', 'waist', 'bust'],
      grounds: ['flash', 'focus', 'speed', 'sky'],
      lines: [{ who: 0, say: ['I MADE IT!!', 'WAIT FOR ME!!', 'OPEN THE GATE!!'], style: 'shout' }],
      sounds: ['LEAP', 'WHOOSH'],
    },
    {
      stage: 2,
      figures: [{ who: 1, looks: ['laugh', 'happy', 'grin'] }],
      shots: ['bust', 'closeUp'],
      grounds: ['sparkles', 'tone', 'gradient'],
      lines: [{ who: 1, say: ["IT'S SUNDAY, YOU KNOW.", 'SCHOOL STARTS TOMORROW.', 'THAT WAS LAST WEEK!'] }],
    },
    {
      stage: 3,
      figures: [{ who: 0, looks: ['crying', 'sad', 'embarrassed'], mark: 'gloom' }],
      shots: ['bust', 'chibi', 'closeUp'],
      grounds: ['gloom', 'blank', 'black'],
      lines: [{ who: 0, say: ['...', "I'M GOING BACK TO BED.", 'NOT A WORD TO ANYBODY.'], style: 'wavy' }],
      sounds: ['SIGH'],
    },
    {
      stage: 3,
      figures: [
        { who: 1, looks: ['smile', 'happy'] },
        { who: 0, looks: ['embarrassed', 'pout'] },
      ],
      shots: ['bust', 'waist', 'chibi'],
      grounds: ['flowers', 'sparkles', 'trees'],
      lines: [
        { who: 1, say: ['BREAKFAST? MY TREAT.', 'NICE SHOES, THOUGH.', 'SAME TIME TOMORROW?'] },
        { who: 0, say: ['...FINE.', 'PANCAKES.', 'HMPH.'] },
      ],
    },
  ],
};
