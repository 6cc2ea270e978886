/** Every tool of the editor; `plugin` stands for those of installed plugins. */
export const TOOL_IDS = [
  'brush',
  'pencil',
  'ink',
  'eraser',
  'bucket',
  'lassoFill',
  'eyedropper',
  'rectangle',
  'ellipse',
  'lasso',
  'polygon',
  'wand',
  'segment',
  'plugin',
  'hand',
  'zoom',
] as const;

export type ToolId = (typeof TOOL_IDS)[number];

/** Tools that make strokes. */
export type BrushToolId = Extract<ToolId, 'brush' | 'pencil' | 'ink' | 'eraser'>;

/** Tools that fill. */
export type FillToolId = Extract<ToolId, 'bucket' | 'lassoFill'>;

/** Tools that make selections. */
export type SelectionToolId = Extract<ToolId, 'rectangle' | 'ellipse' | 'lasso' | 'polygon' | 'wand'>;

/** Variants share a place in the toolbar and a letter; the first is shown until another is chosen. */
export const TOOL_GROUPS: readonly (readonly ToolId[])[] = [
  ['brush', 'pencil', 'ink'],
  ['eraser'],
  ['bucket', 'lassoFill'],
  ['eyedropper'],
  ['rectangle', 'ellipse'],
  ['lasso', 'polygon'],
  ['wand'],
  ['segment'],
  ['plugin'],
  ['hand'],
  ['zoom'],
];

/** The group a tool belongs to, as an index of {@link TOOL_GROUPS}. */
export function groupOf(id: ToolId): number {
  return TOOL_GROUPS.findIndex((group) => group.includes(id));
}

export function isBrushTool(id: ToolId): id is BrushToolId {
  return id === 'brush' || id === 'pencil' || id === 'ink' || id === 'eraser';
}

export function isFillTool(id: ToolId): id is FillToolId {
  return id === 'bucket' || id === 'lassoFill';
}

export function isSelectionTool(id: ToolId): id is SelectionToolId {
  return ['rectangle', 'ellipse', 'lasso', 'polygon', 'wand'].includes(id);
}

/** Whether the tool changes the layer that is chosen. */
export function changesLayer(id: ToolId): boolean {
  return isBrushTool(id) || isFillTool(id);
}

/** Whether it makes marks on the picture, so that a resting hand must not and Alt is its own. */
export function marksPicture(id: ToolId): boolean {
  return changesLayer(id) || id === 'segment' || id === 'plugin';
}
