import { z } from 'zod';
import { KomaError } from '../errors.ts';
import { isHarmlessExtension } from './harmless-extension.ts';
import { hasTwins, identifier, localizedText } from './manifest-fields.ts';
import type { InputSpec, OperationSpec } from './manifest-operation.ts';
import { param, paramIssues } from './manifest-params.ts';
import { resolveParams } from './params.ts';

/** The schema of a tool: strokes or points drawn on the canvas for an operation. */
export const tool = z.strictObject({
  id: identifier,
  title: localizedText,
  /** The operation that it collects for. */
  operation: identifier,
  /** Strokes for its one input of strokes, or points for its one input of hints. */
  collects: z.enum(['strokes', 'points']),
  /** What to do on the canvas, shown while the tool is held. */
  hint: localizedText,
  /** Of a stroke or point, pixels of the picture; the host chooses where absent. */
  radius: z.number().positive().max(1000).optional(),
  /** When the operation runs: once the person applies what was collected (the default), or after each stroke or point. */
  runs: z.enum(['apply', 'each']).optional(),
});

/** A tool as its manifest describes it. */
export type ToolSpec = z.infer<typeof tool>;

/** The schema of a command: an operation with its settings chosen, under a name of its own. */
export const command = z.strictObject({
  id: identifier,
  title: localizedText,
  operation: identifier,
  /** By parameter id; the others have their defaults. */
  params: z.record(identifier, z.union([z.string(), z.number(), z.boolean()])),
});

/** A command as its manifest describes it. */
export type CommandSpec = z.infer<typeof command>;

/** The schema of an exporter: what turns the whole document into a file of its own kind. */
export const exporter = z.strictObject({
  id: identifier,
  title: localizedText,
  summary: localizedText,
  /** Of the file, without the dot. */
  extension: z
    .string()
    .regex(/^[a-z0-9]{1,10}$/, 'a file extension in lower case, without the dot')
    .refine(isHarmlessExtension, 'a file extension that no system runs as a program'),
  mediaType: z
    .string()
    .max(100)
    .regex(/^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/, 'a media type such as image/png'),
  params: z.array(param),
  /** What it gets: the finished picture, or the layers one by one as well. */
  reads: z.enum(['flat', 'layers']),
});

/** An exporter as its manifest describes it. */
export type ExporterSpec = z.infer<typeof exporter>;

const COLLECTED: Readonly<Record<ToolSpec['collects'], InputSpec['type']>> = {
  strokes: 'strokes',
  points: 'hints',
};

/** What is wrong about tools, commands and exporters whose fields are right by themselves, as sentences. */
export function contributionIssues(contributes: {
  readonly operations: readonly OperationSpec[];
  readonly tools?: readonly ToolSpec[] | undefined;
  readonly commands?: readonly CommandSpec[] | undefined;
  readonly exporters?: readonly ExporterSpec[] | undefined;
}): string[] {
  const { operations, tools = [], commands = [], exporters = [] } = contributes;
  const byId = new Map(operations.map((spec) => [spec.id, spec]));
  const issues: string[] = [];
  if (hasTwins(tools.map(({ id }) => id))) issues.push('two tools have the same id');
  if (hasTwins(commands.map(({ id }) => id))) issues.push('two commands have the same id');
  if (hasTwins(exporters.map(({ id }) => id))) issues.push('two exporters have the same id');
  // Both are run from the command line as <plugin>:<id>.
  for (const { id } of exporters)
    if (byId.has(id)) issues.push(`an operation and an exporter are both called ${id}`);
  for (const spec of tools) {
    const op = byId.get(spec.operation);
    const type = COLLECTED[spec.collects];
    if (!op) issues.push(`tool ${spec.id} names the operation ${spec.operation}, which is not there`);
    else if (op.inputs.filter((input) => input.type === type).length !== 1)
      issues.push(
        `tool ${spec.id} collects ${spec.collects}, but ${op.id} does not have one input of ${type}`,
      );
  }
  for (const spec of commands) {
    const op = byId.get(spec.operation);
    if (!op) issues.push(`command ${spec.id} names the operation ${spec.operation}, which is not there`);
    else issues.push(...paramsIssue(spec, op));
  }
  return [...issues, ...exporters.flatMap((spec) => paramIssues(`exporter ${spec.id}`, spec))];
}

function paramsIssue({ id, params }: CommandSpec, op: OperationSpec): string[] {
  try {
    resolveParams(op, params);
    return [];
  } catch (error) {
    if (error instanceof KomaError) return [`command ${id}: ${error.message}`];
    throw error;
  }
}
