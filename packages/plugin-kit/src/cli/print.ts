/** Says something on the standard output, as a line. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Says something that is not what was asked for: a warning, or why it was not done. */
export function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
