import { createSvgService } from '@koma/core/plugin';
import { Resvg } from '@resvg/resvg-js';

/** Draws SVG as the command line does. Tests only. */
export const drawSvg = createSvgService(async () => Resvg);

/** What a generator's context has that drawing asks for; progress goes nowhere. Tests only. */
export const drawingContext = { drawSvg, progress(): void {} };
