import {
  Brush,
  CircleDashed,
  Eraser,
  Hand,
  Lasso,
  PaintBucket,
  Pencil,
  PenTool,
  Pipette,
  Puzzle,
  Scissors,
  Search,
  SquareDashed,
  VectorPolygon,
  WandSparkles,
} from '@lucide/svelte';
import type { Component } from 'svelte';
import LassoFillIcon from './LassoFillIcon.svelte';
import type { ToolId } from './tool-id.ts';

/** The picture of each tool in the toolbar. */
export const TOOL_ICONS: Readonly<Record<ToolId, Component<{ size?: number | string }>>> = {
  brush: Brush,
  pencil: Pencil,
  ink: PenTool,
  eraser: Eraser,
  bucket: PaintBucket,
  lassoFill: LassoFillIcon,
  eyedropper: Pipette,
  rectangle: SquareDashed,
  ellipse: CircleDashed,
  lasso: Lasso,
  polygon: VectorPolygon,
  wand: WandSparkles,
  segment: Scissors,
  plugin: Puzzle,
  hand: Hand,
  zoom: Search,
};
