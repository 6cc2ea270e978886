import { KomaError } from '../errors.ts';
import type { MaskImage, PortableDocument, PortableNode } from '../io/layered/index.ts';
import { BLEND_MODES, type BlendMode } from '../raster/index.ts';
import { asImage } from './check-outputs.ts';
import type {
  FaceBox,
  GeneratorAnswer,
  GeneratorMethod,
  GeneratorOptions,
  Joint,
  OptionValue,
  Wishes,
} from './generator.ts';
import type { AttributeSpec, GeneratorSpec } from './generator-manifest.ts';
import { isLocalizedText } from './manifest.ts';

/** More of anything in an answer is a mistake; nobody could work with it. */
const MAX_ITEMS = 10_000;
const MAX_TEXT = 10_000;
/** Groups within groups. */
const MAX_DEPTH = 32;
const HEX_COLOUR = /^#[0-9a-f]{6}$/i;

type Check = (spec: GeneratorSpec, answer: unknown) => boolean;

/**
 * Refuses an answer that is not what its question promises, before it comes near a panel or a document.
 *
 * @param answer anything: a plugin made it
 * @throws KomaError `PLUGIN_FAILED`
 */
export function checkAnswer<M extends GeneratorMethod>(
  spec: GeneratorSpec,
  method: M,
  answer: unknown,
): GeneratorAnswer<M> {
  if (checks[method](spec, answer)) return answer as GeneratorAnswer<M>;
  throw new KomaError('PLUGIN_FAILED', `${spec.title.en} gave no valid answer to "${method}".`, {
    reason: method,
  });
}

/** Whether options of unknown origin, such as a history on disk, are complete ones of this generator. @param value anything */
export function areOptions(spec: GeneratorSpec, value: unknown): value is GeneratorOptions {
  return isOptions(spec, value);
}

const isOptions: Check = (spec, answer) =>
  isRecord(answer) &&
  isSeed(answer['seed']) &&
  Object.entries(answer).every(
    ([id, value]) => id === 'seed' || fits(attributeOf(spec, id), value as OptionValue),
  ) &&
  spec.attributes.every(({ id, type }) => type === 'hidden' || answer[id] !== undefined);

const checks: Readonly<Record<GeneratorMethod, Check>> = {
  sample: isOptions,
  vary: isOptions,
  breed: isOptions,
  between: isOptions,
  moveJoint: isOptions,
  readOptions: isOptions,
  draw: (_, answer) => asImage(answer) !== undefined,
  layers: (_, answer) => isDocument(answer),
  joints: (_, answer) => isList(answer, isJoint),
  blurb: (_, answer) => isRecord(answer) && isText(answer['name']) && isText(answer['plot']),
  findFaces: (_, answer) => isList(answer, isFace),
  likeThis: (spec, answer) => isWishes(spec, answer),
  writeOptions: (_, answer) => answer instanceof Uint8Array,
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT;
const isList = (value: unknown, check: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length <= MAX_ITEMS && value.every(check);
const isSeed = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isFraction = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

function attributeOf(spec: GeneratorSpec, id: string): AttributeSpec | undefined {
  return spec.attributes.find((attribute) => attribute.id === id);
}

/** Whether an attribute takes the value. */
function fits(attribute: AttributeSpec | undefined, value: unknown): boolean {
  switch (attribute?.type) {
    case 'choice':
      return attribute.options.some((option) => option.value === value);
    case 'number':
      return typeof value === 'number' && value >= attribute.min && value <= attribute.max;
    case 'boolean':
      return typeof value === 'boolean';
    case 'colour':
      return (
        attribute.options.some((option) => option.value === value) ||
        (attribute.custom === true && typeof value === 'string' && HEX_COLOUR.test(value))
      );
    case 'hidden':
      return isText(value);
    case undefined:
      return false;
  }
}

function isWishes(spec: GeneratorSpec, answer: unknown): answer is Wishes {
  return (
    isRecord(answer) &&
    Object.entries(answer).every(([id, wish]) => {
      const attribute = attributeOf(spec, id);
      if (id === 'seed') return isSeed(wish);
      if (!isRecord(wish)) return fits(attribute, wish);
      const { oneOf, min, max } = wish;
      if (oneOf !== undefined) return isList(oneOf, (value) => fits(attribute, value));
      const ordered = fits(attribute, min) && fits(attribute, max) && (min as number) <= (max as number);
      return attribute?.type === 'number' && ordered;
    })
  );
}

function isJoint(value: unknown): boolean {
  const { name, label, x, y, parent, movable } = (value ?? {}) as Partial<Joint>;
  return (
    isText(name) &&
    isLocalizedText(label) &&
    Number.isFinite(x) &&
    Number.isFinite(y) &&
    (parent === undefined || isText(parent)) &&
    typeof movable === 'boolean'
  );
}

function isFace(value: unknown): boolean {
  const { x, y, width, height, score } = (value ?? {}) as Partial<FaceBox>;
  return [x, y, width, height, score].every(Number.isFinite) && width! > 0 && height! > 0;
}

function isDocument(value: unknown): boolean {
  const { name, width, height, dpi, nodes } = (value ?? {}) as Partial<PortableDocument>;
  const ids = new Set<string>();
  let count = 0;
  const isNode = (item: unknown, depth: number): boolean => {
    const node = (item ?? {}) as Partial<PortableNode>;
    count++;
    if (!isText(node.id) || ids.has(node.id) || depth > MAX_DEPTH || count > MAX_ITEMS) return false;
    ids.add(node.id);
    const plain =
      isText(node.name) &&
      isFraction(node.opacity) &&
      [node.visible, node.clip, node.locked, node.alphaLocked].every((flag) => typeof flag === 'boolean') &&
      isBlendMode(node.blendMode, node.kind) &&
      isText(node.colourTag) &&
      (node.mask === undefined || isMask(node.mask.image));
    if (!plain) return false;
    if (node.kind === 'group') return isList(node.children, (child) => isNode(child, depth + 1));
    return (
      node.kind === 'layer' &&
      isText(node.role) &&
      isText(node.colourMode) &&
      Number.isSafeInteger(node.x) &&
      Number.isSafeInteger(node.y) &&
      (node.image === undefined || asImage(node.image) !== undefined)
    );
  };
  return (
    isText(name) &&
    [width, height].every((side) => Number.isInteger(side) && side! >= 1) &&
    typeof dpi === 'number' &&
    dpi > 0 &&
    isList(nodes, (node) => isNode(node, 0))
  );
}

function isBlendMode(mode: unknown, kind: PortableNode['kind'] | undefined): boolean {
  return BLEND_MODES.includes(mode as BlendMode) || (kind === 'group' && mode === 'pass-through');
}

function isMask(image: MaskImage | undefined): boolean {
  return (
    image === undefined ||
    (image.data instanceof Uint8Array && image.data.length === image.width * image.height)
  );
}
