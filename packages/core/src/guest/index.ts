export { hardenGlobals } from './harden-globals.ts';
export type { GuestPort } from './host-link.ts';
export { serveGuest } from './serve-guest.ts';
