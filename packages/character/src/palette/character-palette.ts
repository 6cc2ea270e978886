import type { Character } from '../parameters/catalogue.ts';
import { clothColours, eyeColours, groundColours, hairColours, skinColours } from '../parameters/swatches.ts';
import type { Material } from './material.ts';
import { hexToOklch, oklchToHex } from './oklch.ts';
import { ramp, surfaces, type Ramp } from './ramp.ts';

/** The colours of everything in one character's drawing. */
export type Palette = Readonly<Record<Material, Ramp>>;

const resolve = (value: string, swatches: Readonly<Record<string, string>>): string =>
  swatches[value] ?? value;

/** `hex` with its lightness multiplied and its chroma scaled. */
function tint(hex: string, lightness: number, chroma = 1): string {
  const { l, c, h } = hexToOklch(hex);
  return oklchToHex({ l: l * lightness, c: c * chroma, h });
}

/** The second colour of a background: a little deeper than the ground, never a contrast that vies with the figure. */
function pattern(ground: string): string {
  const { l, c, h } = hexToOklch(ground);
  return oklchToHex({ l: l * 0.945, c: c + Math.min(c * 0.7, 0.016), h });
}

/**
 * The palette of a character in colour. `year` moves it from the saturated colours of the 2000s (-1.5)
 * to the paler, softer ones of today (1.5).
 */
export function characterPalette(character: Character): Palette {
  const era = (hex: string): string => {
    const { l, c, h } = hexToOklch(hex);
    return oklchToHex({ l: l + character.year * 0.014, c: c * (1 - character.year * 0.09), h });
  };
  const hair = era(resolve(character.hairColor, hairColours));
  const iris = resolve(character.eyeColor, eyeColours);
  const skin = resolve(character.skinColor, skinColours);
  const cloth = era(resolve(character.outfitColor, clothColours));
  const trim = era(resolve(character.trimColor, clothColours));
  const ground = resolve(character.backgroundColor, groundColours);
  const hairTone = hexToOklch(hair);
  const skinLight = hexToOklch(skin).l;
  const lash = oklchToHex({
    l: Math.min(0.3, 0.17 + hairTone.l * 0.12),
    c: Math.min(0.045, hairTone.c * 0.5 + 0.012),
    h: hairTone.h,
  });
  const brow = oklchToHex({
    l: Math.min(0.62, Math.max(0.24, hairTone.l * 0.62)),
    c: hairTone.c * 0.8,
    h: hairTone.h,
  });
  const lips = oklchToHex({ l: skinLight * 0.55, c: 0.1, h: 22 });
  return {
    skin: ramp(skin, surfaces.skin),
    hair: ramp(hair, surfaces.hair),
    hairAccent: ramp(era(resolve(character.hairAccentColor, hairColours)), surfaces.hair),
    brow: { ...ramp(brow, surfaces.hair), line: brow },
    lash: { ...ramp(lash), line: lash },
    sclera: {
      ...ramp(skinLight < 0.7 ? '#ece6e4' : '#fbfafc', surfaces.linen),
      shade: skinLight < 0.7 ? '#bdb6c2' : '#d5d3e4',
      line: lash,
    },
    iris: ramp(iris, surfaces.iris),
    irisLeft: ramp(
      character.eyeColorLeft === 'same' ? iris : resolve(character.eyeColorLeft, eyeColours),
      surfaces.iris,
    ),
    sparkle: { ...ramp('#ffffff'), shade: '#ffffff', highlight: '#ffffff', light: '#ffffff' },
    lips: { ...ramp(lips), line: lips },
    mouth: ramp(oklchToHex({ l: 0.47, c: 0.13, h: 20 })),
    tongue: ramp(oklchToHex({ l: 0.72, c: 0.12, h: 18 })),
    teeth: ramp('#fdfbf9', surfaces.linen),
    blush: ramp(oklchToHex({ l: skinLight * 0.82, c: 0.13, h: 18 })),
    tear: { ...ramp('#d9f0fb'), line: '#6fa5c8', highlight: '#ffffff' },
    cloth: ramp(cloth),
    cloth2: ramp(era(resolve(character.outfitColor2, clothColours))),
    trim: ramp(trim),
    linen: ramp('#f7f5f6', surfaces.linen),
    sock: ramp(hexToOklch(cloth).l < 0.55 ? tint(cloth, 0.85, 0.8) : '#f4f3f5', surfaces.cloth),
    shoe: ramp('#5b4038'),
    leather: ramp('#7b5640'),
    metal: ramp('#d9b65c'),
    glass: { ...ramp('#dff0f6'), line: '#54606e' },
    frame: { ...ramp(tint(trim, 0.6)), line: tint(trim, 0.42) },
    hat: ramp(tint(cloth, 0.95)),
    ornament: ramp(trim),
    leaf: ramp('#7fae74'),
    horn: ramp('#e9dcc4'),
    animalEar: ramp(hair, surfaces.hair),
    ground: ramp(ground, surfaces.plain),
    ground2: ramp(pattern(ground), surfaces.plain),
    ink: { ...ramp('#2c2733'), line: '#2c2733' },
  };
}
