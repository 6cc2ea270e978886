import {
  characterPalette,
  drawCharacter,
  finishPainter,
  keyPointParts,
  partClasses,
  toSvg,
  type Character,
  type Drawing,
} from '../src/index.ts';

const NUMBER = '-?\\d+(\\.\\d+)?';
const PAIR = `${NUMBER} ${NUMBER}`;
/** A closed path of M, L, C and Z that draws at least one piece. */
const PATH = new RegExp(`^(M${PAIR}(L${PAIR}|C${PAIR} ${PAIR} ${PAIR})+Z)+$`);
const COLOUR = /(?:fill|stop-color)="(?!#[0-9a-f]{6}"|url\(#[\w-]+\)")[^"]*"/;

/** Everything that must never be wrong about a character's drawing and its SVG, as sentences. */
export function drawingProblems(character: Character): string[] {
  const drawing = drawCharacter(character);
  const paint = finishPainter(characterPalette(character), character);
  const svg = toSvg(drawing, paint);
  const badWords = ['NaN', 'undefined', 'Infinity', 'null'].filter((word) => svg.includes(word));
  return [
    ...badWords.map((word) => `${word} in the SVG`),
    ...(COLOUR.test(svg) ? [`a colour that is none: ${COLOUR.exec(svg)![0]}`] : []),
    ...sizeProblems(drawing),
    ...drawing.parts.flatMap((part) => partProblems(part)),
    ...orderProblems(drawing),
    ...Object.entries(drawing.keyPoints).flatMap(([name, point]) => [
      ...(point.every(Number.isFinite) ? [] : [`key point ${name} is nowhere`]),
      ...(Object.hasOwn(keyPointParts, name) ? [] : [`key point ${name} has no part`]),
    ]),
  ];
}

function sizeProblems({ width, height, parts }: Drawing): string[] {
  return [
    ...(width > 0 && height > 0 ? [] : [`the size is ${width} x ${height}`]),
    ...(parts.length > 3 ? [] : [`only ${parts.length} parts`]),
  ];
}

function partProblems({ name, shapes }: Drawing['parts'][number]): string[] {
  return [
    ...(partClasses.includes(name) ? [] : [`part ${name} has no class`]),
    ...shapes.flatMap(({ path, clip, opacity, gradient, role, material }) => [
      ...(PATH.test(path) ? [] : [`path of ${name}, ${role} ${material}: "${path.slice(0, 60)}"`]),
      ...(clip === undefined || PATH.test(clip)
        ? []
        : [`clip of ${name}, ${role} ${material}: "${clip.slice(0, 60)}"`]),
      ...(opacity > 0 && opacity <= 1 ? [] : [`opacity ${opacity} of ${name}`]),
      ...(gradient === undefined || [...gradient.from, ...gradient.to].every(Number.isFinite)
        ? []
        : [`gradient of ${name}`]),
    ]),
  ];
}

function orderProblems({ parts }: Drawing): string[] {
  return parts.every((part, i) => i === 0 || part.depth >= parts[i - 1]!.depth)
    ? []
    : ['parts are out of order'];
}
