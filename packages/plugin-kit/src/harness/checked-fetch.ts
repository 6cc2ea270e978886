import { KomaError } from '@koma/core/errors';
import { coversHost, type PluginFetch, type PluginManifest, type PluginRequest } from '@koma/core/plugin';

/** A request of a plugin that is being tested. */
export interface RecordedRequest extends PluginRequest {
  readonly url: string;
}

/**
 * Lets only such requests through as Koma would send.
 * @param answer stands in for the internet
 * @param requests takes each request that was let through
 */
export function checkedFetch(
  { network }: PluginManifest,
  answer: PluginFetch | undefined,
  requests: RecordedRequest[],
): PluginFetch {
  return async (text, request = {}) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isGranted =
      url?.protocol === 'https:' &&
      url.port === '' &&
      (network?.domains ?? []).some((domain) => coversHost(domain, url.hostname));
    if (!isGranted) throw failed(`"${text}" is not at one of its domains`);
    if (!answer) throw failed('a test has no internet: give the harness a "fetch" that answers');
    requests.push({ url: url.href, ...request });
    return answer(url.href, request);
  };
}

function failed(reason: string): KomaError {
  return new KomaError('PLUGIN_FETCH_FAILED', `The request was not sent: ${reason}.`, { reason });
}
