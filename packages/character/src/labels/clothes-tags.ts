import type { Character } from '../parameters/catalogue.ts';

type Tags = Readonly<Record<string, readonly string[]>>;

const outfits: Tags = {
  sailor: ['serafuku', 'school_uniform', 'sailor_collar'],
  blazer: ['blazer', 'school_uniform'],
  shirt: ['shirt', 'collared_shirt'],
  hoodie: ['hoodie'],
  turtleneck: ['turtleneck', 'sweater'],
  kimono: ['kimono', 'japanese_clothes'],
  maid: ['maid', 'apron'],
  gakuran: ['gakuran', 'school_uniform'],
  tshirt: ['t-shirt', 'shirt'],
  dress: ['dress'],
  suit: ['suit', 'formal'],
  armor: ['armor'],
  sweater: ['sweater'],
  idol: ['idol_clothes'],
  tracksuit: ['track_suit'],
  cloak: ['cloak'],
};

const socks: Tags = {
  ankle: ['socks'],
  knee: ['socks', 'kneehighs'],
  thigh: ['thighhighs'],
  tights: ['pantyhose'],
};

const shoes: Tags = {
  loafers: ['shoes', 'loafers'],
  sneakers: ['shoes', 'sneakers'],
  boots: ['boots'],
  heels: ['high_heels'],
  sandals: ['sandals'],
  barefoot: ['barefoot'],
};

const hats: Tags = {
  beret: ['hat', 'beret'],
  cap: ['hat', 'baseball_cap'],
  straw: ['hat', 'straw_hat'],
  witch: ['hat', 'witch_hat'],
  beanie: ['hat', 'beanie'],
  sailor: ['hat', 'sailor_hat'],
  top: ['hat', 'top_hat'],
  hood: ['hood', 'hood_up'],
  crown: ['crown'],
};

const ornaments: Tags = {
  pin: ['hair_ornament', 'hairclip'],
  cross: ['hair_ornament', 'x_hair_ornament'],
  flower: ['hair_ornament', 'hair_flower'],
  star: ['hair_ornament', 'star_hair_ornament'],
  bow: ['bow', 'hair_bow'],
  bows: ['bow', 'hair_bow'],
  hairband: ['hairband'],
  frill: ['maid_headdress'],
  wreath: ['head_wreath'],
  bell: ['hair_ornament', 'hair_bell'],
};

const glasses: Tags = {
  round: ['glasses', 'round_eyewear'],
  square: ['glasses', 'rectangular_eyewear'],
  halfRim: ['glasses', 'semi-rimless_eyewear'],
  sunglasses: ['sunglasses'],
  eyepatch: ['eyepatch'],
  monocle: ['monocle'],
};

const horns: Tags = {
  oni: ['horns', 'oni_horns'],
  ram: ['horns', 'curled_horns'],
  demon: ['horns', 'demon_horns'],
  unicorn: ['horns', 'single_horn'],
};

const jewellery: Tags = {
  earrings: ['jewelry', 'earrings'],
  choker: ['choker'],
  necklace: ['jewelry', 'necklace'],
  headphones: ['headphones'],
  halo: ['halo'],
};

/** What is worn, as far as the framing shows it. */
export function clothesTags(character: Character): string[] {
  const legs = character.framing !== 'bust';
  return [
    ...(outfits[character.outfit] ?? []),
    ...(character.ribbon ? ['ribbon'] : []),
    ...(legs ? [...(socks[character.socks] ?? []), ...(shoes[character.shoes] ?? [])] : []),
    ...(hats[character.hat] ?? []),
    ...(ornaments[character.hairOrnament] ?? []),
    ...(glasses[character.glasses] ?? []),
    ...(horns[character.horns] ?? []),
    ...(jewellery[character.jewellery] ?? []),
  ];
}
