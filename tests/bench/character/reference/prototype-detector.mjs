// The throw-away evaluator of OpenCV's cascades that came before packages/character/src/detect: plain numbers, no
// rounding of OpenCV's, a grouping of its own. Kept as it was, only laid out, because its boxes are a reference of
// the benchmark. Not to be improved.

export function parse(xml) {
  const nums = (s) => s.trim().split(/\s+/).map(Number);
  const stages = [];
  const st = xml.slice(xml.indexOf('<stages>'), xml.indexOf('</stages>'));
  const re =
    /<stageThreshold>([^<]+)<\/stageThreshold>[\s\S]*?<weakClassifiers>([\s\S]*?)<\/weakClassifiers>/g;
  let m;
  while ((m = re.exec(st))) {
    const weak = [];
    const rw = /<internalNodes>([^<]+)<\/internalNodes>\s*<leafValues>([^<]+)<\/leafValues>/g;
    let w;
    while ((w = rw.exec(m[2]))) {
      const n = nums(w[1]),
        l = nums(w[2]);
      weak.push({ f: n[2], s: Int32Array.from(n.slice(3)), a: l[0], b: l[1] });
    }
    stages.push({ t: +m[1] - 1e-5, weak });
  }
  const feats = [];
  const rf = /<rect>([^<]+)<\/rect>/g;
  while ((m = rf.exec(xml))) feats.push(nums(m[1]));
  return { stages, feats, w: 24, h: 24 };
}

export function gray(rgba, w, h) {
  const g = new Uint8Array(w * h);
  for (let i = 0; i < w * h; i++)
    g[i] = (rgba[i * 4] * 77 + rgba[i * 4 + 1] * 150 + rgba[i * 4 + 2] * 29 + 128) >> 8;
  const H = new Uint32Array(256);
  for (const v of g) H[v]++;
  let i = 0;
  while (!H[i]) i++;
  const lut = new Uint8Array(256);
  const sc = 255 / (w * h - H[i] || 1);
  let s = 0;
  for (let k = i + 1; k < 256; k++) {
    s += H[k];
    lut[k] = Math.round(s * sc);
  }
  for (let k = 0; k < g.length; k++) g[k] = lut[g[k]];
  return g;
}

function resize(g, w, h, W, Hh) {
  const o = new Uint8Array(W * Hh);
  for (let y = 0; y < Hh; y++) {
    const fy = Math.max(0, ((y + 0.5) * h) / Hh - 0.5),
      y0 = fy | 0,
      y1 = Math.min(h - 1, y0 + 1),
      dy = fy - y0;
    for (let x = 0; x < W; x++) {
      const fx = Math.max(0, ((x + 0.5) * w) / W - 0.5),
        x0 = fx | 0,
        x1 = Math.min(w - 1, x0 + 1),
        dx = fx - x0;
      o[y * W + x] =
        (g[y0 * w + x0] * (1 - dx) + g[y0 * w + x1] * dx) * (1 - dy) +
        (g[y1 * w + x0] * (1 - dx) + g[y1 * w + x1] * dx) * dy +
        0.5;
    }
  }
  return o;
}

export function detect(c, g, w, h, { scale = 1.1, minSize = 24, minN = 5 } = {}) {
  const hits = [];
  for (let f = 1; ; f *= scale) {
    const win = Math.round(24 * f);
    const W = Math.round(w / f),
      H = Math.round(h / f);
    if (W < 24 || H < 24) break;
    if (win < minSize) continue;
    const im = f == 1 ? g : resize(g, w, h, W, H);
    const S = W + 1,
      I = new Int32Array(S * (H + 1));
    for (let y = 0; y < H; y++) {
      let r = 0;
      for (let x = 0; x < W; x++) {
        r += im[y * W + x];
        I[(y + 1) * S + x + 1] = I[y * S + x + 1] + r;
      }
    }
    const off = c.feats.map(([x, y, a, b]) => {
      const o = new Int32Array(16);
      for (let j = 0; j < 4; j++) for (let i = 0; i < 4; i++) o[j * 4 + i] = (y + b * j) * S + x + a * i;
      return o;
    });
    const step = f > 2 ? 1 : 2;
    for (let y = 0; y <= H - 24; y += step)
      for (let x = 0; x <= W - 24; x += step) {
        const p = y * S + x;
        let ok = true;
        for (const s of c.stages) {
          let sum = 0;
          for (const k of s.weak) {
            const o = off[k.f];
            const B = (i) => I[p + o[i]] - I[p + o[i + 1]] - I[p + o[i + 4]] + I[p + o[i + 5]];
            const ce = B(5);
            const code =
              (B(0) >= ce ? 128 : 0) |
              (B(1) >= ce ? 64 : 0) |
              (B(2) >= ce ? 32 : 0) |
              (B(6) >= ce ? 16 : 0) |
              (B(10) >= ce ? 8 : 0) |
              (B(9) >= ce ? 4 : 0) |
              (B(8) >= ce ? 2 : 0) |
              (B(4) >= ce ? 1 : 0);
            sum += k.s[code >> 5] & (1 << (code & 31)) ? k.a : k.b;
          }
          if (sum < s.t) {
            ok = false;
            break;
          }
        }
        if (ok) hits.push([Math.round(x * f), Math.round(y * f), win]);
      }
  }
  const cl = [];
  for (const r of hits) {
    const q = cl.find(
      (q) =>
        Math.abs(q.x / q.n - r[0]) <= 0.2 * r[2] &&
        Math.abs(q.y / q.n - r[1]) <= 0.2 * r[2] &&
        Math.abs(q.s / q.n - r[2]) <= 0.2 * r[2],
    );
    if (q) {
      q.x += r[0];
      q.y += r[1];
      q.s += r[2];
      q.n++;
    } else cl.push({ x: r[0], y: r[1], s: r[2], n: 1 });
  }
  return cl.filter((q) => q.n > minN).map((q) => ({ x: q.x / q.n, y: q.y / q.n, s: q.s / q.n, n: q.n }));
}
