// The throw-away generator that came before packages/character: 256 × 256 busts with its own sampling.
// Kept as it was, only laid out, because the benchmark compares the variety of both. Not to be improved.

export function rng(seed) {
  let s = seed >>> 0 || 1;
  return () => {
    s |= 0;
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const hsl = (h, s, l) => {
  l = Math.max(0, Math.min(100, l)) / 100;
  s = Math.max(0, Math.min(100, s)) / 100;
  h = ((h % 360) + 360) % 360;
  const k = (n) => (n + h / 30) % 12,
    a = s * Math.min(l, 1 - l),
    f = (n) =>
      Math.round(255 * (l - a * Math.max(-1, Math.min(k(n) - 3, 9 - k(n), 1))))
        .toString(16)
        .padStart(2, '0');
  return '#' + f(0) + f(8) + f(4);
};
const HAIR = {
  blonde: [46, 75, 72],
  brown: [25, 42, 36],
  black: [230, 14, 17],
  blue: [218, 60, 58],
  pink: [338, 68, 76],
  purple: [270, 42, 58],
  green: [140, 36, 48],
  red: [4, 62, 47],
  silver: [220, 10, 78],
  white: [40, 12, 92],
  orange: [24, 78, 58],
  aqua: [184, 52, 62],
  grey: [220, 6, 52],
};
const EYE = {
  blue: [215, 75, 48],
  red: [355, 70, 46],
  brown: [22, 50, 34],
  green: [140, 50, 38],
  purple: [275, 48, 48],
  yellow: [44, 80, 50],
  pink: [335, 65, 58],
  aqua: [185, 60, 45],
  black: [230, 10, 22],
  orange: [22, 80, 48],
};
export function sample(seed) {
  const r = rng(seed),
    u = (a, b) => a + (b - a) * r(),
    pick = (o) => {
      const k = Array.isArray(o) ? o : Object.keys(o);
      return k[Math.floor(r() * k.length)];
    };
  return {
    seed,
    hairColor: pick(HAIR),
    eyeColor: pick(EYE),
    hairStyle: pick(['long', 'short', 'twintail', 'ponytail', 'bob']),
    bangs: pick(['straight', 'parted', 'swept', 'm']),
    smile: r() < 0.6,
    openMouth: r() < 0.3,
    blush: r() < 0.5,
    glasses: r() < 0.1,
    hat: r() < 0.07,
    ribbon: r() < 0.25,
    yaw: u(-0.6, 0.6),
    roll: u(-9, 9),
    faceW: u(0.92, 1.08),
    chin: u(0.9, 1.1),
    eyeSize: u(0.88, 1.16),
    eyeTilt: u(-5, 6),
    eyeGap: u(0.93, 1.07),
    lid: u(0.0, 0.35),
    irisJ: [u(-8, 8), u(-10, 10), u(-6, 8)],
    hairJ: [u(-6, 6), u(-8, 8), u(-5, 5)],
    skinL: r() < 0.08 ? u(58, 70) : u(89, 94),
    skinH: u(18, 30),
    n: 5 + Math.floor(r() * 4),
    brow: u(-6, 6),
    browY: u(-3, 4),
    light: r() < 0.5 ? -1 : 1,
    bg: [u(0, 360), u(10, 45), u(78, 95)],
    cl: [u(0, 360), u(15, 60), u(25, 85)],
    lenJ: u(0.8, 1.2),
    wave: u(0, 1),
    ahoge: r() < 0.25,
    s2: Math.floor(r() * 1e9),
  };
}

function taper(P, w, t0 = 0, t1 = 1) {
  const B = (t) => {
    const m = 1 - t;
    return [0, 1].map(
      (i) => m * m * m * P[0][i] + 3 * m * m * t * P[1][i] + 3 * m * t * t * P[2][i] + t * t * t * P[3][i],
    );
  };
  const L = [],
    R = [];
  const N = 14;
  for (let i = 0; i <= N; i++) {
    const t = t0 + ((t1 - t0) * i) / N,
      a = B(t),
      b = B(Math.min(1, t + 0.01)),
      c = B(Math.max(0, t - 0.01));
    let dx = b[0] - c[0],
      dy = b[1] - c[1],
      d = Math.hypot(dx, dy) || 1;
    const ww = (w * Math.pow(Math.sin(Math.PI * (0.06 + (0.88 * i) / N)), 0.8)) / 2;
    L.push([a[0] - (dy / d) * ww, a[1] + (dx / d) * ww]);
    R.push([a[0] + (dy / d) * ww, a[1] - (dx / d) * ww]);
  }
  return (
    'M' +
    L.concat(R.toReversed())
      .map((p) => p.map((v) => v.toFixed(1)).join(' '))
      .join('L') +
    'Z'
  );
}
export function render(p, S = 256) {
  const r = rng(p.s2),
    u = (a, b) => a + (b - a) * r();
  const hc = HAIR[p.hairColor].map(
      (v, i) => v + p.hairJ[i] * (i == 2 ? 0.6 : 1) * (HAIR[p.hairColor][1] < 20 && i < 2 ? 0.3 : 1),
    ),
    ec = EYE[p.eyeColor].map((v, i) => v + p.irisJ[i]);
  const hair = hsl(...hc),
    hairS = hsl(hc[0] + (hc[0] > 40 && hc[0] < 200 ? 8 : -8), hc[1] + 6, hc[2] * 0.74),
    hairD = hsl(hc[0], hc[1], hc[2] * 0.42),
    hairH = hsl(hc[0] - 6, hc[1], hc[2] + (100 - hc[2]) * 0.55);
  const skin = hsl(p.skinH, 70, p.skinL),
    skinS = hsl(p.skinH - 8, 62, p.skinL * 0.885),
    line = hsl(p.skinH - 6, 45, p.skinL > 80 ? 28 : 20);
  const id = 'g' + p.seed;
  const yx = p.yaw * 11; // feature shift
  const cx = 128,
    fy = 118,
    fw = 56 * p.faceW,
    top = 62,
    chinY = fy + 58 * p.chin;
  const f = [];
  const face = `M${cx - fw} ${fy - 18} C${cx - fw - 1 + yx * 0.2} ${fy + 16} ${cx - fw * 0.78 + yx * 0.5} ${fy + 32} ${cx - 12 + yx * 0.9} ${chinY - 3} Q${cx + yx} ${chinY + 3} ${cx + 12 + yx * 0.9} ${chinY - 3} C${cx + fw * 0.78 + yx * 0.5} ${fy + 32} ${cx + fw + 1 + yx * 0.2} ${fy + 16} ${cx + fw} ${fy - 18} C${cx + fw} ${top - 6} ${cx - fw} ${top - 6} ${cx - fw} ${fy - 18}Z`;
  f.push(
    `<defs><clipPath id="${id}f"><path d="${face}"/></clipPath><linearGradient id="${id}i" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${hsl(ec[0] + 8, ec[1], ec[2] * 0.38)}"/><stop offset=".45" stop-color="${hsl(ec[0], ec[1], ec[2] * 0.85)}"/><stop offset="1" stop-color="${hsl(ec[0] - 12, ec[1] + 8, Math.min(86, ec[2] * 1.55))}"/></linearGradient></defs>`,
  );
  f.push(`<rect width="256" height="256" fill="${hsl(...p.bg)}"/><g transform="rotate(${p.roll} 128 190)">`);
  const hw = fw + 17;
  const crown = 46;
  const o = (d, fill, sw = 2, st = hairD) =>
    `<path d="${d}" fill="${fill}" stroke="${st}" stroke-width="${sw}" stroke-linejoin="round" stroke-linecap="round"/>`;
  // back hair
  const back = (L, flare) => {
    let d = `M${cx - hw} ${fy - 20} C${cx - hw - 8} ${crown - 18} ${cx + hw + 8} ${crown - 18} ${cx + hw} ${fy - 20} C${cx + hw + 6} ${fy + 30} ${cx + hw + flare} ${L - 30} ${cx + hw + flare - 4} ${L}`;
    const n = p.n + 2,
      x1 = cx + hw + flare - 4,
      x0 = cx - hw - flare + 4;
    for (let i = 1; i <= n; i++) {
      const xa = x1 + ((x0 - x1) * (i - 0.5)) / n,
        xb = x1 + ((x0 - x1) * i) / n;
      d += ` Q${xa + u(2, 6)} ${L + u(2, 12)} ${xa} ${L + u(6, 18)} Q${(xa + xb) / 2} ${L} ${xb} ${L - u(0, 9)}`;
    }
    d += ` C${cx - hw - flare} ${L - 30} ${cx - hw - 6} ${fy + 30} ${cx - hw} ${fy - 20}Z`;
    return d;
  };
  if (p.hairStyle == 'twintail' || p.hairStyle == 'ponytail') {
    const tails = p.hairStyle == 'twintail' ? [-1, 1] : [p.light];
    for (const s of tails) {
      const bx = cx + s * (hw - 6),
        by = fy - 34,
        L = 228 * p.lenJ;
      const d = `M${bx} ${by} C${bx + s * 46} ${by - 22} ${bx + s * 50} ${by + 60} ${bx + s * (30 + 14 * p.wave)} ${L - 30} Q${bx + s * 26} ${L - 4} ${bx + s * 12} ${L + 6} Q${bx + s * 22} ${L - 34} ${bx + s * 8} ${L - 40} Q${bx - s * 2} ${by + 70} ${bx - s * 6} ${by + 8}Z`;
      f.push(o(d, hairS));
      f.push(
        `<path d="M${bx + s * 8} ${by + 4} C${bx + s * 40} ${by - 4} ${bx + s * 40} ${by + 60} ${bx + s * 24} ${L - 40} C${bx + s * 30} ${by + 60} ${bx + s * 26} ${by + 20} ${bx + s * 8} ${by + 4}Z" fill="${hair}"/>`,
      );
      f.push(
        `<circle cx="${bx}" cy="${by + 2}" r="6" fill="${hsl(...p.cl)}" stroke="${hairD}" stroke-width="1.5"/>`,
      );
    }
    f.push(o(back(fy + 52, 0), hairS));
  } else
    f.push(
      o(
        back(
          p.hairStyle == 'long' ? 262 : p.hairStyle == 'bob' ? fy + 72 * p.lenJ : fy + 56,
          p.hairStyle == 'long' ? 14 : p.hairStyle == 'bob' ? 6 : -2,
        ),
        hairS,
      ),
    );
  // neck & body
  const cl = hsl(...p.cl),
    clS = hsl(p.cl[0], p.cl[1], p.cl[2] * 0.78),
    clL = hsl(p.cl[0], p.cl[1] * 0.6, p.cl[2] * 0.36);
  f.push(
    o(
      `M${cx - 15} ${chinY - 18} L${cx - 15} ${chinY + 22} Q${cx - 40} ${chinY + 30} ${cx - 60} ${chinY + 40} L${cx - 60} 262 L${cx + 60} 262 L${cx + 60} ${chinY + 40} Q${cx + 40} ${chinY + 30} ${cx + 15} ${chinY + 22} L${cx + 15} ${chinY - 18}Z`,
      skin,
      1.6,
      line,
    ),
  );
  f.push(
    `<path d="M${cx - 15} ${chinY - 14} L${cx - 15} ${chinY + 4} Q${cx + p.light * -2} ${chinY + 20} ${cx + 15} ${chinY + 6} L${cx + 15} ${chinY - 14}Z" fill="${skinS}"/>`,
  );
  f.push(
    o(
      `M${cx - 26} ${chinY + 24} Q${cx - 62} ${chinY + 30} ${cx - 84} ${chinY + 52} L${cx - 96} 262 L${cx + 96} 262 L${cx + 84} ${chinY + 52} Q${cx + 62} ${chinY + 30} ${cx + 26} ${chinY + 24} L${cx} ${chinY + 58}Z`,
      cl,
      2,
      clL,
    ),
  );
  f.push(
    o(
      `M${cx - 26} ${chinY + 22} L${cx - 40} ${chinY + 44} L${cx - 8} ${chinY + 66} L${cx} ${chinY + 56}Z`,
      hsl(p.cl[0], p.cl[1] * 0.3, 94),
      1.6,
      clL,
    ) +
      o(
        `M${cx + 26} ${chinY + 22} L${cx + 40} ${chinY + 44} L${cx + 8} ${chinY + 66} L${cx} ${chinY + 56}Z`,
        hsl(p.cl[0], p.cl[1] * 0.3, 94),
        1.6,
        clL,
      ),
  );
  f.push(
    `<path d="M${cx + p.light * -84} ${chinY + 52} L${cx + p.light * -96} 262 L${cx + p.light * -60} 262 Q${cx + p.light * -66} ${chinY + 70} ${cx + p.light * -84} ${chinY + 52}Z" fill="${clS}"/>`,
  );
  if (p.ribbon) {
    const y = chinY + 60;
    f.push(
      o(
        `M${cx} ${y} Q${cx - 26} ${y - 16} ${cx - 28} ${y + 2} Q${cx - 26} ${y + 16} ${cx} ${y + 4} Q${cx + 26} ${y + 16} ${cx + 28} ${y + 2} Q${cx + 26} ${y - 16} ${cx} ${y}Z`,
        hsl(p.cl[0] + 150, 62, 52),
        1.8,
        hsl(p.cl[0] + 150, 50, 25),
      ),
    );
  }
  // ears
  for (const s of [-1, 1])
    f.push(
      o(
        `M${cx + s * (fw - 3)} ${fy - 6} Q${cx + s * (fw + 13)} ${fy - 16} ${cx + s * (fw + 8)} ${fy + 6} Q${cx + s * (fw + 3)} ${fy + 20} ${cx + s * (fw - 8)} ${fy + 16}Z`,
        skin,
        1.6,
        line,
      ),
    );
  // face
  f.push(o(face, skin, 1.9, line));
  f.push(
    `<g clip-path="url(#${id}f)"><path d="M${cx - 70} ${top} L${cx + 70} ${top} L${cx + 70} ${fy - 10} Q${cx} ${fy - 26} ${cx - 70} ${fy - 10}Z" fill="${skinS}"/><path d="M${cx - p.light * (fw + 2)} ${fy - 30} Q${cx - p.light * (fw - 16)} ${fy + 14} ${cx - p.light * 26 + yx} ${chinY + 6} L${cx - p.light * 80} ${chinY + 10}Z" fill="${skinS}" opacity=".75"/>`,
  );
  if (p.blush)
    for (const s of [-1, 1])
      f.push(
        `<ellipse cx="${cx + yx + s * 34 * p.eyeGap}" cy="${fy + 29}" rx="12" ry="6.5" fill="#f17e87" opacity=".45"/>`,
      );
  f.push('</g>');
  // eyes
  const ey = fy + 10,
    kp = {};
  for (const s of [-1, 1]) {
    const ex = cx + yx + s * 27 * p.eyeGap,
      w = 15.5 * p.eyeSize * (1 + 0.16 * -s * p.yaw * -1 * -1),
      h = 17.5 * p.eyeSize * (1 - p.lid * 0.5);
    kp[s < 0 ? 'eyeL' : 'eyeR'] = [ex, ey];
    const t = p.eyeTilt * -s;
    const eye = `M${-w} ${1} C${-w * 0.82} ${-h * 0.85} ${w * 0.1} ${-h * 1.12} ${w * 0.9 * 1} ${-h * 0.25} C${w * 1.02} ${h * 0.4} ${w * 0.4} ${h * 0.8} ${-w * 0.1} ${h * 0.8} C${-w * 0.7} ${h * 0.78} ${-w * 0.95} ${h * 0.45} ${-w} 1Z`;
    const flip = s < 0 ? 1 : -1;
    f.push(
      `<g transform="translate(${ex} ${ey}) rotate(${t}) scale(${-flip} 1)"><clipPath id="${id}e${s + 1}"><path d="${eye}"/></clipPath><path d="${eye}" fill="#fdfcfb"/><g clip-path="url(#${id}e${s + 1})">`,
    );
    const ix = -flip * p.yaw * 3,
      ir = w * 0.7,
      irh = h * 0.93;
    f.push(
      `<ellipse cx="${ix}" cy="${-h * 0.08}" rx="${ir}" ry="${irh}" fill="url(#${id}i)" stroke="${hsl(ec[0], ec[1], ec[2] * 0.32)}" stroke-width="1.8"/><ellipse cx="${ix}" cy="${-h * 0.05}" rx="${ir * 0.42}" ry="${irh * 0.45}" fill="${hsl(ec[0], ec[1], ec[2] * 0.22)}"/><ellipse cx="${ix}" cy="${h * 0.5}" rx="${ir * 0.6}" ry="${irh * 0.25}" fill="${hsl(ec[0] - 10, ec[1], Math.min(92, ec[2] * 1.75))}" opacity=".65"/><path d="M${-w * 1.2} ${-h * 1.3} L${w * 1.2} ${-h * 1.3} L${w * 1.2} ${-h * 0.42} Q0 ${-h * 0.72} ${-w * 1.2} ${-h * 0.2}Z" fill="#333046" opacity=".28"/>`,
    );
    f.push(
      `</g><ellipse cx="${ix + flip * -ir * 0.4 * p.light * -1}" cy="${-h * 0.42}" rx="${ir * 0.34}" ry="${irh * 0.24}" fill="#fff"/><circle cx="${ix + flip * ir * 0.36 * p.light * -1}" cy="${h * 0.34}" r="${ir * 0.16}" fill="#fff" opacity=".9"/>`,
    );
    const lash = hsl(hc[0], Math.min(hc[1], 30), Math.min(22, hc[2] * 0.3));
    f.push(
      `<path d="${taper(
        [
          [-w * 1.02, 2],
          [-w * 0.84, -h * 1.0],
          [w * 0.15, -h * 1.3],
          [w * 1.2, -h * 0.12],
        ],
        5.4,
      )}" fill="${lash}"/><path d="${taper(
        [
          [w * 0.7, -h * 0.55],
          [w * 0.95, -h * 0.5],
          [w * 1.1, -h * 0.35],
          [w * 1.42, -h * 0.42],
        ],
        3,
      )}" fill="${lash}"/><path d="${taper(
        [
          [-w * 0.5, h * 0.8],
          [-w * 0.1, h * 0.92],
          [w * 0.3, h * 0.86],
          [w * 0.72, h * 0.5],
        ],
        1.8,
      )}" fill="${lash}"/><path d="${taper(
        [
          [-w * 0.7, -h * 1.12],
          [-w * 0.3, -h * 1.42],
          [w * 0.4, -h * 1.42],
          [w * 0.95, -h * 0.82],
        ],
        1.5,
      )}" fill="${line}"/></g>`,
    );
    f.push(
      `<path d="${taper(
        [
          [ex - s * 12, ey - 27 + p.browY + p.brow * 0.35],
          [ex - s * 4, ey - 32 + p.browY],
          [ex + s * 8, ey - 32 + p.browY - p.brow * 0.2],
          [ex + s * 16, ey - 26 + p.browY - p.brow * 0.3],
        ],
        3,
      )}" fill="${hsl(hc[0], hc[1], hc[2] * 0.55)}"/>`,
    );
  }
  // nose & mouth
  const nx = cx + yx * 1.35,
    ny = fy + 33,
    my = fy + 44 * (0.5 + 0.5 * p.chin);
  f.push(
    `<path d="M${nx - p.light * -1} ${ny - 3} L${nx + p.light * 2} ${ny + 1} L${nx - p.light * 1} ${ny + 2}Z" fill="${hsl(p.skinH - 10, 45, p.skinL * 0.68)}"/>`,
  );
  const mx = cx + yx * 1.2,
    mw = p.openMouth ? 8.5 : 10;
  if (p.openMouth)
    f.push(
      `<path d="M${mx - mw} ${my - 2} Q${mx} ${my + (p.smile ? 1 : -4)} ${mx + mw} ${my - 2} Q${mx + mw * 0.7} ${my + (p.smile ? 11 : 8)} ${mx} ${my + (p.smile ? 12 : 9)} Q${mx - mw * 0.7} ${my + (p.smile ? 11 : 8)} ${mx - mw} ${my - 2}Z" fill="#b63543" stroke="${line}" stroke-width="1.6" stroke-linejoin="round"/><path d="M${mx - mw * 0.5} ${my + 8} Q${mx} ${my + 4} ${mx + mw * 0.5} ${my + 8} Q${mx} ${my + 12} ${mx - mw * 0.5} ${my + 8}Z" fill="#f17e86"/>`,
    );
  else
    f.push(
      `<path d="${taper(
        [
          [mx - mw, my + (p.smile ? -1 : 1)],
          [mx - mw * 0.4, my + (p.smile ? 5 : -1)],
          [mx + mw * 0.4, my + (p.smile ? 5 : -1)],
          [mx + mw, my + (p.smile ? -1 : 1)],
        ],
        2.2,
      )}" fill="${line}"/>`,
    );
  kp.nose = [nx, ny];
  kp.mouth = [mx, my];
  if (p.glasses) {
    const g = hsl(p.cl[0], 50, 24);
    for (const s of [-1, 1])
      f.push(
        `<rect x="${cx + yx + s * 27 * p.eyeGap - 19}" y="${ey - 13}" width="38" height="29" rx="11" fill="#fff" fill-opacity=".12" stroke="${g}" stroke-width="2.4"/>`,
      );
    f.push(
      `<path d="M${cx + yx - 8} ${ey - 2} Q${cx + yx} ${ey - 6} ${cx + yx + 8} ${ey - 2}" fill="none" stroke="${g}" stroke-width="2.2"/>`,
    );
  }
  // front hair: side locks + cap + bangs as pointed tufts
  for (const s of [-1, 1]) {
    const L = p.hairStyle == 'short' ? fy + 34 : fy + (52 + 26 * p.lenJ);
    f.push(
      o(
        `M${cx + s * (hw - 1)} ${fy - 34} C${cx + s * (hw + 7)} ${fy} ${cx + s * (hw + 2)} ${L - 22} ${cx + s * (fw - 3)} ${L} Q${cx + s * (fw - 3)} ${L - 26} ${cx + s * (fw - 8)} ${fy + 2} Q${cx + s * (fw - 12)} ${fy - 20} ${cx + s * (fw - 14)} ${fy - 42}Z`,
        hair,
      ),
    );
  }
  const n = p.n,
    x0 = cx - hw + 3,
    x1 = cx + hw - 3,
    base = fy - 20;
  let tips = [];
  for (let i = 0; i < n; i++) {
    const t = (i + 0.5) / n;
    let drop = {
      straight: 20,
      parted: 24 * Math.abs(t - 0.5) * 2 + 2,
      swept: 8 + 22 * (p.light > 0 ? t : 1 - t),
      m: 22 - 16 * Math.abs(Math.abs(t - 0.5) - 0.25) * 4 + 4,
    }[p.bangs];
    tips.push([
      x0 + (x1 - x0) * t + u(-4, 4) + yx * 0.5 + (p.bangs == 'swept' ? p.light * 8 : 0),
      base + drop + u(-5, 6),
    ]);
  }
  let d = `M${x0 - 3} ${fy - 8} C${cx - hw - 7} ${crown - 24} ${cx + hw + 7} ${crown - 24} ${x1 + 3} ${fy - 8}`;
  for (let i = n - 1; i >= 0; i--) {
    const [a, b] = tips[i];
    const vx = x0 + ((x1 - x0) * i) / n + yx * 0.4,
      vy = base - u(6, 16) + (i == 0 ? 20 : 0);
    d += ` Q${a + 7} ${b - 14} ${a} ${b} Q${(a + vx) / 2 - 1} ${b - 13} ${vx} ${vy}`;
  }
  d += 'Z';
  f.push(
    `<g clip-path="url(#${id}f)"><path d="${d}" transform="translate(${-p.light * 3} 7)" fill="${skinS}"/></g>`,
  );
  f.push(o(d, hair, 2.1));
  f.push(`<clipPath id="${id}b"><path d="${d}"/></clipPath><g clip-path="url(#${id}b)">`);
  for (let i = 0; i < n; i++) {
    const [a, b] = tips[i];
    f.push(
      `<path d="M${a} ${b + 1} Q${a + p.light * -3} ${b - 16} ${a - p.light * 11} ${b - 30} L${a - p.light * 4} ${b - 32} Q${a + p.light * 4} ${b - 12} ${a} ${b + 1}Z" fill="${hairS}"/>`,
    );
  }
  const hy = fy - 50;
  let z = `M${cx - hw + 10} ${hy + 14}`;
  const m = 9;
  for (let i = 1; i <= m; i++) {
    const t = i / m,
      x = cx - hw + 10 + (2 * hw - 20) * t,
      y = hy + 14 - 26 * Math.sin(Math.PI * t);
    z += ` L${x - (2 * hw - 20) / m / 2} ${y - u(4, 9) + 3} L${x} ${y + 2}`;
  }
  for (let i = m; i >= 1; i--) {
    const t = i / m,
      x = cx - hw + 10 + (2 * hw - 20) * t,
      y = hy + 22 - 26 * Math.sin(Math.PI * t);
    z += ` L${x} ${y} L${x - (2 * hw - 20) / m / 2} ${y + u(3, 9)}`;
  }
  z += 'Z';
  f.push(`<path d="${z}" fill="${hairH}" opacity=".7"/></g>`);
  for (let i = 0; i < n; i++) {
    const vx = x0 + ((x1 - x0) * i) / n + yx * 0.4;
    if (i)
      f.push(
        `<path d="${taper(
          [
            [vx, base - 12],
            [vx + 1, base - 26],
            [vx + (cx - vx) * 0.2, crown + 22],
            [vx + (cx - vx) * 0.45, crown + 12],
          ],
          1.8,
        )}" fill="${hairD}"/>`,
      );
  }
  if (p.ahoge)
    f.push(
      o(
        `M${cx} ${crown - 6} Q${cx + p.light * 4} ${crown - 34} ${cx + p.light * 26} ${crown - 30} Q${cx + p.light * 12} ${crown - 24} ${cx + p.light * 9} ${crown - 4}Z`,
        hair,
        1.8,
      ),
    );
  if (p.hat)
    f.push(
      o(
        `M${cx - hw - 4} ${fy - 44} C${cx - hw} ${crown - 40} ${cx + hw} ${crown - 40} ${cx + hw + 4} ${fy - 44} Q${cx} ${fy - 70} ${cx - hw - 4} ${fy - 44}Z`,
        cl,
        2,
        clL,
      ) +
        o(
          `M${cx - hw - 10} ${fy - 40} Q${cx} ${fy - 72} ${cx + hw + 10} ${fy - 40} Q${cx} ${fy - 58} ${cx - hw - 10} ${fy - 40}Z`,
          clS,
          2,
          clL,
        ),
    );
  f.push('</g>');
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="${S}" height="${S}">${f.join('')}</svg>`,
    kp,
  };
}
