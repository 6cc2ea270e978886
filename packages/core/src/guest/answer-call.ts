import { buffersOf } from '../buffers-of.ts';
import type {
  GeneratorAnswer,
  GeneratorContext,
  GeneratorMethod,
  GeneratorRequest,
  InteractiveSession,
  Plugin,
} from '../plugin/index.ts';
import type { GuestCall } from '../sandbox/index.ts';
import type { Contexts } from './contexts.ts';
import { abortError, type HostLink } from './host-link.ts';

/** A session that was opened and not closed. */
export interface OpenSession {
  readonly session: InteractiveSession;
  /** Ends it, once. */
  close(): void;
}

/** What calls are answered with. */
interface Desk {
  readonly plugin: Plugin;
  readonly contexts: Contexts;
  /** By the id of the call that opened it. */
  readonly sessions: Map<number, OpenSession>;
  readonly link: HostLink;
}

/** Asks the plugin's code. @returns what goes back to the host @throws anything */
export async function answerCall(
  desk: Desk,
  id: number,
  call: GuestCall,
  signal: AbortSignal,
): Promise<unknown> {
  const { plugin, contexts, sessions, link } = desk;
  switch (call.method) {
    case 'run': {
      const operation = part(plugin.operations, call.operation);
      // The manifest says what its inputs are, and the host has checked them.
      return operation(call.inputs as never, call.params, contexts.operation(id, signal, call.wanted));
    }
    case 'generate': {
      const answering = part(plugin.generators, call.generator)[call.question] as
        | ((
            request: GeneratorRequest<GeneratorMethod>,
            context: GeneratorContext,
          ) => Promise<GeneratorAnswer<GeneratorMethod>>)
        | undefined;
      if (!answering) throw new Error(`it does not answer "${call.question}"`);
      return answering.call(
        part(plugin.generators, call.generator),
        call.request,
        contexts.generator(id, signal),
      );
    }
    case 'export':
      return part(plugin.exporters, call.exporter)(
        call.document,
        call.params,
        contexts.operation(id, signal),
      );
    case 'open':
      return open(desk, id, call, signal);
    case 'update': {
      const update = await sessionOf(sessions, call.session).update(call.strokes, call.params, { signal });
      // Ahead of the reply, among the answers that come by themselves.
      if (!signal.aborted) link.send({ type: 'update', session: call.session, update }, buffersOf(update));
      return undefined;
    }
    case 'commit': {
      const context = contexts.operation(id, signal, call.wanted);
      return sessionOf(sessions, call.session).commit(call.strokes, call.params, context);
    }
  }
}

async function open(
  { plugin, contexts, sessions }: Desk,
  id: number,
  { operation, inputs, params }: Extract<GuestCall, { method: 'open' }>,
  signal: AbortSignal,
): Promise<undefined> {
  const life = new AbortController();
  const stop = (): void => life.abort(abortError());
  signal.addEventListener('abort', stop);
  try {
    const context = contexts.session(id, life.signal);
    const session = await part(plugin.interactive, operation).open(inputs as never, params, context);
    const close = (): void => {
      life.abort(abortError());
      if (sessions.delete(id)) session.close();
    };
    sessions.set(id, { session, close });
    // Cancelled while it was opened: nobody will ever close it.
    if (signal.aborted) close();
  } catch (error) {
    life.abort(abortError());
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function sessionOf(sessions: ReadonlyMap<number, OpenSession>, id: number): InteractiveSession {
  const open = sessions.get(id);
  // It was closed while the call was on its way.
  if (!open) throw abortError();
  return open.session;
}

function part<T>(parts: Readonly<Record<string, T>> | undefined, id: string): T {
  if (!parts || !Object.hasOwn(parts, id)) throw new Error(`it does not contain "${id}"`);
  return parts[id]!;
}
