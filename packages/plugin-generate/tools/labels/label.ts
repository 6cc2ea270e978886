import type { AttributeName } from '@koma/character';

/** One text in English, Japanese and Simplified Chinese. */
export type Text = readonly [en: string, ja: string, zhHans: string];

/** What an attribute and each of its options are called. */
export interface AttributeLabels {
  readonly label: Text;
  /** By the option's value; absent for numbers and flags, and for colours named in `colour-labels.ts`. */
  readonly options?: Readonly<Record<string, Text>>;
}

/** Labels by attribute. */
export type LabelsByAttribute = Readonly<Partial<Record<AttributeName, AttributeLabels>>>;

/** The labels of an attribute. */
export const named = (label: Text, options?: AttributeLabels['options']): AttributeLabels => ({
  label,
  ...(options && { options }),
});
