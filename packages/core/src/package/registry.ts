import { z } from 'zod';
import { KomaError } from '../errors.ts';
import {
  localizedText,
  pluginId,
  semanticVersion,
  sha256Hex,
  PERMISSIONS,
  shownText,
} from '../plugin/index.ts';
import { MAX_PACKAGE_BYTES } from './limits.ts';

const entry = z.strictObject({
  id: pluginId,
  version: semanticVersion,
  /** Of the package; relative to the list's own address where it has no scheme. */
  url: z.string().min(1).max(1000),
  sha256: sha256Hex,
  bytes: z.int().positive().max(MAX_PACKAGE_BYTES),
  name: localizedText,
  description: localizedText,
  author: shownText(200),
  permissions: z.array(z.enum(PERMISSIONS)),
  engines: z.strictObject({ koma: z.string().min(1).max(100) }),
  homepage: z.string().max(500).optional(),
  /** Ed25519, 64 hexadecimal digits; the package has to be signed with it. */
  publisherKey: sha256Hex.optional(),
});

const blocked = z.strictObject({
  id: pluginId,
  /** A range of versions; `*` for all. */
  versions: z.string().min(1).max(200),
  /** Shown to those who have it. */
  reason: localizedText,
});

const registry = z.strictObject({
  $schema: z.string().optional(),
  registryVersion: z.literal(1),
  name: localizedText,
  plugins: z.array(entry).max(5000),
  blocked: z.array(blocked).max(5000),
});

/** A list of plugins that can be installed, and of those that must not: one static JSON file. */
export type Registry = z.infer<typeof registry>;
/** A plugin in a list. */
export type RegistryEntry = Registry['plugins'][number];
/** Versions of a plugin that must not be installed nor run. */
export type BlockedPlugin = Registry['blocked'][number];

/**
 * Checks a parsed list of plugins.
 * @throws KomaError `REGISTRY_INVALID` naming the first few places that are wrong
 */
export function parseRegistry(json: unknown): Registry {
  const result = registry.safeParse(json);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues
      .slice(0, 3)
      .map((issue) => `${issue.path.join('.') || 'list'}: ${issue.message}`)
      .join('; '),
  );
}

/**
 * The address of a plugin in a list: https, or where the list itself came from.
 * @param base the list's own address
 * @throws KomaError `REGISTRY_INVALID`
 */
export function packageUrl({ url }: Pick<RegistryEntry, 'url'>, base: string): string {
  if (!URL.canParse(url, base)) throw invalid(`"${url}" is no address`);
  const resolved = new URL(url, base);
  if (resolved.protocol !== 'https:' && resolved.origin !== new URL(base).origin)
    throw invalid(`"${url}" is not an https address`);
  return resolved.href;
}

/** The JSON Schema (draft 2020-12) of a list of plugins. */
export function registryJsonSchema(): Record<string, unknown> {
  const metadata = z.registry<{ id: string }>();
  metadata.add(localizedText, { id: 'localizedText' });
  return {
    ...z.toJSONSchema(registry, { io: 'input', metadata }),
    title: 'Koma Studio list of plugins, version 1',
  };
}

function invalid(reason: string): KomaError {
  return new KomaError('REGISTRY_INVALID', `This list of plugins is not valid (${reason}).`, { reason });
}
