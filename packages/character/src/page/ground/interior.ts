import { polygon } from '../../geometry/path.ts';
import { mix, type Point } from '../../geometry/point.ts';
import type { RandomStream } from '../../random/random-stream.ts';
import { boxCorners, type Box } from '../convex.ts';
import type { PageShape } from '../page.ts';
import { dots, outlined, straight } from './pen.ts';

/** A room in one-point perspective: the back wall in the panel, and its vanishing point. */
interface Room {
  readonly back: Box;
  /** From the front of the room (depth 0) to the back wall (1); u and v are fractions of the box. */
  at(u: number, v: number, depth: number): Point;
}

function room(box: Box, random: RandomStream): Room {
  const vanishing: Point = [
    box.x + box.width * random.between(0.3, 0.7),
    box.y + box.height * random.between(0.36, 0.5),
  ];
  // Rooms reach beyond the panel, so that walls are seen even where the panel is narrow.
  const height = box.height * 1.3;
  const width = Math.max(box.width * 1.4, height * 1.25);
  const front: Box = { x: vanishing[0] - width * 0.5, y: vanishing[1] - height * 0.48, width, height };
  const shrink = 0.55;
  const back: Box = {
    x: vanishing[0] + (front.x - vanishing[0]) * shrink,
    y: vanishing[1] + (front.y - vanishing[1]) * shrink,
    width: front.width * shrink,
    height: front.height * shrink,
  };
  return {
    back,
    at: (u, v, depth) =>
      mix(
        [front.x + front.width * u, front.y + front.height * v],
        [back.x + back.width * u, back.y + back.height * v],
        depth,
      ),
  };
}

/** A window of panes on the back wall, with curtains. */
function windowOn({ back }: Room, x: number, width: number): PageShape[] {
  const glass: Box = {
    x: back.x + back.width * x,
    y: back.y + back.height * 0.2,
    width: back.width * width,
    height: back.height * 0.42,
  };
  const corners = boxCorners(glass);
  const [a, b, c, d] = corners as [Point, Point, Point, Point];
  let path = outlined(corners, 3.2);
  path += straight(mix(a, b, 0.5), mix(d, c, 0.5), 3) + straight(mix(a, d, 0.4), mix(b, c, 0.4), 2.4);
  const shine = polygon([mix(a, b, 0.12), mix(a, b, 0.26), mix(d, c, 0.12), mix(d, c, -0.02)]);
  const curtain = (side: 0 | 1): PageShape[] => {
    const edge = side === 0 ? glass.x : glass.x + glass.width;
    const out = (side === 0 ? -1 : 1) * glass.width * 0.16;
    const cloth = polygon([
      [edge - out * 0.5, glass.y - 12],
      [edge + out, glass.y - 12],
      [edge + out * 0.9, glass.y + glass.height + 26],
      [edge - out * 0.1, glass.y + glass.height + 26],
    ]);
    let folds = '';
    for (let i = 0; i < 5; i++) {
      const t = i / 4;
      folds += straight(
        [edge - out * 0.5 + out * 1.5 * t, glass.y - 12],
        [edge - out * 0.1 + out * t, glass.y + glass.height + 26],
        2,
      );
    }
    return [
      { fill: 'white', path: cloth },
      { fill: 'line', path: folds },
    ];
  };
  return [
    { fill: dots(0.12), path: polygon(corners) },
    { fill: 'white', path: shine },
    { fill: 'line', path },
    ...curtain(0),
    ...curtain(1),
  ];
}

/** The edges where walls, floor and ceiling meet, and a tone on the wall away from the light. */
function shell(space: Room, floorBoards: number): PageShape[] {
  const { at, back } = space;
  const corner = (u: 0 | 1, v: 0 | 1): string => straight(at(u, v, 0), at(u, v, 1), 2.4);
  let path = corner(0, 0) + corner(1, 0) + corner(0, 1) + corner(1, 1) + outlined(boxCorners(back), 2.6);
  for (let i = 1; i < floorBoards; i++)
    path += straight(at(i / floorBoards, 1, 0), at(i / floorBoards, 1, 1), 1.5);
  const ceiling = polygon([at(0, 0, 0), at(1, 0, 0), at(1, 0, 1), at(0, 0, 1)]);
  const side = polygon([at(0, 0, 0), at(0, 0, 1), at(0, 1, 1), at(0, 1, 0)]);
  return [
    { fill: dots(0.1), path: ceiling },
    { fill: dots(0.2), path: side },
    { fill: 'line', path },
  ];
}

/** Somebody's room: a window with curtains, a shelf, a picture. */
export function livingRoom(box: Box, random: RandomStream): PageShape[] {
  const space = room(box, random);
  const { back, at } = space;
  const left = random.chance(0.5);
  const shapes = [...shell(space, 9), ...windowOn(space, left ? 0.5 : 0.16, 0.32)];
  // Shelves with books on the other side.
  const shelf: Box = {
    x: back.x + back.width * (left ? 0.14 : 0.62),
    y: back.y + back.height * 0.4,
    width: back.width * 0.24,
    height: back.height * 0.6,
  };
  shapes.push({ fill: 'white', path: polygon(boxCorners(shelf)) });
  let path = outlined(boxCorners(shelf), 3);
  let dark = '';
  for (let row = 1; row <= 4; row++) {
    const y = shelf.y + (shelf.height * row) / 4;
    path += straight([shelf.x, y], [shelf.x + shelf.width, y], 2.4);
    let x = shelf.x + 5;
    while (x < shelf.x + shelf.width - 16) {
      const width = random.between(5, 13);
      const height = (shelf.height / 4) * random.between(0.55, 0.86);
      const book: Box = { x, y: y - height, width, height };
      if (random.chance(0.28)) dark += polygon(boxCorners(book));
      else path += outlined(boxCorners(book), 1.4);
      x += width + (random.chance(0.15) ? 14 : 1);
    }
  }
  shapes.push(
    { fill: 'black', path: dark || polygon(boxCorners({ ...shelf, width: 4 })) },
    { fill: 'line', path },
  );
  const rug = polygon([at(0.2, 1, 0.25), at(0.8, 1, 0.25), at(0.7, 1, 0.8), at(0.3, 1, 0.8)]);
  shapes.push({ fill: dots(0.3), path: rug });
  return shapes;
}

/** A classroom: the blackboard, windows along one wall, rows of desks. */
export function classroom(box: Box, random: RandomStream): PageShape[] {
  const space = room(box, random);
  const { back, at } = space;
  const shapes = shell(space, 12);
  const board: Box = {
    x: back.x + back.width * 0.2,
    y: back.y + back.height * 0.26,
    width: back.width * 0.6,
    height: back.height * 0.34,
  };
  shapes.push(
    { fill: dots(0.5), path: polygon(boxCorners(board)) },
    { fill: 'line', path: outlined(boxCorners(board), 4) },
  );
  let chalk = '';
  for (let i = 0; i < 7; i++) {
    const y = board.y + board.height * (0.22 + 0.14 * (i % 4));
    const x = board.x + board.width * (i < 4 ? 0.1 : 0.55);
    chalk += straight([x, y], [x + board.width * random.between(0.12, 0.32), y + random.between(-2, 2)], 2.6);
  }
  shapes.push({ fill: 'white', path: chalk });
  // Windows on the left wall, each a slanted quadrangle.
  let panes = '';
  let glass = '';
  for (let i = 0; i < 4; i++) {
    const [near, far] = [i * 0.25 + 0.03, i * 0.25 + 0.21];
    const corners = [at(0, 0.22, near), at(0, 0.22, far), at(0, 0.62, far), at(0, 0.62, near)];
    glass += polygon(corners);
    panes +=
      outlined(corners, 2.4) +
      straight(at(0, 0.4, near), at(0, 0.4, far), 1.8) +
      straight(at(0, 0.22, (near + far) / 2), at(0, 0.62, (near + far) / 2), 1.8);
  }
  shapes.push({ fill: 'white', path: glass }, { fill: 'line', path: panes });
  for (const depth of [0.86, 0.66, 0.42, 0.14]) {
    for (const u of [0.16, 0.4, 0.64, 0.88]) shapes.push(...desk(space, u, depth));
  }
  return shapes;
}

function desk({ at }: Room, u: number, depth: number): PageShape[] {
  const top = [
    at(u - 0.075, 0.8, depth),
    at(u + 0.075, 0.8, depth),
    at(u + 0.07, 0.8, depth + 0.1),
    at(u - 0.07, 0.8, depth + 0.1),
  ];
  const [a, b, c] = top as [Point, Point, Point, Point];
  const edge = (b[0] - a[0]) * 0.08;
  let path = outlined(top, 2.2) + straight([a[0], a[1] + edge], [b[0], b[1] + edge], 1.8);
  for (const foot of [a, b, c]) path += straight(foot, [foot[0], foot[1] + (b[0] - a[0]) * 0.62], 2.2);
  return [
    { fill: 'white', path: polygon(top) },
    { fill: 'line', path },
  ];
}
