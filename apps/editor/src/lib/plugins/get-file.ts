import { isKomaError } from '@koma/core/errors';
import { i18n, type MessageKey } from '#lib/i18n/i18n.svelte.ts';
import { fetchPackage, type FetchPackageOptions } from '#lib/sandbox/fetch-package.ts';

/**
 * Gets a package or a list for the person.
 * @throws Error in the person's language; AbortError
 */
export async function getFile(
  address: string,
  options?: FetchPackageOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await fetchPackage(address, options);
  } catch (error) {
    if (!isKomaError(error, 'PLUGIN_FETCH_FAILED')) throw error;
    const { host = address, what = 'unreachable' } = error.details;
    const why = i18n.t(`plugin.getFailed.${what}` as MessageKey);
    throw new Error(i18n.t('plugin.getFailed', { host, why }), { cause: error });
  }
}
