import type { EngineRequest } from '@koma/core/inference';

export type Theme = 'dark' | 'light';
/** What the upper half of the side shows. */
export type SideTab = 'operations' | 'colour' | 'history' | 'layers';
export type Compute = EngineRequest['preference'];

/** What a person chose for this browser. */
class Settings {
  theme = $state<Theme>(read('theme') === 'light' ? 'light' : 'dark');
  compute = $state<Compute>(computeOf(read('compute')));

  sideTab = $state<SideTab>(sideTabOf(read('sideTab')));

  /** Height of the upper half of the side for each part of the lower. */
  sideShare = $state(shareOf(read('sideShare')));

  setSideShare(share: number): void {
    this.sideShare = Math.min(MAX_SHARE, Math.max(1 / MAX_SHARE, share));
    write('sideShare', String(this.sideShare));
  }

  setSideTab(tab: SideTab): void {
    this.sideTab = tab;
    write('sideTab', tab);
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    write('theme', theme);
  }

  setCompute(compute: Compute): void {
    this.compute = compute;
    write('compute', compute);
  }
}

function computeOf(text: string | null): Compute {
  return text === 'webgpu' || text === 'wasm' ? text : 'auto';
}

/** Neither half of the side gets smaller than a fifth. */
const MAX_SHARE = 4;

function shareOf(text: string | null): number {
  const share = Number(text);
  return share >= 1 / MAX_SHARE && share <= MAX_SHARE ? share : 1;
}

function sideTabOf(text: string | null): SideTab {
  return text === 'colour' || text === 'history' || text === 'layers' ? text : 'operations';
}

// Private modes may refuse storage; settings then last as long as the page.
function read(key: string): string | null {
  try {
    return localStorage.getItem(`koma.${key}`);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(`koma.${key}`, value);
  } catch {
    // see read()
  }
}

export const settings = new Settings();
