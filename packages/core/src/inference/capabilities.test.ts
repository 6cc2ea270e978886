import { describe, expect, it } from 'vitest';
import { detectCapabilities } from './capabilities.ts';

describe('detectCapabilities', () => {
  it('uses one thread without cross-origin isolation', () => {
    expect(detectCapabilities({ navigator: { hardwareConcurrency: 8 } }).wasmThreads).toBe(1);
  });
  it('uses both processors of a small isolated machine and leaves one free on a larger', () => {
    expect(
      detectCapabilities({ crossOriginIsolated: true, navigator: { hardwareConcurrency: 2 } }).wasmThreads,
    ).toBe(2);
    expect(
      detectCapabilities({ crossOriginIsolated: true, navigator: { hardwareConcurrency: 6 } }).wasmThreads,
    ).toBe(5);
    expect(
      detectCapabilities({ crossOriginIsolated: true, navigator: { hardwareConcurrency: 64 } }).wasmThreads,
    ).toBe(8);
  });
  it('does not try WebGPU in WebKit', () => {
    expect(detectCapabilities({ navigator: { gpu: {}, vendor: 'Apple Computer, Inc.' } }).webgpu).toBe(false);
    expect(detectCapabilities({ navigator: { gpu: {}, vendor: 'Google Inc.' } }).webgpu).toBe(true);
  });
  it('stays single-threaded on iOS, which cannot reserve the shared memory', () => {
    const scope = {
      crossOriginIsolated: true,
      navigator: { hardwareConcurrency: 6, vendor: 'Apple Computer, Inc.', maxTouchPoints: 5 },
    };
    expect(detectCapabilities(scope).wasmThreads).toBe(1);
  });
  it('survives a scope that says nothing', () => {
    expect(detectCapabilities({})).toEqual({
      crossOriginIsolated: false,
      webgpu: false,
      processors: 1,
      wasmThreads: 1,
    });
  });
});
