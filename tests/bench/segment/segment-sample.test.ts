import { expect, test } from 'vitest';
import { komaSegmenter } from './koma-segmenter.ts';
import { nearestStrokeSegmenter } from './nearest-stroke-segmenter.ts';
import { hardPage } from './pages/hard/hard-page.ts';
import { prototypePage } from './pages/prototype-page.ts';
import type { TestPage } from './pages/test-page.ts';
import { summarize, type RobotSummary } from './robot/robot-summary.ts';
import { runRobot } from './robot/robot-user.ts';
import type { Segmenter } from './segmenter.ts';

// The benchmark looks at more than a hundred panels; this sample of it notices when something breaks.

async function sample(segmenter: Segmenter, { image, panels }: TestPage): Promise<RobotSummary> {
  const session = await segmenter.open(image);
  const results = [];
  for (const panel of panels.slice(0, 2))
    results.push(await runRobot(session, image.width, panel, { enough: 0.95 }));
  session.close();
  return summarize(results);
}

test("the robot cuts the prototype's figures out in a few strokes", async () => {
  const { to90, to95, iou1 } = await sample(komaSegmenter(), prototypePage(7, 1024, 1500));
  expect(to90).toBeLessThanOrEqual(3);
  expect(to95).toBeLessThanOrEqual(5);
  expect(iou1).toBeGreaterThan(0.7);
});

test('and hard ones in some more', async () => {
  const { to90, fails95 } = await sample(komaSegmenter(), await hardPage(4, 800, 1200));
  expect(fails95).toBe(0);
  expect(to90).toBeLessThanOrEqual(5);
});

test('strokes alone are worth far less', async () => {
  const { to90 } = await sample(nearestStrokeSegmenter, prototypePage(7, 360, 540));
  expect(to90).toBeGreaterThan(8);
});
