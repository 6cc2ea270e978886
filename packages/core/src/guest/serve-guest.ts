import { buffersOf } from '../buffers-of.ts';
import type { Plugin } from '../plugin/index.ts';
import type { GuestCall, HostMessage } from '../sandbox/index.ts';
import { answerCall, type OpenSession } from './answer-call.ts';
import { Contexts } from './contexts.ts';
import { describeError } from './describe-error.ts';
import { abortError, HostLink, type GuestPort } from './host-link.ts';

/**
 * The plugin's side of the wire: call once, in the plugin's worker, after `hardenGlobals`. Nothing in here keeps the
 * host safe, since the plugin's code can change all of it; it only makes a well-meaning plugin work.
 *
 * @param port to the host; nobody else may read it
 * @param getPlugin runs the plugin's script and gives its default export; what it throws is told to the host
 */
export function serveGuest(port: GuestPort, getPlugin: () => unknown): void {
  const link = new HostLink(port);
  const calls = new Map<number, AbortController>();
  const sessions = new Map<number, OpenSession>();
  let plugin: Plugin | undefined;
  let contexts: Contexts | undefined;

  const answer = async (id: number, call: GuestCall): Promise<void> => {
    const controller = new AbortController();
    calls.set(id, controller);
    const { signal } = controller;
    try {
      if (!plugin || !contexts) throw new Error('the plugin was not started');
      const value = await answerCall({ plugin, contexts, sessions, link }, id, call, signal);
      if (signal.aborted) throw abortError();
      link.send({ type: 'result', id, value }, buffersOf(value));
    } catch (error) {
      // Whatever breaks while an operation is being stopped is of no interest.
      link.send({ type: 'failure', id, error: describeError(signal.aborted ? abortError() : error) });
    } finally {
      calls.delete(id);
    }
  };

  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- all that ports in another context of Node have
  port.onmessage = ({ data }) => {
    const message = data as HostMessage;
    switch (message.type) {
      case 'init':
        try {
          plugin = asPlugin(getPlugin());
          contexts = new Contexts(link, message.backend);
          link.send({ type: 'ready', wire: 1 });
        } catch (error) {
          link.send({ type: 'broken', error: describeError(error) });
        }
        return;
      case 'call':
        void answer(message.id, message.call);
        return;
      case 'cancel':
        calls.get(message.id)?.abort(abortError());
        return;
      case 'close':
        sessions.get(message.session)?.close();
        return;
      case 'ping':
        link.send({ type: 'pong' });
        return;
      case 'answer':
        link.answered(message);
    }
  };
  port.start?.();
}

function asPlugin(value: unknown): Plugin {
  const plugin = value as Partial<Plugin> | null | undefined;
  if (typeof plugin?.operations !== 'object')
    throw new Error('its script leaves no plugin: export the result of definePlugin as default');
  return plugin as Plugin;
}
