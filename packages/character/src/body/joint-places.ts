import { mix, type Point } from '../geometry/point.ts';
import type { Character } from '../parameters/catalogue.ts';
import { placedBy, stageFigure, type StagedFigure } from '../stage-figure.ts';
import { jointNames, type JointName } from './skeleton.ts';

/** Where from the wrist to the finger tips the middle of the hand is, and the ball of the foot likewise. */
export const MIDDLE_OF_HAND = 0.4;
export const BALL_OF_FOOT = 0.8;

/** Where the joints of a character are seen: fractions of the picture's width and height. */
export type JointPlaces = Readonly<Record<JointName, Point>>;

/**
 * The places of all joints in a character's picture. Hands and toes are where labels have them. What a
 * bust cuts off lies below 1.
 */
export function jointPlaces(character: Character): JointPlaces {
  return placesOf(stageFigure(character));
}

/** The places of the joints of a figure that is posed already. */
export function placesOf({ skeleton, camera, headFrame }: StagedFigure): JointPlaces {
  const { joints } = skeleton;
  const places = {} as Record<JointName, Point>;
  const put = (name: JointName, [x, y]: Point): void => {
    places[name] = [x / camera.width, y / camera.height];
  };
  for (const name of jointNames) put(name, placedBy(camera, joints[name]));
  put('head', headFrame.flat(0, 0));
  for (const side of ['Left', 'Right'] as const) {
    put(`hand${side}`, placedBy(camera, mix(joints[`wrist${side}`], joints[`hand${side}`], MIDDLE_OF_HAND)));
    put(`toe${side}`, placedBy(camera, mix(joints[`ankle${side}`], joints[`toe${side}`], BALL_OF_FOOT)));
  }
  return places;
}
