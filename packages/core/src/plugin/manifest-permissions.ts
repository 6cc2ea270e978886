import { z } from 'zod';
import type { GeneratorSpec } from './generator-manifest.ts';
import { localizedText } from './manifest-fields.ts';
import type { ExporterSpec } from './manifest-contributions.ts';
import { entersDocument, type OperationSpec } from './manifest-operation.ts';
import { hostName } from './host-name.ts';
import { permissionDenied } from './permission-denied.ts';

/** All that a plugin may ask a person for; there is nothing else. */
export const PERMISSIONS = [
  'layer:read',
  'layer:write',
  'selection:read',
  'storage',
  'network',
  'inference',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Most host names that one plugin may ask for. */
const MAX_DOMAINS = 10;

/** The schema of what a plugin with the permission `network` says about it. */
export const network = z.strictObject({
  /** Host names without scheme, port and path; a leading `*.` stands for any name below. */
  domains: z.array(hostName).min(1).max(MAX_DOMAINS),
  /** Why, in the words that the person reads before saying yes. */
  reason: localizedText,
});

/** Which servers a plugin asks to talk to, and why. */
export type NetworkSpec = z.infer<typeof network>;

/** What an operation needs to be allowed, by what goes in and comes out. */
export function operationPermissions({
  inputs,
  outputs,
}: Pick<OperationSpec, 'inputs' | 'outputs'>): Permission[] {
  const marksPicture = ({ type }: (typeof inputs)[number]): boolean =>
    type === 'image' || type === 'hints' || type === 'strokes';
  return [
    ...(inputs.some(marksPicture) ? (['layer:read'] as const) : []),
    ...(outputs.some(entersDocument) ? (['layer:write'] as const) : []),
    ...(inputs.some(({ type }) => type === 'mask') ? (['selection:read'] as const) : []),
  ];
}

/** What a generator needs to be allowed: it draws, and looks at pictures where it finds faces. */
export function generatorPermissions({ widgets }: Pick<GeneratorSpec, 'widgets'>): Permission[] {
  return widgets.includes('faces') ? ['layer:read', 'layer:write'] : ['layer:write'];
}

/** What an exporter needs to be allowed. */
export function exporterPermissions(_spec: ExporterSpec): Permission[] {
  return ['layer:read'];
}

/** A manifest, as far as permissions go. */
interface Asking {
  readonly permissions: readonly Permission[];
  readonly network?: NetworkSpec | undefined;
  readonly contributes: {
    readonly operations: readonly OperationSpec[];
    readonly generators?: readonly GeneratorSpec[] | undefined;
    readonly exporters?: readonly ExporterSpec[] | undefined;
  };
}

/** What a manifest uses without asking for it, or asks for without saying why, as sentences. */
export function permissionIssues({ permissions, network: net, contributes }: Asking): string[] {
  const { operations, generators = [], exporters = [] } = contributes;
  const needs = [
    ...operations.map((spec) => [`operation ${spec.id}`, operationPermissions(spec)] as const),
    ...generators.map((spec) => [`generator ${spec.id}`, generatorPermissions(spec)] as const),
    ...exporters.map((spec) => [`exporter ${spec.id}`, exporterPermissions(spec)] as const),
  ];
  const issues = needs.flatMap(([owner, needed]) =>
    needed
      .filter((permission) => !permissions.includes(permission))
      .map(
        (permission) => `${owner} needs the permission ${permission}, which the manifest does not ask for`,
      ),
  );
  if (new Set(permissions).size !== permissions.length) issues.push('a permission is asked for twice');
  if (permissions.includes('network') && !net)
    issues.push('the permission network needs "network": which domains, and the reason');
  if (net && !permissions.includes('network'))
    issues.push('"network" is there, but the permission network is not asked for');
  return issues;
}

/**
 * Refuses what a plugin may not do.
 * @param granted what the person allowed
 * @param plugin the name that the person knows it by
 * @throws KomaError `PERMISSION_DENIED` naming the first that is missing
 */
export function assertPermitted(
  granted: readonly Permission[],
  needed: readonly Permission[],
  plugin: string,
): void {
  for (const permission of needed)
    if (!granted.includes(permission)) throw permissionDenied(permission, plugin);
}
