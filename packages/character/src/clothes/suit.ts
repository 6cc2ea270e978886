import { drawJacket } from './jacket.ts';
import { longTrousers, skirtOrTrousers } from './lower-pieces.ts';
import type { Outfit } from './outfit.ts';

/** Business suit with waistcoat and tie. */
export const suit: Outfit = {
  sleeve: () => ({ material: 'cloth', end: 1.94, shoulder: 1.12, elbow: 1.34, hem: 1.66, seam: true }),
  draw: (figure) => {
    const vest = figure.scene.random('suit').chance(0.5) ? ('cloth2' as const) : undefined;
    const sheet = drawJacket(figure, {
      close: 178,
      lapel: 66,
      notch: 56,
      hem: 384,
      buttons: [196, 244],
      buttonMaterial: 'leather',
      tie: 'tie',
      ...(vest && { vest }),
    });
    // Handkerchief in the breast pocket.
    sheet.flat(
      'linen',
      figure.path(
        [
          [50, 94],
          [56, 84],
          [62, 91],
          [69, 82],
          [74, 94],
        ],
        [
          [74, 94],
          [50, 98],
        ],
      ),
    );
    figure.line(
      sheet,
      'linen',
      [
        [50, 94],
        [56, 84],
        [62, 91],
        [69, 82],
        [74, 94],
      ],
      0.5,
      { start: 0.7, end: 0.7 },
    );
    figure.line(
      sheet,
      'cloth',
      [
        [47, 98],
        [78, 93],
      ],
      0.7,
      { start: 0.8, end: 0.8 },
    );
  },
  lower: (figure) =>
    skirtOrTrousers(
      figure,
      { kind: 'skirt', material: 'cloth', length: 0.62, flare: 4, pleats: 'plain' },
      longTrousers('cloth'),
    ),
};
