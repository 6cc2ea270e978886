import { readFile } from 'node:fs/promises';
import { signerOf, type SigningKey } from '@koma/core/package';
import { AuthorError } from '../pack/index.ts';

/** The content of a key file. */
export function keyText({ secretKey, publicKey }: SigningKey): string {
  const content = {
    about: 'Ed25519 key for signing Koma Studio plugins. Keep it secret and keep a copy: updates need it.',
    secretKey,
    publicKey,
    fingerprint: signerOf(publicKey).fingerprint,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Reads a key file. @throws AuthorError */
export async function readKey(path: string): Promise<SigningKey> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new AuthorError(
      `There is no key file "${path}". Make one with "koma-plugin keygen --out ${path}".`,
    );
  });
  try {
    const { secretKey, publicKey } = JSON.parse(text) as Partial<SigningKey>;
    if (/^[0-9a-f]{64}$/.test(secretKey ?? '') && /^[0-9a-f]{64}$/.test(publicKey ?? ''))
      return { secretKey: secretKey!, publicKey: publicKey! };
  } catch {
    // Said below, as for any other file that is no key.
  }
  throw new AuthorError(`"${path}" is not a key file of "koma-plugin keygen".`);
}
