/**
 * Hands values on one at a time: while one is being worked on, only the newest of those that come in is
 * kept. For sliders that move faster than what they control.
 * @param work must not reject
 */
export function latest<T>(work: (value: T) => Promise<void>): (value: T) => Promise<void> {
  let waiting: { value: T } | undefined;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (waiting) {
      const { value } = waiting;
      waiting = undefined;
      await work(value);
    }
    running = undefined;
  }

  return (value) => {
    waiting = { value };
    return (running ??= run());
  };
}
