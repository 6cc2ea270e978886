import { getPublicKey, hashes, sign, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { signatureWrong } from './package-errors.ts';

// The curve alone: the hash comes from outside, and the platform's is not there in every worker.
hashes.sha512 = (message) => sha512(message);

/** Who signed a package. */
export interface Signer {
  /** Ed25519 (RFC 8032), 64 hexadecimal digits. */
  readonly publicKey: string;
  /** What people compare: the first 80 bits of the key's SHA-256, as `1234 5678 9abc def0 1234`. */
  readonly fingerprint: string;
}

/** A pair of keys; whoever has the secret one can publish updates that pass as the same author's. */
export interface SigningKey {
  /** 64 hexadecimal digits: the seed of RFC 8032, 5.1.5. */
  readonly secretKey: string;
  readonly publicKey: string;
}

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const signatureFile = z.strictObject({
  signatureVersion: z.literal(1),
  algorithm: z.literal('Ed25519'),
  publicKey: hex(32),
  signature: hex(64),
});

/** A new pair of keys. @param seed 32 random bytes; the platform's best where absent */
export function createSigningKey(seed = crypto.getRandomValues(new Uint8Array(32))): SigningKey {
  return { secretKey: bytesToHex(seed), publicKey: bytesToHex(getPublicKey(seed)) };
}

/** The signer of a public key. @param publicKey 64 hexadecimal digits */
export function signerOf(publicKey: string): Signer {
  const digest = bytesToHex(sha256(hexToBytes(publicKey))).slice(0, 20);
  return { publicKey, fingerprint: digest.replace(/.{4}(?=.)/g, '$& ') };
}

/**
 * The content of `signature.json`: an Ed25519 signature over the bytes of `koma-plugin.json`, which names the SHA-256
 * of every other file.
 */
export function signManifest(manifest: Uint8Array, { secretKey }: Pick<SigningKey, 'secretKey'>): Uint8Array {
  const seed = hexToBytes(secretKey);
  const content: z.infer<typeof signatureFile> = {
    signatureVersion: 1,
    algorithm: 'Ed25519',
    publicKey: bytesToHex(getPublicKey(seed)),
    signature: bytesToHex(sign(manifest, seed)),
  };
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}

/**
 * Checks `signature.json` against `koma-plugin.json`.
 * @returns who signed
 * @throws KomaError `PACKAGE_SIGNATURE_WRONG`
 */
export function verifySignature(signature: Uint8Array, manifest: Uint8Array): Signer {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(signature));
  } catch {
    throw signatureWrong('signature.json is not JSON');
  }
  const parsed = signatureFile.safeParse(json);
  if (!parsed.success)
    throw signatureWrong('signature.json is not a signature that this version of Koma knows');
  const { publicKey, signature: value } = parsed.data;
  // RFC 8032 to the letter: no second spelling of a signature, no keys of small order.
  if (!isVerified(hexToBytes(value), manifest, hexToBytes(publicKey)))
    throw signatureWrong('it does not belong to this plugin');
  return signerOf(publicKey);
}

function isVerified(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
