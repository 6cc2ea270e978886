import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const ROOT = new URL('../../../../../', import.meta.url);

/** One `new KomaError('CODE', …, details)` in the sources. */
export interface ErrorSite {
  /** Path from the repository's root. */
  readonly file: string;
  readonly code: string;
  /** Names of the values in `details`. */
  readonly details: readonly string[];
}

/** A source text of the repository. Tests only. */
export function readSource(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** Everything that throws a KomaError and can reach the editor: it, core and the plugins. Tests only. */
export function errorSites(): ErrorSite[] {
  const packages = readdirSync(new URL('packages/', ROOT)).map((name) => `packages/${name}/src/`);
  return ['apps/editor/src/', ...packages].flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
      .map((path) => folder + path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.ts') && !/\.test(-helper)?\.ts$/.test(path))
      .flatMap((path) => sitesIn(path, readSource(path))),
  );
}

/** The sites of one file. Tests only. */
export function sitesIn(file: string, text: string): ErrorSite[] {
  if (!text.includes('KomaError')) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const sites: ErrorSite[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'KomaError') {
      const [code, , details] = node.arguments ?? [];
      // Not a literal where an error is only rebuilt on the other side of a worker's boundary.
      if (code && ts.isStringLiteral(code))
        sites.push({ file, code: code.text, details: details ? namesIn(details) : [] });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sites;
}

/** The property names of an object: written out, in a variable, or made by a function of the file. */
function namesIn(node: ts.Expression): string[] {
  if (ts.isParenthesizedExpression(node)) return namesIn(node.expression);
  if (ts.isConditionalExpression(node)) return [...namesIn(node.whenTrue), ...namesIn(node.whenFalse)];
  if (ts.isObjectLiteralExpression(node))
    return node.properties.flatMap((property) =>
      ts.isSpreadAssignment(property) ? namesIn(property.expression) : [property.name.getText()],
    );
  if (ts.isIdentifier(node)) return namesIn(valueOf(node));
  if (ts.isCallExpression(node)) return namesIn(resultOf(node));
  throw new Error(`cannot tell which details ${node.getText()} gives`);
}

function valueOf(name: ts.Identifier): ts.Expression {
  for (let scope: ts.Node = name; scope; scope = scope.parent) {
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) continue;
    for (const statement of scope.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const found = statement.declarationList.declarations.find((one) => one.name.getText() === name.text);
      if (found?.initializer) return found.initializer;
    }
  }
  throw new Error(`cannot find ${name.text}`);
}

function resultOf(call: ts.CallExpression): ts.Expression {
  for (const statement of call.getSourceFile().statements) {
    if (!ts.isFunctionDeclaration(statement) || statement.name?.text !== call.expression.getText()) continue;
    const last = statement.body?.statements.at(-1);
    if (last && ts.isReturnStatement(last) && last.expression) return last.expression;
  }
  throw new Error(`cannot find what ${call.getText()} gives`);
}
