/** Whether the plugin manager is open, and what it shows. */
class PluginManagerState {
  open = $state(false);
  tab = $state<'installed' | 'find'>('installed');
  /** The plugin whose details are open. */
  shown = $state<string>();

  /** Opens the manager with a plugin's details. */
  show(id: string): void {
    this.tab = 'installed';
    this.shown = id;
    this.open = true;
  }
}

export const pluginManager = new PluginManagerState();
