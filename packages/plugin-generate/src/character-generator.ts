import type { Generator } from '@koma/core/plugin';
import { betweenOptions } from './between-options.ts';
import { tellBlurb } from './blurb/tell-blurb.ts';
import { breedOptions } from './breed-options.ts';
import { drawOptions } from './draw-options.ts';
import { figureJoints, moveFigureJoint } from './figure-joints.ts';
import { findFaces } from './find-faces.ts';
import { likeFace } from './like-face.ts';
import { toCharacter } from './options.ts';
import { readOptionsFile, writeOptionsFile } from './options-file.ts';
import { optionsLayers } from './options-layers.ts';
import { sampleOptions } from './sample-options.ts';
import { varyOptions } from './vary-options.ts';

/** The vector engine: parametric characters, drawn as SVG. */
export const characterGenerator: Generator = {
  sample: async ({ seed, wishes }) => sampleOptions(seed, wishes),
  draw: (request, { drawSvg }) => drawOptions(request, drawSvg),
  layers: (request, context) => optionsLayers(request, context),
  vary: async ({ options, strength, seed, keep }) => varyOptions(options, strength, seed, keep),
  breed: async ({ a, b, shares, seed }) => breedOptions(a, b, shares, seed),
  between: async ({ a, b, t, lock }) => betweenOptions(a, b, t, lock),
  joints: async ({ options }) => figureJoints(options),
  moveJoint: async ({ options, joint, x, y }) => moveFigureJoint(options, joint, x, y),
  blurb: async ({ options, locale }) => tellBlurb(toCharacter(options), locale),
  findFaces: ({ image }, context) => findFaces(image, context),
  likeThis: async ({ image, face }) => likeFace(image, face),
  readOptions: async ({ bytes }) => readOptionsFile(bytes),
  writeOptions: async ({ options, png }) => writeOptionsFile(options, png),
};
