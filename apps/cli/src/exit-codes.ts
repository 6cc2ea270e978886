/** Every file is done or was already there. */
export const EXIT_DONE = 0;
/** At least one file failed; the others are done. */
export const EXIT_SOME_FAILED = 1;
/** Wrong usage; nothing was written. */
export const EXIT_USAGE = 2;

/** Shells report a process that a signal ended as 128 plus the signal's number. */
export const SIGNAL_EXIT_CODES = { SIGINT: 130, SIGPIPE: 141, SIGTERM: 143 } as const;
