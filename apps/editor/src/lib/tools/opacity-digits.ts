/** Milliseconds within which a second digit belongs to the first. */
const PAUSE = 600;

/**
 * Reads opacity typed as digits, as in Photoshop: 3 is 30 %, 0 is 100 %, and two digits in quick
 * succession are a number, so 4 5 is 45 % and 0 5 is 5 %.
 */
export class OpacityDigits {
  #first = 0;
  #time = Number.NEGATIVE_INFINITY;

  /** @param digit 0-9; @param time milliseconds; @returns opacity 0-1 */
  type(digit: number, time: number): number {
    if (time - this.#time < PAUSE) {
      this.#time = Number.NEGATIVE_INFINITY;
      const percent = this.#first * 10 + digit;
      return percent === 0 ? 1 : percent / 100;
    }
    [this.#first, this.#time] = [digit, time];
    return digit === 0 ? 1 : digit / 10;
  }
}
