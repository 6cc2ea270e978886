import { z } from 'zod';

/** One label of a host name (RFC 1123, 2.1). */
const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const NAME = new RegExp(`^(\\*\\.)?(${LABEL}\\.)+${LABEL}$`);
/** Names that lead to the person's own machine or network (RFC 6761, 6762, 8375), or that say nothing. */
const PRIVATE = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|arpa|test|invalid|onion)$/;
/** A last label of digits, or hexadecimal digits after 0x, makes a URL parser read an IPv4 address (URL standard, 3.5). */
const ADDRESS = /(^|\.)(\d+|0x[0-9a-f]*)$/;

/**
 * The schema of a host that a plugin may ask to talk to: a public name in lower case, `*.` in front for all names
 * below it. No IP address, no name of the person's own network.
 */
export const hostName = z
  .string()
  .max(253)
  .regex(NAME, 'a host name such as api.example.org or *.example.org, without scheme and path')
  .refine((name) => !ADDRESS.test(name), 'a host name, not an IP address')
  .refine((name) => !PRIVATE.test(name), 'a name of the public internet')
  // `*.org` would be half of the world.
  .refine((name) => !name.startsWith('*.') || name.split('.').length >= 3 + Number(isShared(name)), {
    message: 'a wildcard below a domain of one owner',
  });

/** Second-level names under which everybody may have a domain; the common ones, not the whole public suffix list. */
function isShared(name: string): boolean {
  return (
    /\.(ac|co|com|edu|gov|ne|net|or|org)\.[a-z]{2}$/.test(name) ||
    /\*\.(github\.io|gitlab\.io|pages\.dev|workers\.dev|vercel\.app|netlify\.app|herokuapp\.com|web\.app|amazonaws\.com|blogspot\.com)$/.test(
      name,
    )
  );
}

/** Whether a domain of a manifest covers a host. @param host as `URL.hostname` gives it */
export function coversHost(domain: string, host: string): boolean {
  return domain.startsWith('*.') ? host.endsWith(domain.slice(1)) : host === domain;
}
