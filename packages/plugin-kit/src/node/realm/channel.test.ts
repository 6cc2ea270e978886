import { expect, it } from 'vitest';
import { PlainMessageChannel } from './channel.ts';

it('delivers in a task of its own, once somebody listens, until it is closed', async () => {
  const { port1, port2 } = new PlainMessageChannel();
  const heard: unknown[] = [];
  port2.postMessage('early');
  await new Promise((resolve) => setTimeout(resolve, 2));
  port1.addEventListener('message', (event) => heard.push((event as unknown as { data: unknown }).data));
  expect(heard).toEqual([]);
  port1.start();
  port2.postMessage('late');
  expect(heard).toEqual(['early']);
  await new Promise((resolve) => setTimeout(resolve, 2));
  expect(heard).toEqual(['early', 'late']);
  port1.close();
  port2.postMessage('never');
  await new Promise((resolve) => setTimeout(resolve, 2));
  expect(heard).toHaveLength(2);
});
