import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { composePage } from './compose-page.ts';
import { boundsOf, insideConvex, overlap } from './convex.ts';
import { labelPage } from './label-page.ts';
import { PAGE } from './page-size.ts';
import { pageToSvg } from './page-to-svg.ts';
import { planPage } from './plan-page.ts';

const seeds = Array.from({ length: 50 }, (_, seed) => seed);
const pages = seeds.map((seed) => composePage(planPage(seed)));
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

test('fifty seeds: no NaN, no undefined and no empty path in the page or its label', () => {
  for (const page of pages) {
    const svg = pageToSvg(page);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|d=""/);
    expect(JSON.stringify(labelPage(page, 800))).not.toMatch(/null,null|NaN/);
  }
});

test('the same seed is the same page to the byte, another seed another', () => {
  for (const seed of [0, 7, 31])
    expect(hash(pageToSvg(composePage(planPage(seed))))).toBe(hash(pageToSvg(pages[seed]!)));
  expect(new Set(pages.map((page) => hash(pageToSvg(page)))).size).toBe(pages.length);
});

test('balloons lie on the page, clear of each other and of every face that is seen', () => {
  let count = 0;
  for (const { balloons, figures, plan } of pages) {
    for (const [index, { centre, radius, style, panel }] of balloons.entries()) {
      count++;
      const [x, y] = [centre[0] - radius[0], centre[1] - radius[1]];
      expect(x).toBeGreaterThan(0);
      expect(y).toBeGreaterThan(0);
      expect(x + radius[0] * 2).toBeLessThan(PAGE.width);
      expect(y + radius[1] * 2).toBeLessThan(PAGE.height);
      // Eyes and mouths are outside of the balloon's own curve, measured on the page.
      for (const figure of figures) {
        const cut = plan.panels[figure.panel]!;
        for (const name of ['eyeLeft', 'eyeRight', 'mouth', 'nose']) {
          const key = figure.drawing.keyPoints[name]!;
          const at = [
            key[0] * figure.place.scale + figure.place.x,
            key[1] * figure.place.scale + figure.place.y,
          ] as const;
          if (!insideConvex(cut.outline, at)) continue;
          // Of a close shot of eyes the mouth may be covered.
          if (cut.figures[figure.index]!.shot === 'eyes' && !name.startsWith('eye')) continue;
          const away = Math.hypot((at[0] - centre[0]) / radius[0], (at[1] - centre[1]) / radius[1]);
          expect(away, `seed ${plan.seed} ${name}`).toBeGreaterThan(style === 'caption' ? 0.9 : 0.98);
        }
      }
      for (const other of balloons.slice(index + 1)) {
        if (other.panel !== panel) continue;
        const box = (b: typeof other) => ({
          x: b.centre[0] - b.radius[0] * 0.7,
          y: b.centre[1] - b.radius[1] * 0.7,
          width: b.radius[0] * 1.4,
          height: b.radius[1] * 1.4,
        });
        expect(overlap(box(balloons[index]!), box(other))).toBe(0);
      }
    }
  }
  expect(count).toBeGreaterThan(seeds.length * 3);
});

test('tails point at the mouth of their speaker and end near it', () => {
  let tails = 0;
  for (const { balloons, figures } of pages) {
    for (const { tail, speaker, centre } of balloons) {
      if (tail === null) continue;
      tails++;
      const { mouth, unit } = figures[speaker!]!;
      const whole = Math.hypot(mouth[0] - centre[0], mouth[1] - centre[1]);
      const rest = Math.hypot(mouth[0] - tail[0], mouth[1] - tail[1]);
      const turn = Math.abs(
        Math.atan2(tail[1] - centre[1], tail[0] - centre[0]) -
          Math.atan2(mouth[1] - centre[1], mouth[0] - centre[0]),
      );
      expect(Math.min(turn, Math.PI * 2 - turn)).toBeLessThan(0.1);
      expect(rest).toBeLessThan(whole);
      expect(rest).toBeLessThan(unit * 1.3 + 170);
    }
  }
  expect(tails).toBeGreaterThan(seeds.length * 2);
});

test('speeches are read in their order: what is said later stands further left or lower', () => {
  for (const { balloons } of pages)
    for (const [index, balloon] of balloons.entries()) {
      const next = balloons[index + 1];
      if (next?.panel !== balloon.panel) continue;
      expect(next.centre[0] < balloon.centre[0] || next.centre[1] > balloon.centre[1]).toBe(true);
    }
});

test('nearly every planned speech finds room, and every speaker is on the page', () => {
  const planned = pages.flatMap(({ plan }) => plan.panels.flatMap(({ speeches }) => speeches)).length;
  const placed = pages.flatMap(({ balloons }) => balloons).length;
  expect(placed / planned).toBeGreaterThan(0.93);
  for (const { balloons, figures } of pages)
    for (const { speaker, panel } of balloons)
      if (speaker !== null) expect(figures[speaker]?.panel).toBe(panel);
});

test('people come again: each page has two or three of them, told apart by their hair', () => {
  for (const { plan } of pages) {
    expect(new Set(plan.cast.map(({ character }) => character.hairColor)).size).toBe(3);
    expect(plan.panels.flatMap(({ figures }) => figures).length).toBeGreaterThan(1);
  }
});

test('heads of figures are in their panels', () => {
  for (const { figures, plan } of pages)
    for (const { head, panel, index } of figures) {
      const { shot, breaksFrame } = plan.panels[panel]!.figures[index]!;
      const box = boundsOf(plan.panels[panel]!.outline);
      if (shot === 'eyes') continue;
      expect(head[0]).toBeGreaterThan(box.x);
      expect(head[0]).toBeLessThan(box.x + box.width);
      expect(head[1]).toBeGreaterThan(box.y - (breaksFrame ? 40 : 0));
      expect(head[1]).toBeLessThan(box.y + box.height);
    }
});
