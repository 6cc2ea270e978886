/**
 * How light a colour is, 0-255, rounded: Rec. 601 luma of gamma-coded values, as scanners and printers
 * weigh them.
 * @param red, green, blue sRGB, 0-255
 */
export function luma(red: number, green: number, blue: number): number {
  return Math.floor((red * 299 + green * 587 + blue * 114 + 500) / 1000);
}
