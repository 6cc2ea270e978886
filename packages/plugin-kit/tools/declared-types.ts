/**
 * Collects what a module exports, with every type that is needed to understand it, as declarations that need nothing
 * else: for authors whose folder lies elsewhere.
 */
import ts from 'typescript';

/** One declaration, with its comment. */
export interface Declared {
  readonly name: string;
  readonly text: string;
  /** Whether the module exports it; the others are only mentioned. */
  readonly isExported: boolean;
}

/** The declarations of some modules, by the modules' paths. */
export function declaredTypes(modules: readonly string[]): ReadonlyMap<string, readonly Declared[]> {
  const program = ts.createProgram([...modules], {
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.webworker.d.ts'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    emitDeclarationOnly: true,
    declaration: true,
    skipLibCheck: true,
  });
  return new Map(modules.map((path) => [path, collect(program, path)]));
}

function collect(program: ts.Program, path: string): Declared[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${path} is no module`);
  const unaliased = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const exported = checker.getExportsOfModule(module).map(unaliased);
  const result = new Map<string, Declared & { readonly symbol: ts.Symbol }>();
  const queue = [...exported];
  for (let symbol = queue.shift(); symbol; symbol = queue.shift()) {
    const declarations = symbol.declarations?.filter(isOurs);
    if (!declarations?.length) continue;
    const { name } = symbol;
    const known = result.get(name);
    if (known?.symbol === symbol) continue;
    if (known) throw new Error(`two declarations are called ${name}`);
    const parts = declarations.map((node) => declare(checker, node));
    result.set(name, {
      name,
      symbol,
      text: parts.map(({ text }) => text).join('\n'),
      isExported: exported.includes(symbol),
    });
    for (const { mentioned } of parts) queue.push(...mentioned.map(unaliased));
  }
  return [...result.values()].map(({ name, text, isExported }) => ({ name, text, isExported }));
}

/** Written by us: neither the language's own nor a package's. */
function isOurs(node: ts.Node): boolean {
  return !node.getSourceFile().fileName.includes('/node_modules/');
}

function declare(checker: ts.TypeChecker, node: ts.Declaration): { text: string; mentioned: ts.Symbol[] } {
  const comment = commentOf(node);
  if (ts.isInterfaceDeclaration(node))
    return { text: comment + withoutExport(node), mentioned: mentionedIn(checker, node) };
  if (ts.isTypeAliasDeclaration(node)) {
    // What a schema infers is written out; so is what is taken from a list of values.
    if (/\bz\.infer\b|typeof /.test(node.type.getText())) {
      const type = checker.getTypeAtLocation(node);
      return { text: `${comment}type ${node.name.text} = ${typeText(checker, type, true)};`, mentioned: [] };
    }
    return { text: comment + withoutExport(node), mentioned: mentionedIn(checker, node) };
  }
  if (ts.isFunctionDeclaration(node)) {
    const signature = checker.getSignatureFromDeclaration(node)!;
    const written = checker.signatureToString(signature, undefined, ts.TypeFormatFlags.NoTruncation);
    const mentioned = [...node.parameters, ...(node.type ? [node.type] : []), ...(node.typeParameters ?? [])];
    return {
      text: `${comment}function ${node.name!.text}${written};`,
      mentioned: mentioned.flatMap((part) => mentionedIn(checker, part)),
    };
  }
  if (ts.isVariableDeclaration(node)) {
    const type = checker.getTypeAtLocation(node);
    return {
      text: `${commentOf(node.parent.parent)}const ${node.name.getText()}: ${typeText(checker, type)};`,
      mentioned: [],
    };
  }
  if (ts.isClassDeclaration(node)) return declareClass(checker, node, comment);
  throw new Error(`${node.getText().slice(0, 80)} is nothing that this tool knows`);
}

function declareClass(checker: ts.TypeChecker, node: ts.ClassDeclaration, comment: string) {
  const open = node.members.filter(
    (member) =>
      !(member.name && ts.isPrivateIdentifier(member.name)) &&
      !hasModifier(member, ts.SyntaxKind.PrivateKeyword),
  );
  const lines = open.flatMap((member): string[] => {
    const own = commentOf(member);
    if (ts.isConstructorDeclaration(member))
      return [
        `${own}constructor(${member.parameters.map((each) => parameterText(checker, each)).join(', ')});`,
      ];
    if (ts.isMethodDeclaration(member)) {
      const signature = checker.getSignatureFromDeclaration(member)!;
      return [
        `${own}${member.name.getText()}${checker.signatureToString(signature, undefined, ts.TypeFormatFlags.NoTruncation)};`,
      ];
    }
    if (ts.isPropertyDeclaration(member) || ts.isGetAccessorDeclaration(member))
      return [
        `${own}readonly ${member.name.getText()}: ${typeText(checker, checker.getTypeAtLocation(member))};`,
      ];
    return [];
  });
  const heritage = node.heritageClauses?.map((clause) => ` ${clause.getText()}`).join('') ?? '';
  return {
    text: `${comment}class ${node.name!.text}${heritage} {\n${lines.join('\n')}\n}`,
    mentioned: open.flatMap((member) =>
      ts.isConstructorDeclaration(member) || ts.isMethodDeclaration(member)
        ? [...member.parameters, ...(member.type ? [member.type] : [])].flatMap((part) =>
            mentionedIn(checker, part),
          )
        : mentionedIn(checker, member),
    ),
  };
}

function parameterText(checker: ts.TypeChecker, node: ts.ParameterDeclaration): string {
  const optional = node.questionToken || node.initializer ? '?' : '';
  return `${node.name.getText()}${optional}: ${typeText(checker, checker.getTypeAtLocation(node))}`;
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((each) => each.kind === kind) ?? false);
}

function typeText(checker: ts.TypeChecker, type: ts.Type, isAlias = false): string {
  const { NoTruncation, InTypeAlias, MultilineObjectLiterals } = ts.TypeFormatFlags;
  const flags = NoTruncation | MultilineObjectLiterals | (isAlias ? InTypeAlias : 0);
  return checker.typeToString(type, undefined, flags);
}

/** Types of ours that a declaration names. */
function mentionedIn(checker: ts.TypeChecker, node: ts.Node): ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const visit = (part: ts.Node): void => {
    const name = ts.isTypeReferenceNode(part)
      ? part.typeName
      : ts.isExpressionWithTypeArguments(part)
        ? part.expression
        : undefined;
    const symbol = name && checker.getSymbolAtLocation(name);
    if (symbol && !(symbol.flags & ts.SymbolFlags.TypeParameter)) found.push(symbol);
    ts.forEachChild(part, visit);
  };
  visit(node);
  return found;
}

function withoutExport(node: ts.Node): string {
  return node.getText().replace(/^export /, '');
}

function commentOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  return comment ? `${comment.getText()}\n` : '';
}
