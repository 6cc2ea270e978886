import type { BrushSettings } from './brush-settings.ts';
import type { Dab } from './dab.ts';
import type { PathPoint } from './polyline.ts';
import { applyPressure, compilePressureCurve } from './pressure-curve.ts';

/**
 * Makes the dab at a place of a stroke.
 * @param taper share of the width that the tapered ends leave, 0-1
 * @param inLine whether it is one of many along a line
 */
export type DabDynamics = (point: PathPoint, taper: number, inLine: boolean) => Dab;

/** Tabulates the pressure curves of a brush. */
export function compileDabDynamics(settings: BrushSettings): DabDynamics {
  const { pressure, size, minimumSize, flow } = settings;
  const [sizeTable, opacityTable, flowTable] = [pressure.size, pressure.opacity, pressure.flow].map(
    (curve) => curve && compilePressureCurve(curve),
  );
  return (point, taper, inLine) => {
    const bySize = sizeTable ? minimumSize + (1 - minimumSize) * applyPressure(sizeTable, point.pressure) : 1;
    const diameter = size * bySize * taper;
    return {
      x: point.x,
      y: point.y,
      size: diameter,
      flow: flowTable ? flow * applyPressure(flowTable, point.pressure) : flow,
      opacity: opacityTable ? applyPressure(opacityTable, point.pressure) : 1,
      gain: inLine ? lineGain(diameter) : 1,
    };
  };
}

/**
 * A line of width d covers d pixels for each that it is long; the best that discs reach in a pixel is
 * about d² / this of it while they fit in, and as much as the line once they are wider. Measured over
 * lines of all directions and places, half a pixel between dabs.
 */
const THIN_LINE = 1.18;

/** Coverage of a line over that of discs of its diameter along it; right within 8 % from 0.5 px on. */
function lineGain(diameter: number): number {
  return diameter > 0 ? Math.cbrt(1 + (THIN_LINE / diameter) ** 3) : 1;
}
