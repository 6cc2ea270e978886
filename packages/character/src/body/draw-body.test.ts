import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import type { Drawing, Part } from '../drawing/drawing.ts';
import { createScene } from '../drawing/scene.ts';
import { toSvg } from '../output/to-svg.ts';
import { catalogue, type Character } from '../parameters/catalogue.ts';
import { defaultCharacter } from '../parameters/default-character.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { drawBody } from './draw-body.ts';
import { poseSkeleton, skeletonBounds } from './skeleton.ts';

/** A body drawn into a picture that holds all of it, or a bust's window. */
function draw(character: Character): Drawing {
  const skeleton = poseSkeleton(character);
  const [left, top, right, bottom] =
    character.framing === 'bust' ? ([-222, -320, 222, 124] as const) : skeletonBounds(skeleton);
  const size = 320;
  const scale = size / Math.max(right - left, bottom - top);
  const scene = createScene(character, scale, [-left * scale, -top * scale]);
  const { parts, keyPoints } = drawBody(scene, skeleton);
  return { width: size, height: size, parts: [...parts].sort((a, b) => a.depth - b.depth), keyPoints };
}

/** Whether something of the given parts covers a point (also less than two pixels beside it). */
function covers(
  drawing: Drawing,
  parts: (part: Part) => boolean,
): (point: readonly [number, number]) => boolean {
  const svg = toSvg(drawing, {
    paint: ({ role }) => (role === 'line' ? null : '#ffffff'),
    parts,
    crisp: true,
  });
  const { pixels, width } = new Resvg(svg).render();
  return ([x, y]) => {
    for (const [dx, dy] of [
      [0, 0],
      [1.5, 0],
      [-1.5, 0],
      [0, 1.5],
      [0, -1.5],
    ] as const)
      if ((pixels[(Math.floor(y + dy) * width + Math.floor(x + dx)) * 4 + 3] ?? 0) > 0) return true;
    return false;
  };
}

function problems({ parts }: Drawing): string[] {
  const found: string[] = [];
  for (const part of parts)
    for (const { path, clip } of part.shapes) {
      if (!/^M-?\d/.test(path) || path.length < 12) found.push(`${part.name}: empty path`);
      if (/NaN|Infinity|undefined/.test(path + (clip ?? '')))
        found.push(`${part.name}: ${path.slice(0, 60)}`);
    }
  return found;
}

const framings = catalogue.framing.options;

describe('drawBody', () => {
  it('draws every outfit in every framing for everybody', () => {
    for (const outfit of catalogue.outfit.options)
      for (const framing of framings)
        for (const gender of catalogue.gender.options)
          for (const age of catalogue.age.options) {
            const drawing = draw({ ...defaultCharacter(7), outfit, framing, gender, age });
            expect(problems(drawing), `${outfit} ${framing} ${gender} ${age}`).toEqual([]);
            expect(drawing.parts.map(({ name }) => name)).toContain('neck');
            expect(drawing.parts.map(({ name }) => name)).toContain('top');
          }
  });

  it('draws numbers only, over many characters', () => {
    for (let seed = 0; seed < 400; seed++)
      for (const framing of framings)
        expect(
          problems(draw({ ...sampleCharacter(seed, { spread: 'balanced' }), framing })),
          `seed ${seed} ${framing}`,
        ).toEqual([]);
  });

  it('draws the same twice', () => {
    const character = { ...sampleCharacter(99), framing: 'full' as const };
    expect(JSON.stringify(draw(character))).toBe(JSON.stringify(draw(character)));
  });

  it('has the joints of arms and legs inside arms and legs', () => {
    for (const [index, pose] of catalogue.pose.options.entries()) {
      const outfit = catalogue.outfit.options[index % 16] ?? 'sailor';
      for (const framing of ['full', 'chibi'] as const) {
        const drawing = draw({ ...defaultCharacter(index), pose, outfit, framing });
        const inArm = covers(drawing, ({ name }) => ['arm', 'sleeve', 'hand', 'top'].includes(name));
        const inLeg = covers(drawing, ({ name }) => ['leg', 'foot', 'sock', 'shoe', 'bottom'].includes(name));
        const inBody = covers(drawing, () => true);
        for (const [name, point] of Object.entries(drawing.keyPoints)) {
          const inside = /^(shoulder|elbow|wrist|hand)/.test(name)
            ? inArm
            : /^(hip|knee|ankle|toe)/.test(name)
              ? inLeg
              : inBody;
          if (name !== 'head') expect(inside(point), `${name} of ${pose}, ${outfit}, ${framing}`).toBe(true);
        }
      }
    }
  });

  it('reaches the lower edge of a bust with neck, clothes and arms', () => {
    for (const outfit of catalogue.outfit.options)
      for (const age of catalogue.age.options) {
        const drawing = draw({ ...defaultCharacter(3), outfit, age });
        const inside = covers(drawing, () => true);
        for (let x = 112; x <= 208; x += 6) expect(inside([x, 318]), `${outfit} ${age} at ${x}`).toBe(true);
      }
  });

  it('leaves legs out of busts', () => {
    const names = new Set(draw({ ...defaultCharacter(1), outfit: 'suit' }).parts.map(({ name }) => name));
    for (const name of ['leg', 'foot', 'shoe', 'bottom'] as const) expect(names.has(name)).toBe(false);
  });

  it('shows a ribbon only where one is wanted', () => {
    const ribbons = (ribbon: boolean): number =>
      draw({ ...defaultCharacter(1), outfit: 'shirt', ribbon }).parts.filter(({ name }) => name === 'ribbon')
        .length;
    expect(ribbons(true)).toBeGreaterThan(0);
    expect(ribbons(false)).toBe(0);
  });

  it("crosses the kimono left over right, the wearer's left", () => {
    const { parts } = draw({ ...defaultCharacter(1), outfit: 'kimono' });
    const collar = parts.find(({ name, depth }) => name === 'collar' && depth > 40);
    const bands = collar?.shapes.filter(({ role, material }) => role === 'flat' && material === 'trim') ?? [];
    const firstX = bands.map(({ path }) => Number(path.slice(1).split(' ')[0]));
    // The band drawn last lies on top; it starts at the picture's right, where the wearer's left is.
    expect(firstX).toHaveLength(2);
    expect(firstX[1]).toBeGreaterThan(firstX[0] ?? Infinity);
  });
});
