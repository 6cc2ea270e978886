import { linearToSrgb, srgbToLinear } from './srgb-transfer.ts';

/** CIE 1976 L*a*b* with the white of sRGB (D65): L* 0-100. */
export type Lab = readonly [l: number, a: number, b: number];

/** CIE 15: where the cube root gives way to a line. */
const EPSILON = 216 / 24389;
const KAPPA = 24389 / 27;
/** D65 of sRGB, Y = 1 (IEC 61966-2-1: x = 0.3127, y = 0.3290). */
const WHITE = [0.3127 / 0.329, 1, (1 - 0.3127 - 0.329) / 0.329] as const;

/** A colour of sRGB, 0-1 a channel, in CIELAB. */
export function rgbToLab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [srgbToLinear(red), srgbToLinear(green), srgbToLinear(blue)];
  const x = forward((0.4123907993 * r + 0.3575843394 * g + 0.1804807884 * b) / WHITE[0]);
  const y = forward(0.2126390059 * r + 0.7151686788 * g + 0.0721923154 * b);
  const z = forward((0.0193308187 * r + 0.1191947798 * g + 0.9505321522 * b) / WHITE[2]);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** The inverse of {@link rgbToLab}; what sRGB cannot show is clamped by channel. */
export function labToRgb([l, a, b]: Lab): [red: number, green: number, blue: number] {
  const fy = (l + 16) / 116;
  const x = backward(fy + a / 500) * WHITE[0];
  const y = backward(fy);
  const z = backward(fy - b / 200) * WHITE[2];
  return [
    encode(3.2409699419 * x - 1.5373831776 * y - 0.4986107603 * z),
    encode(-0.9692436363 * x + 1.8759675015 * y + 0.0415550574 * z),
    encode(0.0556300797 * x - 0.2039769589 * y + 1.0569715142 * z),
  ];
}

/** The squared distance of two colours: CIE 1976 delta E, squared. */
export function squaredDeltaE(one: Lab, other: Lab): number {
  return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2;
}

function forward(t: number): number {
  return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
}

function backward(f: number): number {
  const cube = f ** 3;
  return cube > EPSILON ? cube : (116 * f - 16) / KAPPA;
}

function encode(linear: number): number {
  return linearToSrgb(Math.min(1, Math.max(0, linear)));
}
