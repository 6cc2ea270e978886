import type { Character } from '../parameters/catalogue.ts';
import { armor } from './armor.ts';
import { blazer } from './blazer.ts';
import { cloak } from './cloak.ts';
import { dress } from './dress.ts';
import { gakuran } from './gakuran.ts';
import { hoodie } from './hoodie.ts';
import { idol } from './idol.ts';
import { kimono } from './kimono.ts';
import { maid } from './maid.ts';
import type { Outfit } from './outfit.ts';
import { sailor } from './sailor.ts';
import { shirt } from './shirt.ts';
import { suit } from './suit.ts';
import { sweater } from './sweater.ts';
import { tracksuit } from './tracksuit.ts';
import { tshirt } from './tshirt.ts';
import { turtleneck } from './turtleneck.ts';

/** All outfits by the name that the catalogue gives them. */
export const outfits: Readonly<Record<Character['outfit'], Outfit>> = {
  sailor,
  blazer,
  shirt,
  hoodie,
  turtleneck,
  kimono,
  maid,
  gakuran,
  tshirt,
  dress,
  suit,
  armor,
  sweater,
  idol,
  tracksuit,
  cloak,
};
