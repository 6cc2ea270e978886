export { fetchPackage, type FetchPackageOptions } from './fetch-package.ts';
export type { NetworkEntry, PluginData, RequestRefusal } from './plugin-data.ts';
export { createSandboxedHost, type SandboxedHostOptions } from './sandboxed-host.ts';
