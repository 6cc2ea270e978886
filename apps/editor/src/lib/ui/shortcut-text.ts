const MAC: Readonly<Record<string, string>> = { $mod: '⌘', control: '⌃', alt: '⌥', shift: '⇧' };
const ELSEWHERE: Readonly<Record<string, string>> = {
  $mod: 'Ctrl',
  control: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
};
/** The order in which each system writes modifiers. */
const MAC_ORDER = ['control', 'alt', 'shift', '$mod'];
const ORDER = ['$mod', 'control', 'alt', 'shift'];

/**
 * A shortcut as people read it: `Ctrl+Shift+E`, `⇧⌘E`.
 * @param keys as tinykeys writes it: `$mod+Shift+e`
 */
export function shortcutText(keys: string, mac: boolean): string {
  const parts = keys.split('+');
  // "+" itself is written as an empty last part.
  const key = parts.pop() || '+';
  const held = parts.map((part) => part.toLowerCase()).filter((part) => part !== '');
  const order = mac ? MAC_ORDER : ORDER;
  const names = held
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((part) => (mac ? MAC : ELSEWHERE)[part] ?? part);
  const name = key.length === 1 ? key.toUpperCase() : key;
  return mac ? names.join('') + name : [...names, name].join('+');
}

/** Whether the keyboard is one with a Command key. */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
