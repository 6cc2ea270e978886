import type { MarkedInput, RecipeInput } from '@koma/core/document';
import type { Hint, InputSpec, OperationSpec } from '@koma/core/plugin';

/** What was marked for an operation, by the names of its inputs; nothing where nothing was. */
export type Marks = Readonly<Record<string, MarkedInput>>;

const NO_COLOURS: readonly string[] = [];
const NO_HINTS: readonly Hint[] = [];

/** The colours of an input of type `palette`. */
export function coloursIn(mark: MarkedInput | undefined): readonly string[] {
  return mark && 'colors' in mark ? mark.colors : NO_COLOURS;
}

/** The points of an input of type `hints`; the same list every time where there are none. */
export function hintsIn(mark: MarkedInput | undefined): readonly Hint[] {
  return mark && 'hints' in mark ? mark.hints : NO_HINTS;
}

/** The marks with one of them changed, or gone. */
export function withMark(marks: Marks, name: string, mark: MarkedInput | undefined): Marks {
  const { [name]: _before, ...others } = marks;
  return mark ? { ...others, [name]: mark } : others;
}

/** The marks in a recipe's inputs that an operation's panel can show. */
export function marksOf(spec: OperationSpec, inputs: Readonly<Record<string, RecipeInput>>): Marks {
  const shown = spec.inputs.flatMap(({ name, type }) => {
    const input = inputs[name];
    const isShown =
      input && ((type === 'hints' && 'hints' in input) || (type === 'palette' && 'colors' in input));
    return isShown ? [[name, input] as const] : [];
  });
  return Object.fromEntries(shown);
}

/** The first input that an operation cannot do without and that its panel was not given; the first picture is a layer's. */
export function missingInput(spec: OperationSpec, marks: Marks): InputSpec | undefined {
  return spec.inputs.slice(1).find(({ name, optional }) => optional !== true && marks[name] === undefined);
}
