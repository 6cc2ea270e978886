import { KomaError } from '../errors.ts';
import type { Permission } from '../plugin/index.ts';
import type { InstallPlan } from './plan-install.ts';

/** What a person was shown of a plan and agreed to. */
export interface InstallConsent {
  readonly permissions: readonly Permission[];
  readonly domains: readonly string[];
  /** An older version than the one that is there may replace it. */
  readonly older?: boolean;
  /** It may be signed by somebody else than the version that is there, or by nobody. */
  readonly otherSigner?: boolean;
}

/**
 * Refuses to go on with an installation to which the person did not agree: nothing is granted silently, not by an
 * update either.
 * @throws KomaError `PLUGIN_NOT_AGREED` naming what is missing
 */
export function assertConsent(plan: InstallPlan, consent: InstallConsent): void {
  const { manifest, kind, signer } = plan;
  const permissions = manifest.permissions.filter((each) => !consent.permissions.includes(each));
  const domains = (manifest.network?.domains ?? []).filter((each) => !consent.domains.includes(each));
  const reason =
    permissions.length > 0
      ? `it asks for ${permissions.join(', ')}`
      : domains.length > 0
        ? `it asks to talk to ${domains.join(', ')}`
        : kind === 'downgrade' && consent.older !== true
          ? 'it is older than the version that is there'
          : (signer === 'changed' || signer === 'lost') && consent.otherSigner !== true
            ? 'it is not signed by the author of the version that is there'
            : undefined;
  if (reason === undefined) return;
  const plugin = manifest.name.en;
  const message = `"${plugin}" was not installed: ${reason}, and nobody agreed to that.`;
  throw new KomaError('PLUGIN_NOT_AGREED', message, { plugin, reason });
}
