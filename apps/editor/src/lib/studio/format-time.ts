import { i18n } from '#lib/i18n/i18n.svelte.ts';

/** A duration in the person's language: "8 s", "2 min 05 s". */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return i18n.t('time.seconds', { n: whole });
  return i18n.t('time.minutes', { m: Math.floor(whole / 60), s: String(whole % 60).padStart(2, '0') });
}
