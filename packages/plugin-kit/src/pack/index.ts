export { AuthorError } from './author-error.ts';
export { bundleEntry, type BundleOptions } from './bundle-entry.ts';
export { packPlugin, SCRIPT_FILE, type PackedPlugin, type PackOptions } from './pack-plugin.ts';
export { readFolder, type FolderOptions, type PluginFolder } from './read-folder.ts';
