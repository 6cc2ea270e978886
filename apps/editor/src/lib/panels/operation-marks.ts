import type { MarkedInput, RecipeInput } from '@koma/core/document';
import type { Hint, InputSpec, OperationSpec, Stroke } from '@koma/core/plugin';

/** What was marked for an operation, or the layer that was chosen. */
export type Mark = MarkedInput | Extract<RecipeInput, { layerId: string }>;
/** By the names of an operation's inputs; nothing where nothing was. */
export type Marks = Readonly<Record<string, Mark>>;

const NO_COLOURS: readonly string[] = [];
const NO_HINTS: readonly Hint[] = [];
const NO_STROKES: readonly Stroke[] = [];

/** The colours of an input of type `palette`. */
export function coloursIn(mark: Mark | undefined): readonly string[] {
  return mark && 'colors' in mark ? mark.colors : NO_COLOURS;
}

/** The points of an input of type `hints`; the same list every time where there are none. */
export function hintsIn(mark: Mark | undefined): readonly Hint[] {
  return mark && 'hints' in mark ? mark.hints : NO_HINTS;
}

/** The strokes of an input of type `strokes`; the same list every time where there are none. */
export function strokesIn(mark: Mark | undefined): readonly Stroke[] {
  return mark && 'strokes' in mark ? mark.strokes : NO_STROKES;
}

/** The marks with one of them changed, or gone. */
export function withMark(marks: Marks, name: string, mark: Mark | undefined): Marks {
  const { [name]: _before, ...others } = marks;
  return mark ? { ...others, [name]: mark } : others;
}

/** The marks in a recipe's inputs that an operation's panel can show. */
export function marksOf(spec: OperationSpec, inputs: Readonly<Record<string, RecipeInput>>): Marks {
  const shown = spec.inputs.flatMap(({ name, type }, index) => {
    const input = inputs[name];
    const isShown =
      input &&
      ((type === 'hints' && 'hints' in input) ||
        (type === 'palette' && 'colors' in input) ||
        (type === 'strokes' && 'strokes' in input) ||
        (type === 'image' && index > 0 && 'layerId' in input));
    return isShown ? [[name, input] as const] : [];
  });
  return Object.fromEntries(shown);
}

/** The first input that an operation cannot do without and that its panel was not given; the first picture is a layer's, and what is selected is the document's. */
export function missingInput(spec: OperationSpec, marks: Marks): InputSpec | undefined {
  return spec.inputs
    .slice(1)
    .find(({ name, type, optional }) => optional !== true && type !== 'mask' && marks[name] === undefined);
}
