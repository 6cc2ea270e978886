import { basename } from 'node:path';

/** What was being done when the disk refused. */
export type DiskAction = 'read' | 'write';

/** A file or folder that could not be read or written, as a sentence. `code` is the system's own, e.g. `ENOSPC`. */
export class DiskError extends Error {
  override readonly name = 'DiskError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Puts a system error into words. Anything that is not a system error is returned as it is, so that a
 * caller can write `throw diskError(error, …)` in every catch.
 */
export function diskError(error: unknown, action: DiskAction, path: string): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  return new DiskError(code, sentence(code, action, path), { cause: error });
}

/** The system's code of a failed call, e.g. `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return String(error.code);
}

function sentence(code: string, action: DiskAction, path: string): string {
  const name = `"${basename(path)}"`;
  const verb = action === 'read' ? 'read' : 'written';
  switch (code) {
    case 'ENOENT':
      return action === 'read' ? `There is no file or folder "${path}".` : `The folder of "${path}" is gone.`;
    case 'EACCES':
    case 'EPERM':
      return `${name} could not be ${verb}: permission denied.`;
    case 'EROFS':
      return `${name} could not be written: the disk is read-only.`;
    case 'ENOSPC':
      return `${name} could not be written: the disk is full.`;
    case 'EDQUOT':
      return `${name} could not be written: your disk quota is used up.`;
    case 'EFBIG':
      return `${name} could not be written: it is larger than this disk allows.`;
    case 'EISDIR':
      return `${name} could not be ${verb}: a folder has that name.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `"${path}" could not be ${verb}: a part of its path is a file, not a folder.`;
    case 'ENAMETOOLONG':
      return `${name} could not be ${verb}: the name is too long for this disk.`;
    case 'ELOOP':
      return `${name} could not be ${verb}: its links lead in a circle.`;
    case 'EMFILE':
    case 'ENFILE':
      return `${name} could not be ${verb}: too many files are open on this machine.`;
    case 'EBUSY':
      return `${name} could not be ${verb}: another program is using it.`;
    case 'EIO':
      return `${name} could not be ${verb}: the disk reports a fault.`;
    default:
      return `${name} could not be ${verb} (${code}).`;
  }
}
