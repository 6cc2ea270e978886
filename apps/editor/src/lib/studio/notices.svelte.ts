import { isAbortError } from '@koma/core/errors';
import { i18n } from '#lib/i18n/i18n.svelte.ts';

export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'error';
  readonly text: string;
  /** What may be done about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Info goes by itself; errors stay until they are dismissed. An offer takes longer to think about. */
const INFO_MS = 6000;
const OFFER_MS = 20_000;

/** Short messages to the person. Screen readers hear them through live regions. */
class Notices {
  list = $state.raw<readonly Notice[]>([]);
  #next = 1;

  info(text: string): void {
    const id = this.#add('info', text);
    setTimeout(() => this.dismiss(id), INFO_MS);
  }

  /** Says something that may be answered by a button. */
  offer(text: string, label: string, run: () => void): void {
    const id = this.#add('info', text, {
      label,
      run: () => {
        this.dismiss(id);
        run();
      },
    });
    setTimeout(() => this.dismiss(id), OFFER_MS);
  }

  /** The one place where errors become words. Cancelling is not an error. */
  error(error: unknown): void {
    if (isAbortError(error)) return;
    console.warn(error);
    this.#add('error', i18n.error(error));
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  #add(kind: Notice['kind'], text: string, action?: Notice['action']): number {
    const id = this.#next++;
    // The same words twice are one notice; more than four are noise.
    const others = this.list.filter((notice) => notice.text !== text).slice(-3);
    this.list = [...others, { id, kind, text, ...(action ? { action } : {}) }];
    return id;
  }
}

export const notices = new Notices();
