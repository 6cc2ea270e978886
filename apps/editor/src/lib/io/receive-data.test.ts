import { expect, test } from 'vitest';
import { receiveData } from './receive-data.ts';
import { sendData } from './send-data.ts';

test('both ends of the channel are closed once the data is there', async () => {
  const { port1, port2 } = new MessageChannel();
  const closed = new Promise((resolve) => port1.addEventListener('close', resolve));
  // Node tells of the closing only to a port that is in use.
  port1.start();
  sendData(port1, { name: 'page' });
  expect(await receiveData(port2)).toEqual({ name: 'page' });
  await closed;
});

test('a sender that is gone without having sent anything rejects as cancelled', async () => {
  const { port1, port2 } = new MessageChannel();
  const received = receiveData(port2);
  port1.close();
  await expect(received).rejects.toMatchObject({ name: 'AbortError' });
});
