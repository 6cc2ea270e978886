import { KomaError } from '../errors.ts';

/** Errors with which a third-party plugin ends. */
export interface EndErrors {
  /** It could not be started, or gave up by itself. */
  broken(reason: string): KomaError;
  /** Its worker is gone. */
  crashed(): KomaError;
  /** It gives no sign of life. */
  stuck(): KomaError;
  /** It does what no well-meaning plugin does. */
  misbehaved(reason: string): KomaError;
}

/** @param plugin the name that the person knows it by */
export function endErrors(plugin: string): EndErrors {
  const unchanged = 'Your document is unchanged.';
  return {
    broken: (reason) => new KomaError('PLUGIN_FAILED', `${plugin} failed (${reason}).`, { reason, plugin }),
    crashed: () => {
      const details = { reason: 'its worker is gone', plugin };
      return new KomaError('PLUGIN_CRASHED', `${plugin} stopped unexpectedly. ${unchanged}`, details);
    },
    stuck: () => {
      const reason = 'it gave no sign of life';
      return new KomaError('PLUGIN_STUCK', `${plugin} was ended: ${reason}. ${unchanged}`, {
        reason,
        plugin,
      });
    },
    misbehaved: (reason) => {
      const message = `${plugin} was ended because it does what plugins must not do (${reason}). ${unchanged}`;
      return new KomaError('PLUGIN_MISBEHAVED', message, { reason, plugin });
    },
  };
}
