/* oxlint-disable typescript/no-explicit-any -- a global may be anything */
import type { EvilAddresses } from '../evil-server.ts';

/** What a probe knows. */
export interface ProbeTarget {
  readonly evil: EvilAddresses;
  /** The editor's own address, ending with a slash. */
  readonly editor: string;
}

/** What a probe works with; runs where the plugin runs. */
export interface ProbeTools extends ProbeTarget {
  /** An address at the evil server that counts for this probe. */
  url(extension?: string): string;
  socketUrl(): string;
  /** The UDP or TCP port that counts for this probe. */
  port(): number;
  /** A global by its name, whatever is left of it. @throws TypeError where it is gone */
  global<T = any>(name: string): T;
  /** Address of a script with this text. */
  blobUrl(text: string, type?: string): string;
  dataUrl(text: string, type?: string): string;
  /** Makes the runtime around the probe send something to the host, where there is one. */
  speak(): void;
  /** Makes the host answer something, where there is one. */
  ask(): Promise<unknown>;
}

/**
 * One way out. It gets through where the evil server hears of it, or where it returns true: it has reached
 * something that it must not. What it throws is that it was stopped.
 */
export interface Probe {
  /** Group, then what is tried; `[a-z0-9-]`. */
  readonly id: string;
  readonly what: string;
  readonly needs?: 'udp' | 'tcp';
  run(tools: ProbeTools): unknown;
}
