import { expect, test } from 'vitest';
import { nextTask } from './next-task.ts';

test('lets a message through that came before', async () => {
  const { port1, port2 } = new MessageChannel();
  const heard: string[] = [];
  port1.addEventListener('message', ({ data }) => void heard.push(data));
  port1.start();
  port2.postMessage('cancel');
  await nextTask();
  await nextTask();
  expect(heard).toEqual(['cancel']);
  port1.close();
});
