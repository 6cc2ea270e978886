import { expect, it } from 'vitest';
import { shortcutText } from './shortcut-text.ts';

it.each([
  ['$mod+Shift+e', 'Ctrl+Shift+E', '⇧⌘E'],
  ['$mod+Alt+g', 'Ctrl+Alt+G', '⌥⌘G'],
  ['Shift+$mod+]', 'Ctrl+Shift+]', '⇧⌘]'],
  ['F2', 'F2', 'F2'],
  ['Delete', 'Delete', 'Delete'],
  ['$mod++', 'Ctrl++', '⌘+'],
])('writes %s the way of each system', (keys, elsewhere, mac) => {
  expect(shortcutText(keys, false)).toBe(elsewhere);
  expect(shortcutText(keys, true)).toBe(mac);
});
