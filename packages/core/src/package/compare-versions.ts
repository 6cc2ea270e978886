import compare from 'semver/functions/compare.js';

/** Which of two semantic versions is newer: below 0 if the second is, 0 if they are the same. */
export function compareVersions(a: string, b: string): number {
  return compare(a, b);
}
