import { BrushTool, type StrokeEnd } from './brush-tool.ts';
import { BucketTool } from './bucket-tool.ts';
import { EyedropperTool } from './eyedropper-tool.ts';
import { HandTool } from './hand-tool.ts';
import { LassoFillTool } from './lasso-fill-tool.ts';
import { LassoTool } from './lasso-tool.ts';
import { MarqueeTool } from './marquee-tool.ts';
import { MovableSelection } from './movable-selection.ts';
import { PluginTool } from './plugin-tool.ts';
import { PolygonTool } from './polygon-tool.ts';
import { SegmentTool } from './segment-tool.ts';
import type { ToolId } from './tool-id.ts';
import type { Tool, ToolHost } from './tool.ts';
import { WandTool } from './wand-tool.ts';
import { ZoomTool } from './zoom-tool.ts';

/** All tools over one host. */
export function makeTools(host: ToolHost): Record<ToolId, Tool> {
  const end: StrokeEnd = {};
  return {
    brush: new BrushTool('brush', host, end),
    pencil: new BrushTool('pencil', host, end),
    ink: new BrushTool('ink', host, end),
    eraser: new BrushTool('eraser', host, end),
    bucket: new BucketTool(host),
    lassoFill: new LassoFillTool(host),
    eyedropper: new EyedropperTool(host, () => host.settings.tool === 'eyedropper'),
    rectangle: new MovableSelection(new MarqueeTool('rectangle', host), host),
    ellipse: new MovableSelection(new MarqueeTool('ellipse', host), host),
    lasso: new MovableSelection(new LassoTool(host), host),
    polygon: new PolygonTool(host),
    wand: new MovableSelection(new WandTool(host), host),
    segment: new SegmentTool(host),
    plugin: new PluginTool(host),
    hand: new HandTool(host),
    zoom: new ZoomTool(host),
  };
}
