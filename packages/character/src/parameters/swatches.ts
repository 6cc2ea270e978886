/** Named hair colours: the thirteen that people know from MakeGirlsMoe, as `#rrggbb`. */
export const hairColours = {
  blonde: '#ecc763',
  brown: '#8a5a3c',
  black: '#33313f',
  blue: '#5b86d8',
  pink: '#f29ab8',
  purple: '#9a72c9',
  green: '#6fb06a',
  red: '#cf4844',
  silver: '#b3bed3',
  white: '#ebe9f0',
  orange: '#ee8f4c',
  aqua: '#74cfd4',
  grey: '#8c8f99',
} as const;

/** Named eye colours: the ten of the same list. */
export const eyeColours = {
  blue: '#4a86dd',
  red: '#d0394b',
  brown: '#8c5230',
  green: '#4ba65c',
  purple: '#8a58c4',
  yellow: '#e2b43a',
  pink: '#e8709c',
  aqua: '#3fb9c0',
  black: '#40404d',
  orange: '#e8803a',
} as const;

/** Named skins, from light to dark. */
export const skinColours = {
  porcelain: '#fdeee6',
  fair: '#fce3d4',
  peach: '#f8d5bf',
  tan: '#ebbf9c',
  brown: '#d09c75',
  dark: '#9a6748',
} as const;

/** Named cloth colours; any `#rrggbb` may be given instead. */
export const clothColours = {
  navy: '#39466e',
  white: '#f4f3f5',
  black: '#3a3843',
  red: '#c24a4f',
  wine: '#8a3a4c',
  pink: '#f0aebf',
  orange: '#e99a5b',
  yellow: '#f0d27c',
  green: '#6d9f74',
  teal: '#4f9a9b',
  sky: '#8fbbe0',
  blue: '#4f74bd',
  violet: '#8a74b8',
  brown: '#8d6a50',
  beige: '#e2d0b3',
  grey: '#8f939d',
} as const;

/** Named grounds: middle tones, before which both pale and dark figures stand out. */
export const groundColours = {
  paper: '#ffffff',
  cream: '#ecdcb8',
  rose: '#e795a5',
  mint: '#8fcca6',
  ice: '#a9c8e0',
  lilac: '#b7abdb',
  sand: '#d6b06c',
  dusk: '#7d78a8',
  sky: '#63a7de',
  grass: '#93c069',
  night: '#424a7a',
  teal: '#448f93',
  coral: '#e27d63',
  plum: '#80507f',
  slate: '#7d8794',
} as const;
