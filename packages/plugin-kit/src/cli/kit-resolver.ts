/** Preloaded into an author's tests: finds the kit wherever the author's folder lies. */
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    // As this module would find it: by the kit's own package.json.
    next(
      specifier,
      specifier.startsWith('@koma/plugin-kit') ? { ...context, parentURL: import.meta.url } : context,
    ),
});
