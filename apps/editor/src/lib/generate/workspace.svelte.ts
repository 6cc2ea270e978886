/** What the right half of the workspace shows. */
export const WORKSPACE_TABS = [
  'grid',
  'attributes',
  'wizard',
  'breed',
  'transition',
  'history',
  'endless',
  'faces',
] as const;
export type WorkspaceTab = (typeof WORKSPACE_TABS)[number];

/** Whether the workspace for generating is open, and what it shows. Its code is loaded when it is first opened. */
class Workspace {
  open = $state(false);
  /** Somebody is about to open it: its code may be loaded and its worker started. */
  expected = $state(false);
  tab = $state<WorkspaceTab>('grid');
  /** Which of the generators is at work. */
  index = $state(0);
  /** The generated layer or group of the document that is being edited here. */
  target = $state<string>();
}

export const workspace = new Workspace();
