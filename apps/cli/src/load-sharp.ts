type SharpModule = (typeof import('sharp'))['default'];

let loaded: Promise<SharpModule> | undefined;

/**
 * The image codecs, loaded when the first picture is opened and set up for low memory: no cache of
 * decoded files, and one thread, because inference wants the cores and codecs gain little from them.
 */
export function loadSharp(): Promise<SharpModule> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return loaded;
}
