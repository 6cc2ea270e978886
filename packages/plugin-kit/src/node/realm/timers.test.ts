import { expect, it, onTestFinished } from 'vitest';
import { makeTimers, type MovedPort, type TimerRequest } from './timers.ts';

/** Timers whose thread keeps time of its own. */
function timersByHand() {
  const asked: TimerRequest[] = [];
  const port: MovedPort = {
    onmessage: null,
    postMessage: (message) => void asked.push(message as TimerRequest),
  };
  const timers = makeTimers(port);
  return { asked, timers, ring: (timer: number) => port.onmessage?.({ data: timer } as MessageEvent) };
}

it('asks the thread for each wait, and does the job when the answer comes', () => {
  const { asked, timers, ring } = timersByHand();
  const done: unknown[] = [];
  const first = timers.setTimeout((...values) => done.push(values), 20, 'a', 1);
  const second = timers.setTimeout(() => done.push('never'), -5);
  expect(asked).toEqual([
    { timer: first, milliseconds: 20 },
    { timer: second, milliseconds: 0 },
  ]);
  timers.clearTimeout(second);
  for (const timer of [second, first, first]) ring(timer);
  expect(done).toEqual([['a', 1]]);
});

it('repeats until it is cleared', () => {
  const { asked, timers, ring } = timersByHand();
  let rings = 0;
  const timer = timers.setInterval(() => rings++, 7);
  ring(timer);
  ring(timer);
  timers.clearInterval(timer);
  ring(timer);
  expect([rings, asked.length]).toEqual([2, 3]);
});

it('works over a real port', async () => {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  port1.addEventListener('message', ({ data }: MessageEvent<TimerRequest>) =>
    setTimeout(() => port1.postMessage(data.timer), data.milliseconds),
  );
  port1.start();
  const timers = makeTimers(port2 as unknown as MovedPort);
  await new Promise<void>((resolve) => timers.setTimeout(() => resolve(), 1));
});
