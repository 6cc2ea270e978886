import { drawing, largestDifference, runUpscale, samplePart } from './real-models.test-helper.ts';
for (const [w, h] of [
  [81, 67],
  [80, 64],
  [84, 68],
  [96, 80],
] as const)
  for (const [noise, scale] of [
    ['1', 1],
    ['0', 1],
    ['3', 1],
    ['off', 2],
    ['1', 2],
  ] as const) {
    const im = drawing(w, h);
    const whole = await runUpscale(im, { model: 'cunet', noise, scale, tile: 1024 });
    console.log(
      w,
      h,
      noise,
      scale,
      ...(await Promise.resolve().then(async () => {
        const o = [];
        for (const tile of [1024, 64, 48, 32])
          o.push(
            largestDifference(
              whole,
              await runUpscale(im, { model: 'cunet', noise, scale, tile, exact: true }),
            ),
          );
        return o;
      })),
    );
  }
for (const f of ['panel.jpg', 'manga.png'])
  for (const [w, h] of [
    [96, 80],
    [95, 77],
    [81, 67],
  ] as const) {
    let m = [0, 0, 0];
    for (let k = 0; k < 6; k++) {
      const im = await samplePart(f, { x: 30 + k * 45, y: 20 + k * 37, width: w, height: h });
      const whole = await runUpscale(im, { model: 'cunet', noise: '1', scale: 1, tile: 1024 });
      let n = 0;
      for (const tile of [64, 48, 32]) {
        m[n] = Math.max(
          m[n]!,
          largestDifference(
            whole,
            await runUpscale(im, { model: 'cunet', noise: '1', scale: 1, tile, exact: true }),
          ),
        );
        n++;
      }
    }
    console.log(f, w, h, m);
  }
