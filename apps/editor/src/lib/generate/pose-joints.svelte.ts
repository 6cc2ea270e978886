import { isAbortError } from '@koma/core/errors';
import type { GeneratorOptions, Joint } from '@koma/core/plugin';
import { notices } from '#lib/studio/notices.svelte.ts';
import { latest } from '#lib/ui/latest.ts';
import type { GenerateSession } from './session.svelte.ts';

/** The joints of the picture at hand, while they are shown. */
export class PoseJointsState {
  readonly #session: GenerateSession;
  shown = $state(false);
  joints = $state.raw<readonly Joint[]>([]);

  constructor(session: GenerateSession) {
    this.#session = session;
  }

  /** Finds the joints of a picture; called whenever it changes. */
  readonly follow = latest(async (options: GeneratorOptions) => {
    await this.#tell(async () => {
      this.joints = await this.#session.client.ask('joints', { options });
    });
  });

  /** Moves a joint to a place as far as limbs reach; of places that come faster than that, the last counts. */
  readonly move = latest(async (wanted: { joint: string; x: number; y: number }) => {
    await this.#tell(async () => {
      const { current, client } = this.#session;
      if (!current) return;
      const moved = await client.ask('moveJoint', { options: current, ...wanted });
      if (this.#session.current === current) this.#session.edit(moved);
    });
  });

  async #tell(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isAbortError(error)) notices.error(error);
    }
  }
}
