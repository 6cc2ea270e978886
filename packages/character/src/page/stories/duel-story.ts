import type { Story } from '../story.ts';

/** Two rivals and a matter of honour. */
export const duelStory: Story = {
  name: 'duel',
  slots: {
    game: ['CHESS', 'ARM WRESTLING', 'PING PONG', 'KARUTA', 'STARING'],
    title: ['QUEEN OF THE NORTH WING', 'DRAGON OF ROOM 2-B', 'SILENT STORM', 'UNBEATEN ONE'],
    count: ['SEVEN', 'TWELVE', 'A HUNDRED'],
  },
  beats: [
    {
      stage: 0,
      figures: [],
      shots: ['full'],
      grounds: ['city', 'school', 'classroom'],
      lines: [
        {
          who: null,
          say: ['ROOFTOP, NOON.', 'THE DAY OF THE FINAL.', 'ONLY ONE WOULD WALK HOME PROUD.'],
          style: 'caption',
        },
      ],
    },
    {
      stage: 0,
      figures: [{ who: 1, looks: ['smug', 'grin'], poses: ['armsCrossed', 'handsOnHips', 'handOnHip'] }],
      shots: ['waist', 'full', 'bust'],
      grounds: ['city', 'classroom', 'gradient'],
      lines: [
        { who: 1, say: ['SO YOU CAME AFTER ALL.', 'THEY CALL ME THE {title}.', 'READY TO LOSE AT {game}?'] },
      ],
    },
    {
      stage: 1,
      figures: [{ who: 0, looks: ['angry', 'neutral'] }],
      shots: ['bust', 'closeUp'],
      grounds: ['tone', 'gradient', 'speed'],
      lines: [{ who: 0, say: ['I HAVE TRAINED FOR THIS.', 'NOT TODAY.', 'LESS TALK. MORE {game}.'] }],
    },
    {
      stage: 1,
      figures: [{ who: 0, looks: ['angry'] }],
      shots: ['eyes'],
      grounds: ['focus', 'black', 'speed'],
      lines: [{ who: 0, say: ['I SEE IT.', 'NO OPENING...', 'NOW!'], style: 'thought' }],
      sounds: ['GLARE'],
    },
    {
      stage: 1,
      figures: [{ who: 1, looks: ['angry', 'smug'] }],
      shots: ['eyes', 'closeUp'],
      grounds: ['focus', 'black', 'gradient'],
      lines: [{ who: 1, say: ['COME, THEN.', 'HEH.', 'THAT LOOK...'] }],
      sounds: ['RUMBLE'],
    },
    {
      stage: 1,
      figures: [{ who: 2, looks: ['scared', 'surprised'], mark: 'sweat' }],
      shots: ['bust', 'chibi'],
      grounds: ['classroom', 'blank', 'tone'],
      lines: [
        {
          who: 2,
          say: ["I CAN'T WATCH...", 'IT IS ONLY {game}, YOU TWO!', 'SHOULD I CALL A TEACHER?'],
          style: 'wavy',
        },
      ],
    },
    {
      stage: 2,
      figures: [
        { who: 0, looks: ['shout', 'angry'], poses: ['fighting', 'fist', 'jumping'], mark: 'motion' },
      ],
      shots: ['full', 'waist', 'bust'],
      grounds: ['focus', 'flash', 'speed'],
      lines: [{ who: 0, say: ['SECRET ART... NUMBER {count}!', 'TAKE THIS!!', 'HAAAAA!!'], style: 'shout' }],
      sounds: ['BOOM', 'CRASH', 'WHAM', 'SLAM'],
    },
    {
      stage: 2,
      figures: [{ who: 1, looks: ['surprised', 'scared'], mark: 'exclamation' }],
      shots: ['closeUp', 'bust'],
      grounds: ['flash', 'speed', 'focus'],
      lines: [{ who: 1, say: ['WHAT?!', 'IMPOSSIBLE!', 'THAT SPEED...!'], style: 'shout' }],
      sounds: ['CRACK'],
    },
    {
      stage: 3,
      figures: [
        { who: 1, looks: ['pout', 'crying', 'sad'] },
        { who: 0, looks: ['grin', 'happy', 'smug'], poses: ['victory', 'peace'] },
      ],
      shots: ['bust', 'waist', 'chibi'],
      grounds: ['sparkles', 'sky', 'blank'],
      lines: [
        { who: 1, say: ['BEST OF {count}!', 'THE SUN WAS IN MY EYES.', 'ONE MORE ROUND.'] },
        { who: 0, say: ['ANY TIME.', 'HEHE!', 'AGAIN?'] },
      ],
    },
    {
      stage: 3,
      figures: [{ who: 2, looks: ['sleepy', 'smile'] }],
      shots: ['bust', 'waist'],
      grounds: ['classroom', 'blank'],
      lines: [{ who: 2, say: ['EVERY. SINGLE. DAY.', 'LUNCH IS OVER, YOU KNOW.', 'ALL THIS FOR {game}.'] }],
    },
  ],
};
