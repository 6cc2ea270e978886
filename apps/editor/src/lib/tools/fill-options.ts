import type { FillOptions } from '#lib/raster/protocol.ts';
import type { FillToolId } from './tool-id.ts';
import type { ToolHost } from './tool.ts';

/** What the worker needs to know for a fill; undefined where nothing can be changed now. */
export function fillOptions(host: ToolHost, id: FillToolId): FillOptions | undefined {
  return host.target && { ...host.target, colour: host.foreground, ...host.settings.fills[id] };
}
