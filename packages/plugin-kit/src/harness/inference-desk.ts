import type { InferenceService, Session } from '@koma/core/inference';
import type { InferenceDesk } from '@koma/core/sandbox';

/** Models of one plugin in this process; one run at a time, because ONNX Runtime is not re-entrant. */
export function inferenceDesk(service: InferenceService): InferenceDesk {
  const sessions = new Map<number, Session>();
  const ids = new Map<string, number>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const job = last.then(work);
    last = job.catch(() => {});
    return job;
  };
  return {
    get backend() {
      return service.report;
    },
    open: (source) =>
      inTurn(async () => {
        const session = await service.session(source);
        const key = 'model' in source ? `model ${source.model}` : `key ${source.key}`;
        const id = ids.get(key) ?? ids.size + 1;
        ids.set(key, id);
        sessions.set(id, session);
        return { id, backend: service.report };
      }),
    run: (id, inputs) =>
      inTurn(async () => {
        const session = sessions.get(id);
        if (!session) throw new TypeError('the model is not open');
        const outputs = await session.run(inputs);
        return { outputs, backend: service.report };
      }),
    release: (id) =>
      inTurn(async () => {
        await sessions.get(id)?.release();
        sessions.delete(id);
      }),
  };
}
