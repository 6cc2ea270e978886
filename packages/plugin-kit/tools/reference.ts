import ts from 'typescript';
import { HARNESS_SECTIONS, KIT_SECTIONS, type ReferenceSection } from './reference-sections.ts';

const HEAD = `# Reference

Made from the types of the kit by \`node packages/plugin-kit/tools/write-reference.ts\`: do not edit. The manifest's fields are
in [manifest.md](manifest.md), the limits in [security.md](security.md).
`;
/** Longer declarations are written out elsewhere. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  PluginManifest: 'type PluginManifest = { /* the manifest, checked: see manifest.md */ };',
};

/** A declaration as the file of types has it, with its comment. */
type Declarations = ReadonlyMap<string, string>;

/**
 * The reference as Markdown.
 * @param types the text of template/koma.d.ts
 */
export function reference(types: string): string {
  const kit = declarationsIn(types, '@koma/plugin-kit');
  const harness = declarationsIn(types, '@koma/plugin-kit/harness');
  const all = [...KIT_SECTIONS, ...HARNESS_SECTIONS];
  return [
    HEAD,
    ...all.map(({ title }) => `- [${title}](#${anchorOf(title)})`),
    '\n## `@koma/plugin-kit`\n',
    ...KIT_SECTIONS.map((section) => sectionText(section, kit)),
    further(kit, KIT_SECTIONS),
    '## `@koma/plugin-kit/harness`\n',
    ...HARNESS_SECTIONS.map((section) => sectionText(section, harness)),
  ].join('\n');
}

/** Names that a module of the types declares and no section explains. */
export function unexplained(types: string): string[] {
  const named = new Set(KIT_SECTIONS.flatMap(({ names }) => names));
  return [...declarationsIn(types, '@koma/plugin-kit').keys()].filter((name) => !named.has(name));
}

function sectionText({ title, text, names }: ReferenceSection, declared: Declarations): string {
  const code = names.map((name) => {
    const declaration = LEFT_OUT[name] ?? declared.get(name);
    if (declaration === undefined)
      throw new Error(`the kit has no ${name}: take it out of reference-sections.ts`);
    return declaration;
  });
  return `### ${title}\n\n${text}\n\n\`\`\`ts\n${code.join('\n\n')}\n\`\`\`\n`;
}

/** What the others mention, in one block at the end. */
function further(declared: Declarations, sections: readonly ReferenceSection[]): string {
  const named = new Set(sections.flatMap(({ names }) => names));
  const rest = [...declared].filter(([name]) => !named.has(name)).map(([, text]) => text);
  return `### Mentioned above\n\nTypes that the others are made of.\n\n\`\`\`ts\n${rest.join('\n\n')}\n\`\`\`\n`;
}

function declarationsIn(types: string, module: string): Declarations {
  const source = ts.createSourceFile('koma.d.ts', types, ts.ScriptTarget.ES2023, true);
  const block = source.statements
    .filter(ts.isModuleDeclaration)
    .find(({ name }) => name.text === module)?.body;
  if (!block || !ts.isModuleBlock(block)) throw new Error(`the types have no module ${module}`);
  const declared = new Map<string, string>();
  for (const statement of block.statements) {
    const name = nameOf(statement);
    // The comment belongs to it; the blank line before it does not.
    if (name !== undefined) declared.set(name, unindented(statement.getFullText().trim()));
  }
  return declared;
}

function nameOf(node: ts.Statement): string | undefined {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name.getText();
  const { name } = node as ts.Statement & { readonly name?: ts.Identifier };
  return name?.text;
}

function unindented(text: string): string {
  return text.replaceAll(/^ {2}/gm, '');
}

/** As GitHub makes it. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
