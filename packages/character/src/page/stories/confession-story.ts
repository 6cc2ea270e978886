import type { Story } from '../story.ts';

/** There is something to say, under the trees behind the school. */
export const confessionStory: Story = {
  name: 'confession',
  slots: {
    thing: ['YOUR UMBRELLA', 'THIS LETTER', 'MY SKETCHBOOK', 'THE SECOND BUTTON'],
    time: ['SINCE SPRING', 'FOR A YEAR', 'SINCE THAT DAY', 'ALL SUMMER'],
    name: ['HARU', 'AKI', 'TOMA', 'NAO'],
  },
  beats: [
    {
      stage: 0,
      figures: [],
      shots: ['full'],
      grounds: ['trees', 'school', 'sky'],
      lines: [
        {
          who: null,
          say: ['AFTER SCHOOL.', 'THE LAST DAY OF SUMMER.', 'THE WIND HAD TURNED.'],
          style: 'caption',
        },
      ],
      sounds: ['RUSTLE'],
    },
    {
      stage: 0,
      figures: [{ who: 0, looks: ['embarrassed', 'neutral'], poses: ['shy', 'handsClasped', 'handsBehind'] }],
      shots: ['waist', 'bust', 'full'],
      grounds: ['trees', 'school', 'blank'],
      lines: [
        {
          who: 0,
          say: ['UM... {name}?', 'DO YOU HAVE A MINUTE?', 'I HAVE TO TELL YOU SOMETHING.'],
          style: 'oval',
        },
      ],
    },
    {
      stage: 1,
      figures: [{ who: 1, looks: ['neutral', 'smile', 'surprised'], mark: 'question' }],
      shots: ['bust', 'waist', 'closeUp'],
      grounds: ['blank', 'trees', 'gradient'],
      lines: [{ who: 1, say: ['ME? OF COURSE.', 'YOU LOOK PALE.', 'IS IT ABOUT {thing}?'] }],
    },
    {
      stage: 1,
      figures: [{ who: 0, looks: ['embarrassed', 'sad'] }],
      shots: ['eyes', 'closeUp'],
      grounds: ['gradient', 'blank', 'black'],
      lines: [
        { who: 0, say: ['SAY IT. JUST SAY IT.', 'MY HEART IS TOO LOUD.', 'NOW OR NEVER.'], style: 'thought' },
      ],
      sounds: ['BADUM', 'THUMP'],
    },
    {
      stage: 1,
      figures: [
        { who: 0, looks: ['embarrassed'], mark: 'sweat' },
        { who: 1, looks: ['neutral', 'smile'] },
      ],
      shots: ['bust', 'waist', 'chibi'],
      grounds: ['trees', 'blank', 'sparkles'],
      lines: [
        { who: 0, say: ["I'VE CARRIED IT {time}.", 'PLEASE TAKE {thing}.', "DON'T LAUGH, PLEASE."] },
        { who: 1, say: ['...?', 'I WOULD NEVER.', 'GO ON.'] },
      ],
    },
    {
      stage: 2,
      figures: [
        {
          who: 0,
          looks: ['shout', 'embarrassed'],
          poses: ['bowing', 'handsClasped', 'praying'],
          mark: 'heart',
        },
      ],
      shots: ['bust', 'closeUp', 'waist'],
      grounds: ['flowers', 'flash', 'sparkles'],
      lines: [
        {
          who: 0,
          say: ["I'VE LIKED YOU {time}!", 'PLEASE GO OUT WITH ME!', 'I WANT TO STAY BY YOUR SIDE!'],
          style: 'shout',
        },
      ],
    },
    {
      stage: 2,
      figures: [{ who: 1, looks: ['surprised', 'embarrassed'] }],
      shots: ['closeUp', 'bust', 'eyes'],
      grounds: ['flowers', 'gradient', 'focus'],
      lines: [{ who: 1, say: ['...!', 'YOU... LIKE ME?', 'SINCE THEN...?'] }],
      sounds: ['BADUM'],
    },
    {
      stage: 3,
      figures: [
        { who: 1, looks: ['happy', 'smile'] },
        { who: 0, looks: ['crying', 'happy', 'embarrassed'] },
      ],
      shots: ['bust', 'waist'],
      grounds: ['sparkles', 'flowers', 'sky'],
      lines: [
        { who: 1, say: ["I THOUGHT YOU'D NEVER ASK.", 'ME TOO, {time}.', "LET'S WALK HOME TOGETHER."] },
        { who: 0, say: ['EH?!', 'REALLY?', '♥'] },
      ],
    },
    {
      stage: 3,
      figures: [{ who: 2, looks: ['grin', 'laugh', 'crying'], mark: 'sparkle' }],
      shots: ['chibi', 'bust'],
      grounds: ['trees', 'blank', 'tone'],
      lines: [
        { who: 2, say: ['AT LAST! PAY UP!', 'SO YOUNG! SO SWEET!', 'I SAW NOTHING.'], style: 'whisper' },
      ],
    },
  ],
};
