import { expect, test } from 'vitest';
import { receiveData } from './receive-data.ts';
import { sendData } from './send-data.ts';

const picture = () => ({ width: 2, height: 1, data: new Uint8ClampedArray([1, 2, 3, 4, 5, 6, 7, 8]) });

test('data arrives whole, whether it was sent before somebody listens or after', async () => {
  for (const isEarly of [true, false]) {
    const { port1, port2 } = new MessageChannel();
    const project = { name: 'page', layers: [picture()], kept: new Map([['scan', picture()]]) };
    const expected = structuredClone(project);
    if (isEarly) sendData(port1, project);
    const received = receiveData(port2);
    if (!isEarly) sendData(port1, project);
    expect(await received).toEqual(expected);
  }
});

test('pixels are given away, not copied', () => {
  const { port1, port2 } = new MessageChannel();
  const image = picture();
  sendData(port1, image);
  expect(image.data.buffer.byteLength).toBe(0);
  port2.close();
});
