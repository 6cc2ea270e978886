import type { Character } from '../parameters/catalogue.ts';
import { randomStream, type RandomStream } from '../random/random-stream.ts';
import { boundsOf, type Box } from './convex.ts';
import { layoutPanels, PANEL_COUNTS, type PanelFrame } from './layout-panels.ts';
import type { FigurePlan, Ground, PagePlan, PanelPlan, Shot, SpeechPlan } from './page-plan.ts';
import { chooseBeats } from './choose-beats.ts';
import { planCast } from './plan-cast.ts';
import { planInset } from './plan-inset.ts';
import { stories } from './stories.ts';
import type { Beat, Story } from './story.ts';

/** Sides of the frame that figures stand on, by how many there are; the first speaks first, so stands right. */
const places: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[0.5, 0.45]],
  [
    [0.73, 0.45],
    [0.27, 0.45],
  ],
];

/** Expressions that go over the top: chibis and shouting faces may be tilted more. */
const lively = new Set(['laugh', 'shout', 'surprised', 'scared', 'angry', 'crying', 'grin', 'happy']);

/**
 * Everything that chance decides about a page: the panels, the story, who is in which panel, how they look
 * and what they say. The same seed is the same plan.
 *
 * @param seed Any whole number from 0.
 */
export function planPage(seed: number): PagePlan {
  const random = (purpose: string): RandomStream => randomStream(seed, `page ${purpose}`);
  const story = random('story').pick(stories);
  const cast = planCast(seed, random('cast'));
  const counts = random('count');
  const count = counts.chance(0.15) ? counts.pick([3, 7]) : counts.pick(PANEL_COUNTS.slice(1, -1));
  const frames = layoutPanels(random('layout'), count);
  const beats = chooseBeats(story, frames, random('beats'));
  const words = fillSlots(
    story,
    cast.map(({ name }) => name),
    random('words'),
  );
  const insetAt = random('inset place').whole(0, frames.length - 1);
  const panels = frames.flatMap((frame, index): PanelPlan[] => {
    const beat = beats[index] as Beat;
    const panel = planPanel(
      frame,
      beat,
      cast.map(({ character }) => character),
      words,
      random(`panel ${index}`),
    );
    const inset =
      index === insetAt
        ? planInset(
            panel,
            cast.map(({ character }) => character),
            random('inset'),
          )
        : undefined;
    return inset === undefined ? [panel] : [panel, inset];
  });
  return { seed, story: story.name, cast, panels };
}

/** What a slot is filled with: one word for the whole page. */
function fillSlots(
  story: Story,
  castNames: readonly string[],
  random: RandomStream,
): (text: string) => string {
  const words = new Map<string, string>();
  for (const [slot, choices] of Object.entries(story.slots)) {
    words.set(slot, slot === 'name' ? (castNames[1] as string) : random.pick(choices));
  }
  return (text) => text.replace(/\{(\w+)\}/g, (_, slot: string) => words.get(slot) ?? '');
}

function planPanel(
  { outline, bleeds, focus }: PanelFrame,
  beat: Beat,
  cast: readonly Character[],
  words: (text: string) => string,
  random: RandomStream,
): PanelPlan {
  const box = boundsOf(outline);
  const shot = chooseShot(beat, box, random);
  const ground = chooseGround(beat, shot, focus, random);
  const figures = beat.figures.map(({ who, looks, poses, mark }, index): FigurePlan => {
    const expression = random.pick(looks);
    const base = cast[who] as Character;
    const alone = beat.figures.length === 1;
    const spot = places[Math.min(2, beat.figures.length)]?.[index] ?? [0.5, 0.45];
    const side = alone ? random.pick([-1, 1] as const) : spot[0] > 0.5 ? 1 : -1;
    const x = alone
      ? 0.5 + side * (box.width > box.height * 1.15 ? random.between(0.14, 0.2) : random.between(0.02, 0.08))
      : spot[0];
    const tilt = lively.has(expression) ? 11 : 6;
    const straight = shot === 'eyes' || (focus && random.chance(0.35));
    // Faces look into the panel, towards the room that is left for the words.
    const yaw = straight ? random.between(-6, 6) : -side * random.between(8, 32);
    return {
      cast: who,
      shot,
      at: [x, spot[1] + random.between(-0.03, 0.03)],
      mark: mark !== undefined && shot !== 'eyes' && random.chance(0.8) ? mark : null,
      breaksFrame:
        focus &&
        !bleeds &&
        alone &&
        (shot === 'bust' || shot === 'waist' || shot === 'full') &&
        random.chance(0.6),
      character: {
        ...base,
        framing: shot === 'chibi' ? 'chibi' : shot === 'full' || shot === 'waist' ? 'full' : 'bust',
        expression,
        pose: (poses === undefined ? 'standing' : random.pick(poses)) as Character['pose'],
        yaw: Math.round(yaw),
        pitch: Math.round(shot === 'eyes' ? 0 : random.between(-9, 7)),
        roll: Math.round(shot === 'eyes' ? random.between(-4, 4) : random.between(-tilt, tilt)),
        blush: expression === 'embarrassed' ? 0.9 : 0.2,
      },
    };
  });
  const speeches = beat.lines.map(({ who, say, style = 'oval' }): SpeechPlan => {
    const speaker = who === null ? null : beat.figures.findIndex((figure) => figure.who === who);
    return {
      speaker: speaker === -1 ? null : speaker,
      text: words(random.pick(say)),
      style: style === 'oval' && random.chance(0.15) ? 'rounded' : style,
    };
  });
  const sound = beat.sounds !== undefined && random.chance(0.75) ? random.pick(beat.sounds) : null;
  const open = ground === 'blank' && !focus && random.chance(0.4);
  const frame = bleeds ? 'bleed' : open ? 'borderless' : 'framed';
  return { outline, frame, focus, ground, figures, speeches, sound };
}

function chooseShot(beat: Beat, box: Box, random: RandomStream): Shot {
  const aspect = box.width / box.height;
  const fits = (shot: Shot): boolean => {
    switch (shot) {
      case 'eyes':
        return aspect > 1.5;
      case 'closeUp':
        return aspect > 0.7 && beat.figures.length === 1;
      case 'bust':
        return aspect > 0.55;
      case 'waist':
        return aspect < 1.5 && box.height > 330;
      case 'full':
        return aspect < 1.15 && box.height > 470 && box.width > 320;
      case 'chibi':
        return aspect < 2.2 && !(box.width * box.height > 500_000);
    }
  };
  const shots = beat.shots.filter(fits);
  const shot = random.pick(
    shots.length > 0 ? shots : beat.shots.includes('bust') ? ['bust' as const] : beat.shots,
  );
  // A head would be lost in a tall panel.
  return shot === 'bust' && aspect < 0.68 && beat.figures.length === 1 && box.height > 480 ? 'waist' : shot;
}

/** Chibis want a plain ground, views of places want a view. */
function chooseGround(beat: Beat, shot: Shot, focus: boolean, random: RandomStream): Ground {
  const plain = shot === 'chibi' || shot === 'eyes';
  const scenic = new Set<Ground>(['room', 'classroom', 'school', 'city', 'street', 'trees', 'night']);
  const choices = beat.grounds.filter(
    (ground) => !(plain && scenic.has(ground)) && !(focus && ground === 'blank'),
  );
  return random.pick(choices.length > 0 ? choices : beat.grounds);
}
