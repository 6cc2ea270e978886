import { KomaError } from '../errors.ts';
import type { Permission } from './manifest.ts';

/** PERMISSION_DENIED: a plugin does what it was not allowed. @param plugin the name that the person knows it by */
export function permissionDenied(permission: Permission, plugin: string): KomaError {
  return new KomaError(
    'PERMISSION_DENIED',
    `${plugin} is not allowed to do this: it has no permission "${permission}". Allow it among the plugin's permissions if you want it to.`,
    { permission, plugin },
  );
}
