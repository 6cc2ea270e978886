import { createPrivateKey, createPublicKey, sign as signByNode, verify as verifyByNode } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readPackage } from './read-package.ts';
import { createSigningKey, signerOf, signManifest, verifySignature } from './signature.ts';
import { text, tinyContent } from './tiny-package.test-helper.ts';
import { writePackage } from './write-package.ts';

const key = createSigningKey();
const other = createSigningKey();
const signed = () => writePackage(tinyContent(), key);
const parsed = (bytes: Uint8Array) =>
  JSON.parse(new TextDecoder().decode(bytes)) as { signature: string; publicKey: string };
/** PKCS 8 and SPKI of RFC 8410, in front of the bytes of the keys. */
const secretForm = (hex: string) => Buffer.from(`302e020100300506032b657004220420${hex}`, 'hex');
const publicForm = (hex: string) => Buffer.from(`302a300506032b6570032100${hex}`, 'hex');

describe('a signature', () => {
  it('names its signer by a fingerprint that people can compare', async () => {
    expect((await readPackage(await signed())).signer).toEqual(signerOf(key.publicKey));
    expect(signerOf(key.publicKey).fingerprint).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/);
    expect(signerOf(other.publicKey).fingerprint).not.toBe(signerOf(key.publicKey).fingerprint);
  });

  it('is Ed25519 as others know it, over the bytes of the manifest', () => {
    const manifest = text('{"any":"bytes"}');
    const { signature, publicKey } = parsed(signManifest(manifest, key));
    const theirs = createPublicKey({ key: publicForm(publicKey), format: 'der', type: 'spki' });
    expect(verifyByNode(null, manifest, theirs, Buffer.from(signature, 'hex'))).toBe(true);
    const secret = createPrivateKey({ key: secretForm(key.secretKey), format: 'der', type: 'pkcs8' });
    expect(signByNode(null, manifest, secret).toString('hex')).toBe(signature);
    // RFC 8032, 7.1, test 1.
    expect(
      createSigningKey(Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'))
        .publicKey,
    ).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
  });

  it('is refused for another manifest, by another key, and changed anywhere', () => {
    const manifest = text('{"any":"bytes"}');
    const signature = signManifest(manifest, key);
    expect(verifySignature(signature, manifest).publicKey).toBe(key.publicKey);
    const wrong = { code: 'PACKAGE_SIGNATURE_WRONG' };
    expect(() => verifySignature(signature, text('{"any":"Bytes"}'))).toThrow(expect.objectContaining(wrong));
    const content = parsed(signature);
    const flipped = content.signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    for (const change of [
      { publicKey: other.publicKey },
      { signature: flipped },
      { algorithm: 'none' },
      { signatureVersion: 2 },
      { signature: '' },
      { extra: 1 },
      // A key of small order, which "verifies" anything by a laxer reading of the RFC.
      { publicKey: `01${'00'.repeat(31)}`, signature: `01${'00'.repeat(63)}` },
    ])
      expect(
        () => verifySignature(text(JSON.stringify({ ...content, ...change })), manifest),
        JSON.stringify(change),
      ).toThrow(expect.objectContaining(wrong));
    expect(() => verifySignature(text('no JSON'), manifest)).toThrow(expect.objectContaining(wrong));
  });

  it('does not survive a change of the plugin, hashes put right included', async () => {
    const files = unzipSync(await signed());
    expect(await readPackage(zipSync(files))).toMatchObject({ signer: { publicKey: key.publicKey } });
    const unsigned = await writePackage({ ...tinyContent(), files: new Map([['main.js', text('evil()')]]) });
    const forged = zipSync({ ...unzipSync(unsigned), 'signature.json': files['signature.json']! });
    await expect(readPackage(forged)).rejects.toMatchObject({ code: 'PACKAGE_SIGNATURE_WRONG' });
  });
});
