import type { LocalizedText } from '@koma/core/plugin';
import { clothesLabels } from './labels/clothes-labels.ts';
import { colourLabels } from './labels/colour-labels.ts';
import { eyeLabels } from './labels/eye-labels.ts';
import { hairLabels } from './labels/hair-labels.ts';
import type { LabelsByAttribute, Text } from './labels/label.ts';
import { personLabels } from './labels/person-labels.ts';
import { pictureLabels } from './labels/picture-labels.ts';
import { poseLabels } from './labels/pose-labels.ts';

const labels: LabelsByAttribute = {
  ...pictureLabels,
  ...personLabels,
  ...eyeLabels,
  ...hairLabels,
  ...poseLabels,
  ...clothesLabels,
};

/** A text as manifests have it. */
export const localized = ([en, ja, zhHans]: Text): LocalizedText => ({ en, ja, 'zh-Hans': zhHans });

/** The label of an attribute. @throws Error where nobody has written one */
export function labelOf(attribute: string): LocalizedText {
  return localized(found(labels[attribute as keyof LabelsByAttribute]?.label, attribute));
}

/** The label of an option of an attribute, or of a named colour. @throws Error where nobody has written one */
export function optionLabel(attribute: string, option: string): LocalizedText {
  const own = labels[attribute as keyof LabelsByAttribute]?.options;
  return localized(
    found(own?.[option] ?? (own ? undefined : colourLabels[option]), `${attribute}.${option}`),
  );
}

/** Attributes and options that have a label. */
export function labelled(): readonly string[] {
  return Object.entries(labels).flatMap(([id, { options = {} }]) => [
    id,
    ...Object.keys(options).map((option) => `${id}.${option}`),
  ]);
}

function found(text: Text | undefined, what: string): Text {
  if (text) return text;
  throw new Error(`Write a label of ${what} in tools/labels.`);
}
