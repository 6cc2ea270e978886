import type { Character } from '../parameters/catalogue.ts';
import type { Convex } from './convex.ts';

/** An expression of the catalogue. */
export type Expression = Character['expression'];

/** How much of a figure a panel shows. */
export type Shot = 'eyes' | 'closeUp' | 'bust' | 'waist' | 'full' | 'chibi';

/** What lies behind the figures of a panel. */
export const GROUNDS = [
  'blank',
  'black',
  'gradient',
  'tone',
  'speed',
  'focus',
  'flash',
  'flowers',
  'sparkles',
  'gloom',
  'room',
  'classroom',
  'school',
  'city',
  'street',
  'sky',
  'trees',
  'night',
] as const;
/** One of them. */
export type Ground = (typeof GROUNDS)[number];

/** The outlines that speech may have. */
export type BalloonStyle = 'oval' | 'rounded' | 'shout' | 'thought' | 'whisper' | 'wavy' | 'caption';

/** What is drawn beside a figure to show how it feels. */
export type Mark =
  'sweat' | 'anger' | 'exclamation' | 'question' | 'sparkle' | 'heart' | 'motion' | 'gloom' | 'note';

/** One figure in a panel. */
export interface FigurePlan {
  /** Index into the cast. */
  readonly cast: number;
  readonly shot: Shot;
  /** The figure as it is drawn here: the cast's own looks with this moment's pose and expression. */
  readonly character: Character;
  /** Where the middle of the head is wished, as fractions of the panel's box. */
  readonly at: readonly [x: number, y: number];
  readonly mark: Mark | null;
  /** Drawn over the panel's frame. */
  readonly breaksFrame: boolean;
}

/** One speech in a panel. */
export interface SpeechPlan {
  /** Index into the panel's figures; null for a caption or a voice from outside. */
  readonly speaker: number | null;
  /** Capitals only. */
  readonly text: string;
  readonly style: BalloonStyle;
}

/** One panel, before anything is drawn. */
export interface PanelPlan {
  readonly outline: Convex;
  readonly frame: 'framed' | 'borderless' | 'bleed' | 'inset';
  readonly focus: boolean;
  readonly ground: Ground;
  readonly figures: readonly FigurePlan[];
  readonly speeches: readonly SpeechPlan[];
  /** A sound, in large letters; null for none. */
  readonly sound: string | null;
}

/** A page as plain data: everything that chance decides. Panels are in reading order. */
export interface PagePlan {
  readonly seed: number;
  /** The story that the page tells, by name. */
  readonly story: string;
  /** Two or three people who come again from panel to panel. */
  readonly cast: readonly { readonly name: string; readonly character: Character }[];
  readonly panels: readonly PanelPlan[];
}
