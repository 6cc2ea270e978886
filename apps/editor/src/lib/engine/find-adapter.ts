interface GpuAdapter {
  readonly info?: { readonly isFallbackAdapter?: boolean; readonly architecture?: string };
}
interface Gpu {
  requestAdapter(options: { powerPreference: 'high-performance' }): Promise<GpuAdapter | null>;
}

/**
 * Looks for a real graphics adapter. Works in pages and workers.
 * @throws Error where there is none, or only one emulated in software, which is slower than WebAssembly
 */
export async function findAdapter(): Promise<void> {
  const gpu = (navigator as Navigator & { gpu?: Gpu }).gpu;
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('no graphics adapter');
  if (adapter.info?.isFallbackAdapter || adapter.info?.architecture === 'swiftshader') {
    throw new Error('only a software adapter');
  }
}
