import { expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './limits.ts';
import { MessageGate } from './message-gate.ts';

const gateWith = (limits = {}) => new MessageGate({ ...DEFAULT_LIMITS, ...limits }, () => 0);
const log = (text = 'x') => ({ type: 'log', text });

it('lets messages through, and tells those that are none from those that are too many', () => {
  const gate = gateWith({ messages: { burst: 3, perSecond: 1 } });
  expect(gate.take(log(), [])).toEqual(log());
  expect(gate.take({ type: 'log' }, [])).toMatchObject({ type: 'invalid' });
  expect(gate.take(new Map(), [])).toMatchObject({
    type: 'invalid',
    reason: expect.stringContaining('plain object'),
  });
  expect(gate.take(log(), [])).toEqual({ type: 'flood', reason: 'it sends too many messages' });
});

it('weighs what messages hold: bytes, text and values', () => {
  const gate = gateWith({ bytes: { burst: 1000, perSecond: 1 } });
  expect(gate.take(log('x'.repeat(300)), [])).toMatchObject({ type: 'log' });
  expect(gate.take(log('x'.repeat(300)), [])).toEqual({ type: 'flood', reason: 'it sends too much data' });
  const many = gateWith({ bytes: { burst: 1000, perSecond: 1 } });
  expect(many.take({ type: 'result', id: 1, value: Array(20).fill(0) }, [])).toMatchObject({ type: 'flood' });
});

it('refuses ports and closes them', async () => {
  const { port1, port2 } = new MessageChannel();
  const closed = new Promise((resolve) => port2.addEventListener('close', resolve));
  expect(gateWith().take(log(), [port1])).toEqual({ type: 'invalid', reason: 'a message with ports' });
  await closed;
});
