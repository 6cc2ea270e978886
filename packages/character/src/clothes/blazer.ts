import { drawJacket } from './jacket.ts';
import { longTrousers, pleatedSkirt, skirtOrTrousers } from './lower-pieces.ts';
import type { Outfit } from './outfit.ts';

/** School blazer with a badge, over shirt and tie or bow. */
export const blazer: Outfit = {
  sleeve: () => ({ material: 'cloth', end: 1.95, shoulder: 1.1, elbow: 1.32, hem: 1.62, seam: true }),
  draw: (figure) => {
    const { character } = figure.scene;
    const random = figure.scene.random('blazer');
    const piping = random.chance(0.4) ? ('cloth2' as const) : undefined;
    const girl = figure.proportions.gender === 'girl';
    const sheet = drawJacket(figure, {
      close: 132,
      lapel: 62,
      notch: 46,
      hem: 372,
      buttons: [142, 200, 256],
      buttonMaterial: 'metal',
      tie: character.ribbon ? (girl ? 'bow' : 'tie') : girl && random.chance(0.5) ? 'none' : 'tie',
      ...(piping && { piping }),
      ...(random.chance(0.5) && { tieStripes: 'linen' as const }),
    });
    // The badge on the breast pocket, on the character's left.
    sheet.flat(
      'trim',
      figure.path(
        [
          [46, 90],
          [66, 90],
        ],
        [
          [66, 90],
          [65, 104],
          [56, 113],
        ],
        [
          [56, 113],
          [47, 104],
          [46, 90],
        ],
      ),
    );
    sheet.line(
      'metal',
      figure.all([
        [51, 95],
        [61, 104],
      ]),
      0.8,
      { tone: 'flat' },
    );
    sheet.line(
      'metal',
      figure.all([
        [61, 95],
        [51, 104],
      ]),
      0.8,
      { tone: 'flat' },
    );
    figure.line(
      sheet,
      'trim',
      [
        [46, 90],
        [47, 104],
        [56, 113],
        [65, 104],
        [66, 90],
      ],
      0.5,
      { start: 0.8, end: 0.8 },
    );
    if (!figure.bust)
      for (const x of [-1, 1])
        figure.line(
          sheet,
          'cloth',
          [
            [x * 42, 296],
            [x * 82, 302],
          ],
          0.6,
          { start: 0.8, end: 0.8 },
        );
  },
  lower: (figure) =>
    skirtOrTrousers(
      figure,
      pleatedSkirt('cloth2', { hem: { material: 'trim', kind: 'stripe' } }),
      longTrousers('cloth2'),
    ),
};
