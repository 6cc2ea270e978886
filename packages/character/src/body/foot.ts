import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import { blob, outline } from '../geometry/path.ts';
import { add, direction, distance, mix, turnRight, type Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import type { Character } from '../parameters/catalogue.ts';
import type { Figure, Sign } from './figure.ts';
import { legLimb } from './leg-limb.ts';
import { limbPath, limbStrip, sideAt, sideBetween } from './limb.ts';

/** A place on the foot: x outwards, y from the ankle (0) to the toes (100). */
type FootMap = (points: readonly Point[]) => Point[];

const barefoot: readonly Point[] = [
  [-17, -6],
  [-19, 16],
  [-25, 48],
  [-27, 74],
  [-20, 92],
  [-4, 100],
  [12, 97],
  [24, 84],
  [27, 62],
  [21, 24],
  [17, -6],
];
const shoe: readonly Point[] = [
  [-20, 8],
  [-24, 34],
  [-31, 60],
  [-31, 80],
  [-22, 99],
  [0, 107],
  [21, 101],
  [31, 84],
  [32, 62],
  [25, 34],
  [20, 8],
];

/** Draws a foot in its shoe, seen from the front and a little from above. */
export function drawFoot(figure: Figure, sign: Sign, at: number, kind: Character['shoes']): void {
  const { joints } = figure.skeleton;
  const suffix = sign === 1 ? 'Left' : 'Right';
  const ankle = figure.scene.place(joints[`ankle${suffix}`]);
  const toe = figure.scene.place(joints[`toe${suffix}`]);
  const along = direction(ankle, toe);
  const size = distance(ankle, toe) / 100;
  const normal = turnRight(along);
  const width =
    figure.scene.scale * (figure.proportions.foot / 126) * (figure.proportions.chibi ? 1.25 : 0.98) * -sign;
  const map: FootMap = (points) =>
    points.map(([x, y]) => add(add(ankle, normal, x * width), along, y * size));
  const side = sign === 1 ? 'left' : 'right';
  const bare = kind === 'barefoot' || kind === 'sandals';
  const socks = figure.scene.character.socks !== 'none';
  const base = figure.sheet('foot', at, side);
  const cover: Material = socks ? 'sock' : 'skin';
  base.flat(cover, blob(map(barefoot)));
  const far = figure.far * sign;
  base.shade(
    cover,
    outline(
      map(
        far > 0
          ? [
              [17, 0],
              [21, 24],
              [27, 62],
              [24, 84],
            ]
          : [
              [-17, 0],
              [-19, 16],
              [-25, 48],
              [-26, 74],
            ],
      ),
      map(
        far > 0
          ? [
              [14, 78],
              [10, 30],
              [8, 0],
            ]
          : [
              [-14, 70],
              [-10, 30],
              [-8, 0],
            ],
      ),
    ),
  );
  if (bare || kind === 'heels') {
    base.line(cover, spline(map(barefoot), 3), 0.9, { start: 0.5, end: 0.5, taper: 0.2 });
    if (figure.fine && !socks)
      for (const x of [-14, -5, 4, 13])
        base.line(
          cover,
          map([
            [x, 96 - Math.abs(x + 4) * 0.3],
            [x, 84],
          ]),
          0.45,
        );
  }
  if (kind === 'barefoot') return;
  const sheet = figure.sheet('shoe', at + 0.1, side);
  if (kind === 'sandals') return drawSandal(sheet, map);
  if (kind === 'boots') drawBootShaft(figure, sheet, sign);
  const opening: readonly Point[] =
    kind === 'boots'
      ? [
          [-17, -8],
          [0, -6],
          [17, -8],
        ]
      : kind === 'heels'
        ? [
            [-27, 58],
            [-16, 72],
            [0, 77],
            [16, 72],
            [27, 58],
          ]
        : kind === 'loafers'
          ? [
              [-22, 20],
              [-15, 40],
              [0, 47],
              [15, 40],
              [22, 20],
            ]
          : [
              [-19, 2],
              [0, 8],
              [19, 2],
            ];
  const body = shoe.filter(([, y]) => y > (kind === 'heels' ? 58 : kind === 'loafers' ? 22 : 6));
  const material: Material = kind === 'sneakers' ? 'linen' : 'shoe';
  const contour = map(body);
  const mouth = map(opening);
  sheet.flat(material, outline(contour, mouth.toReversed()));
  const upper: readonly Point[] =
    kind === 'heels'
      ? []
      : [
          [26, 40],
          [14, 46],
        ];
  sheet.shade(
    material,
    outline(
      map(
        far > 0
          ? [[21, 101], [31, 84], [32, 64], ...upper]
          : [[-22, 99], [-31, 80], [-31, 62], ...upper.map(([x, y]): Point => [-x, y])],
      ),
      map(
        far > 0
          ? [
              [18, 72],
              [17, 98],
            ]
          : [
              [-18, 72],
              [-16, 96],
            ],
      ),
    ),
  );
  // The sole.
  const soleMaterial: Material = kind === 'sneakers' ? 'trim' : 'leather';
  sheet.shade(
    soleMaterial,
    outline(
      map([
        [-32, 76],
        [-23, 96],
        [0, 104],
        [22, 98],
        [33, 78],
      ]),
      map([
        [33, 84],
        [23, 106],
        [0, 113],
        [-24, 104],
        [-32, 83],
      ]),
    ),
    { tone: kind === 'sneakers' ? 'flat' : 'deep' },
  );
  sheet.line(material, spline(contour, 3), 1, { start: 0.6, end: 0.6, taper: 0.2 });
  sheet.line(
    material,
    spline(
      map([
        [-32, 83],
        [-24, 104],
        [0, 113],
        [23, 106],
        [33, 84],
      ]),
      3,
    ),
    1,
    { start: 0.7, end: 0.7 },
  );
  if (kind !== 'boots') sheet.line(material, spline(mouth, 3), 0.8, { start: 0.6, end: 0.6 });
  if (kind === 'loafers') {
    sheet.line(
      material,
      spline(
        map([
          [-24, 58],
          [-12, 70],
          [0, 73],
          [12, 70],
          [24, 58],
        ]),
        3,
      ),
      0.6,
      { start: 0.5, end: 0.5 },
    );
    if (figure.fine)
      sheet.highlight(
        material,
        blob(
          map([
            [-8 * far, 84],
            [-15 * far, 80],
            [-18 * far, 88],
            [-10 * far, 94],
          ]),
        ),
      );
  }
  if (kind === 'heels')
    sheet.highlight(
      material,
      blob(
        map([
          [-6 * far, 88],
          [-13 * far, 84],
          [-14 * far, 92],
        ]),
      ),
    );
  if (kind === 'sneakers') {
    sheet.flat(
      'cloth',
      outline(
        map([
          [-20, 10],
          [-25, 34],
          [-30, 56],
          [-16, 64],
          [-12, 20],
        ]),
      ),
    );
    sheet.flat(
      'cloth',
      outline(
        map([
          [20, 10],
          [25, 34],
          [31, 56],
          [16, 64],
          [12, 20],
        ]),
      ),
    );
    sheet.line(
      'linen',
      spline(
        map([
          [-26, 70],
          [-10, 78],
          [10, 78],
          [26, 70],
        ]),
        3,
      ),
      0.6,
      { start: 0.6, end: 0.6 },
    );
    if (figure.fine)
      for (const y of [22, 36, 50, 62])
        sheet.line(
          'linen',
          map([
            [-11, y],
            [11, y + 4],
          ]),
          0.7,
          { start: 0.7, end: 0.7 },
        );
  }
  if (kind === 'boots' && figure.fine)
    for (const y of [20, 36, 52])
      sheet.line(
        'shoe',
        map([
          [-11, y],
          [11, y + 5],
        ]),
        0.7,
        { start: 0.6, end: 0.6 },
      );
}

function drawSandal(sheet: Sheet, map: FootMap): void {
  for (const [a, b] of [
    [52, 62],
    [22, 30],
  ] as const) {
    const band = map([
      [-27, a],
      [0, a + 10],
      [27, a],
    ]);
    const low = map([
      [-28, b],
      [0, b + 10],
      [28, b],
    ]);
    sheet.flat('shoe', outline(band, low.toReversed()));
    sheet.line('shoe', spline(band, 3), 0.7, { start: 0.7, end: 0.7 });
    sheet.line('shoe', spline(low, 3), 0.8, { start: 0.7, end: 0.7 });
  }
  const sole = outline(
    map([
      [-27, 74],
      [-20, 92],
      [-4, 100],
      [12, 97],
      [24, 84],
      [28, 66],
    ]),
    map([
      [32, 70],
      [27, 92],
      [13, 107],
      [-5, 110],
      [-25, 101],
      [-32, 78],
    ]),
  );
  sheet.flat('leather', sole);
  sheet.line(
    'leather',
    spline(
      map([
        [32, 70],
        [27, 92],
        [13, 107],
        [-5, 110],
        [-25, 101],
        [-32, 78],
      ]),
      3,
    ),
    1,
    { start: 0.6, end: 0.6 },
  );
}

/** The shaft of a boot round the calf. */
function drawBootShaft(figure: Figure, sheet: Sheet, sign: Sign): void {
  const top = 1.3;
  const limb = legLimb(figure, sign, (t) => (t < 1.6 ? 1.1 : 1.1 + (t - 1.6) * 0.55));
  sheet.flat('shoe', limbPath(limb, top, 2));
  sheet.shade('shoe', limbStrip(limb, figure.far === 1 ? 'left' : 'right', top, 2, 0.36));
  for (const side of [limb.right, limb.left])
    sheet.line('shoe', spline(sideBetween(side, top, 2), 3), 1, { start: 0.7, end: 0.7, taper: 0.2 });
  const a = sideAt(limb.right, top);
  const b = sideAt(limb.left, top);
  sheet.line(
    'shoe',
    spline([a, add(mix(a, b, 0.5), direction(limb.joints[1], limb.joints[2]), 6 * figure.unit), b], 3),
    0.9,
    { start: 0.7, end: 0.7 },
  );
  for (const t of [1.84, 1.9])
    sheet.line('shoe', [sideAt(limb.right, t), mix(sideAt(limb.right, t), sideAt(limb.left, t), 0.4)], 0.5, {
      start: 0.8,
    });
}
