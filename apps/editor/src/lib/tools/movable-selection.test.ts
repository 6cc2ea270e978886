import { beforeEach, expect, test } from 'vitest';
import { FakeHost } from './fake-host.test-helper.ts';
import { MarqueeTool } from './marquee-tool.ts';
import { MovableSelection } from './movable-selection.ts';
import { pointerAt } from './pointers.test-helper.ts';

let host: FakeHost;
let tool: MovableSelection;

beforeEach(() => {
  host = new FakeHost();
  host.hasSelection = true;
  host.selected = true;
  tool = new MovableSelection(new MarqueeTool('rectangle', host), host);
});

function drag(from: Parameters<typeof pointerAt>, to: Parameters<typeof pointerAt>): void {
  tool.onpointerdown(pointerAt(...from));
  tool.onpointermove(pointerAt(...to));
  tool.onpointerup(pointerAt(...to));
}

const selections = () => host.calls('select').map(([command]) => command);

test('a drag that starts inside the selection moves it by whole pixels', () => {
  drag([10, 10], [30.4, 5]);
  expect(selections()).toEqual([{ type: 'move', dx: 20, dy: -5 }]);
});

test('a drag outside of it, or with Shift, is the tool’s', () => {
  host.selected = false;
  drag([10, 10], [30, 40]);
  host.selected = true;
  drag([10, 10, { shift: true }], [30, 40, { shift: true }]);
  expect(selections()).toMatchObject([
    { type: 'rectangle', mode: 'replace' },
    { type: 'rectangle', mode: 'add' },
  ]);
});

test('a click inside deselects, as a click anywhere does', () => {
  drag([10, 10], [10, 10]);
  expect(selections()).toEqual([{ type: 'none' }]);
});

test('a cancelled drag leaves the selection where it was', () => {
  tool.onpointerdown(pointerAt(10, 10));
  tool.onpointermove(pointerAt(40, 10));
  tool.onpointercancel();
  tool.onpointerup(pointerAt(40, 10));
  expect(selections()).toEqual([]);
  expect(host.calls('shiftOutline').at(-1)).toEqual([0, 0]);
});
