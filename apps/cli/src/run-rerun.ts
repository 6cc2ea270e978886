import { basename } from 'node:path';
import type { BackendReport } from '@koma/core/inference';
import { readKoma, walkNodes, type PortableDocument } from '@koma/core/layered';
import type { Command } from './cli-plugin.ts';
import { encodeDocument } from './encode-document.ts';
import { EXIT_DONE, EXIT_SOME_FAILED } from './exit-codes.ts';
import type { Outcome } from './outcome.ts';
import { readBytes } from './read-bytes.ts';
import { RecipeRunner } from './recipe-runner.ts';
import { replaceFile } from './replace-file.ts';
import { Reporter } from './reporter.ts';
import type { RerunInvocation } from './rerun-invocation.ts';
import { rerunRecipes } from './rerun-recipes.ts';
import { resolveRerunTarget } from './rerun-target.ts';
import type { Streams } from './run-command.ts';

/**
 * `koma rerun`: runs every recipe in a project again and writes the project, another layered file or the
 * flattened picture. If one recipe fails, nothing is written. What a generator drew stays as it is, with its recipe.
 * @returns the exit code
 * @throws UsageError before any work
 */
export async function runRerun(
  commands: readonly Command[],
  invocation: RerunInvocation,
  streams: Streams,
): Promise<number> {
  const { input, out, json, quiet } = invocation;
  const target = await resolveRerunTarget(input, out);
  const reporter = new Reporter(1, { json, quiet, ...streams });
  const started = performance.now();
  const end = (result: Pick<Outcome, 'output' | 'status' | 'error'>): void => {
    reporter.end({ input, ...result, ms: Math.round(performance.now() - started) });
    reporter.finish();
  };
  reporter.begin(input);
  try {
    const project = await readKoma(await readBytes(input), { name: basename(input) });
    const made = await rerun(
      project,
      new RecipeRunner(commands, { ...invocation, note: (sentence) => reporter.note(sentence) }),
      reporter,
    );
    const bytes = await encodeDocument(made, target.format, (sentence) => reporter.note(sentence));
    await replaceFile(target.path, bytes);
  } catch (error) {
    end({ output: null, status: 'failed', error: error instanceof Error ? error.message : String(error) });
    return EXIT_SOME_FAILED;
  }
  end({ output: target.path, status: 'done', error: null });
  return EXIT_DONE;
}

async function rerun(
  project: PortableDocument,
  runner: RecipeRunner,
  reporter: Reporter,
): Promise<PortableDocument> {
  const recipes = Array.from(walkNodes(project.nodes)).flatMap((node) =>
    [node.kind === 'layer' ? node.recipe : undefined, node.mask?.recipe].filter(
      (recipe) => recipe !== undefined,
    ),
  );
  if (recipes.length === 0) reporter.note('No layer of this project has a recipe.');
  const generated = Array.from(walkNodes(project.nodes)).filter((node) => node.generated).length;
  if (generated > 0)
    reporter.note(
      `Generated pictures stay as they are (${generated}): only operations are run again. Open the project in the editor to draw them anew.`,
    );
  for (const note of new Set(recipes.map((recipe) => runner.check(recipe)))) if (note) reporter.note(note);
  let done = 0;
  const listener = {
    progress: (fraction: number) => reporter.progress((done + fraction) / recipes.length),
    preview: () => {},
    backend: (report: BackendReport) => reporter.backend(report),
  };
  try {
    const counted = async <T>(result: Promise<T>): Promise<T> => {
      const made = await result;
      done++;
      return made;
    };
    return await rerunRecipes(project, {
      picture: (recipe, inputs) => counted(runner.run(recipe, inputs, listener)),
      mask: (recipe, inputs) => counted(runner.runMask(recipe, inputs, listener)),
    });
  } finally {
    await runner.dispose();
  }
}
