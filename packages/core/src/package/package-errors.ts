import { KomaError } from '../errors.ts';

/*
 * The sentences for packages that are refused, in one place so that they read alike: what is wrong, then what to do.
 */

/** PACKAGE_NOT_A_PLUGIN: another kind of file. @param reason a clause */
export function notAPlugin(reason: string): KomaError {
  const message = `This file is not a Koma plugin: ${reason}. Choose a file that ends in .komaplugin.`;
  return new KomaError('PACKAGE_NOT_A_PLUGIN', message, { reason });
}

/** PACKAGE_TOO_LARGE. @param reason a clause with the limit in it */
export function packageTooLarge(reason: string): KomaError {
  const message = `This plugin was refused because of its size: ${reason}.`;
  return new KomaError('PACKAGE_TOO_LARGE', message, { reason });
}

/** PACKAGE_UNSAFE: a file in it could do harm. @param name of the file, shown without control characters */
export function packageUnsafe(name: string, reason: string): KomaError {
  const shown = printable(name);
  const message = `This plugin was refused: the file "${shown}" in it is not safe (${reason}). Do not install it; tell its author.`;
  return new KomaError('PACKAGE_UNSAFE', message, { name: shown, reason });
}

/** PACKAGE_INVALID: not put together as packages are. @param reason a clause */
export function packageInvalid(reason: string): KomaError {
  const message = `This plugin cannot be used: ${reason}. Its author can put it right with "koma-plugin pack".`;
  return new KomaError('PACKAGE_INVALID', message, { reason });
}

/** PACKAGE_CHANGED: not what its author packed. @param reason a clause */
export function packageChanged(name: string, reason: string): KomaError {
  const shown = printable(name);
  const message = `This plugin was refused: "${shown}" in it is not what its author packed (${reason}). Get it again from where it came.`;
  return new KomaError('PACKAGE_CHANGED', message, { name: shown, reason });
}

/** PACKAGE_SIGNATURE_WRONG. @param reason a clause */
export function signatureWrong(reason: string): KomaError {
  const message = `This plugin was refused: its signature is not valid (${reason}). Somebody may have changed it; get it again from its author.`;
  return new KomaError('PACKAGE_SIGNATURE_WRONG', message, { reason });
}

/** A name out of a hostile file: nothing in it moves the cursor or turns the text around, and it is short. */
function printable(name: string): string {
  const shown = name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
  return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
}
