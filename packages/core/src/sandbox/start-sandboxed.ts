import type { Permission, PluginManifest, RunningWorker } from '../plugin/index.ts';
import type { KomaError } from '../errors.ts';
import { DEFAULT_LIMITS, type SandboxLimits } from './limits.ts';
import { SandboxClient } from './sandbox-client.ts';
import { SandboxEnd } from './sandbox-end.ts';
import type { SandboxServices } from './services.ts';

export interface SandboxOptions {
  readonly manifest: PluginManifest;
  /** What the person allowed of what the manifest asks for. */
  readonly granted: readonly Permission[];
  readonly services: SandboxServices;
  /** What differs from the defaults. */
  readonly limits?: Partial<SandboxLimits>;
  /**
   * Told that the plugin has stopped, or was ended because of what it did: `PLUGIN_FAILED` where it could not be
   * started, `PLUGIN_STUCK`, `PLUGIN_MISBEHAVED`. It is closed then already.
   */
  crashed(error: KomaError): void;
  /** Told each message that is not what it should be, for the plugin's log. */
  violation?(text: string): void;
  /** Ends the worker, whatever it is doing; called once. */
  close(): void;
}

/**
 * The host's end of a third-party plugin's worker. Nothing that comes through the port is believed: every message is
 * plain data within limits, of a form in a closed list, and about something that was asked for; what the plugin asks
 * for is in a closed list as well and needs its permission. Runs wherever a port is, without DOM; in a page, best in a
 * worker of its own, since taking in a hostile message keeps its thread busy.
 *
 * @param port to `serveGuest`, and nobody else's from now on
 */
export function startSandboxed(port: MessagePort, options: SandboxOptions): RunningWorker {
  const { permissions } = options.manifest;
  // What was allowed once, and is not asked for any more, is not there.
  const granted = options.granted.filter((permission) => permissions.includes(permission));
  const checked = { ...options, granted, limits: { ...DEFAULT_LIMITS, ...options.limits } };
  const end = new SandboxEnd(port, checked);
  return {
    api: new SandboxClient(end, checked),
    ready: end.ready,
    gone: new AbortController(),
    sessions: 0,
    terminate: () => end.stop(),
  };
}
