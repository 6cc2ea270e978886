/** What a shape is made of; each material has a ramp of colours in the character's palette. */
export type Material =
  | 'skin'
  | 'hair'
  /** The tips, the inner side or the streaks of two-coloured hair. */
  | 'hairAccent'
  | 'brow'
  | 'lash'
  | 'sclera'
  | 'iris'
  /** The iris of the character's left eye. */
  | 'irisLeft'
  | 'sparkle'
  | 'lips'
  | 'mouth'
  | 'tongue'
  | 'teeth'
  | 'blush'
  | 'tear'
  /** Main piece of the outfit. */
  | 'cloth'
  /** Second piece: skirt, trousers, the vest over a shirt. */
  | 'cloth2'
  /** Ribbons, ties, trims. */
  | 'trim'
  /** Shirts, collars, frills, aprons: near white. */
  | 'linen'
  | 'sock'
  | 'shoe'
  | 'leather'
  | 'metal'
  | 'glass'
  | 'frame'
  | 'hat'
  | 'ornament'
  /** Leaves of flowers and wreaths. */
  | 'leaf'
  | 'horn'
  | 'animalEar'
  | 'ground'
  | 'ground2'
  /** Pen lines and solid blacks of no local colour. */
  | 'ink';
