import type { GeneratorSpec } from '@koma/core/plugin';

/** A generator of coloured squares, as its manifest describes it. Tests only. */
export const SPEC: GeneratorSpec = {
  id: 'squares',
  title: { en: 'Squares' },
  summary: { en: 'Draws squares.' },
  engine: { id: 'fake', title: { en: 'Fake' } },
  groups: [
    { id: 'body', label: { en: 'Body' } },
    { id: 'colours', label: { en: 'Colours' } },
    { id: 'pose', label: { en: 'Pose' } },
  ],
  attributes: [
    {
      id: 'shape',
      group: 'body',
      label: { en: 'Shape' },
      type: 'choice',
      options: [
        { value: 'round', label: { en: 'Round' } },
        { value: 'square', label: { en: 'Square' } },
      ],
    },
    { id: 'size', group: 'body', label: { en: 'Size' }, type: 'number', min: 0, max: 1, step: 0.01 },
    { id: 'hat', group: 'body', label: { en: 'Hat' }, type: 'boolean' },
    {
      id: 'hue',
      group: 'colours',
      label: { en: 'Hue' },
      type: 'colour',
      custom: true,
      options: [
        { value: 'red', label: { en: 'Red' }, swatch: '#ff0000' },
        { value: 'same', label: { en: 'Same' } },
      ],
    },
    {
      id: 'stance',
      group: 'pose',
      label: { en: 'Stance' },
      type: 'choice',
      options: [
        { value: 'up', label: { en: 'Up' } },
        { value: 'down', label: { en: 'Down' } },
        { value: 'left', label: { en: 'Left' } },
      ],
    },
    { id: 'angles', group: 'pose', label: { en: 'Angles' }, type: 'hidden' },
  ],
  poses: { attribute: 'stance', label: { en: 'Stance' } },
  identity: ['body', 'colours'],
  pose: ['pose'],
  size: { min: 64, max: 2048, default: 512 },
  widgets: ['grid'],
};

/** One picture of it. */
export const OPTIONS = {
  seed: 7,
  shape: 'round',
  size: 0.5,
  hat: false,
  hue: 'red',
  stance: 'up',
  angles: 'free',
};
