/** Longest value of a `text` parameter, characters. */
export const MAX_TEXT_PARAM = 200;
/** Largest value of a `seed` parameter: seeds are whole numbers from 0. */
export const MAX_SEED = 2 ** 31 - 1;
/** How a `color` parameter is kept; lower case, so that one colour has one spelling in a recipe. */
export const COLOR_PARAM = /^#[0-9a-f]{6}$/;
