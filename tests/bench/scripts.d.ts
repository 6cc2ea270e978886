/** The build scripts are plain JavaScript, because they run before anything is installed. */
declare module '*/scripts/chromium.mjs' {
  export function ensureChromium(): Promise<string | undefined>;
}
declare module '*/scripts/toolchain.mjs' {
  /** The repository's root folder. */
  export const root: string;
  export function run(
    command: string,
    args: readonly string[],
    options?: { allowFailure?: boolean; cwd?: string; env?: Record<string, string> },
  ): Promise<number>;
}
