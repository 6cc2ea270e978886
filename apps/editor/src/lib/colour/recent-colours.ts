/** How many colours used last are kept. */
export const MAX_RECENT = 16;

/** The colours used last after one more use: most recent first, each once, at most {@link MAX_RECENT}. */
export function withRecent(recent: readonly string[], colour: string): string[] {
  return [colour, ...recent.filter((other) => other !== colour)].slice(0, MAX_RECENT);
}
