import { describe, expect, it } from 'vitest';
import { codeOf, picture, TestEngine } from './engine.test-helper.ts';
import { labelOf } from './layer-commands.ts';
import type { EditCommand } from './protocol.ts';

const ORIGIN = { format: 'png', lossless: true } as const;

/** A scan of 40 x 30 in colours, a layer above it and a group with one. */
function studio() {
  const engine = new TestEngine();
  const scan = engine.openImage(
    'scan',
    picture(40, 30, (x, y) => [x * 6, y * 8, 90, 255]),
    ORIGIN,
  );
  const [ink] = engine.edit({ type: 'add-layer', name: 'ink', above: scan })!;
  engine.edit({ type: 'fill-selection', id: ink!, plane: 'pixels', colour: '#102030' });
  const [inner] = engine.edit({ type: 'add-layer', name: 'inner', above: ink! })!;
  const [group] = engine.edit({ type: 'group-layers', ids: [inner!], name: 'group' })!;
  return { engine, scan, ink: ink!, inner: inner!, group: group! };
}

type Change = Extract<EditCommand, { type: 'set-layers' }>['change'];
const change = (engine: TestEngine, ids: readonly string[], properties: Change) =>
  engine.edit({ type: 'set-layers', ids, change: properties, label: 'history.opacity' });

describe('a command', () => {
  it('is one step, by its name, and undo takes it back', () => {
    const { engine, ink, group } = studio();
    const steps: readonly (readonly [EditCommand, string])[] = [
      [{ type: 'rename-document', name: 'page 2' }, 'history.renameDocument'],
      [{ type: 'show-layers', shown: [], hidden: [ink, group] }, 'history.visibility'],
      [{ type: 'show-layers', shown: [ink, group], hidden: [] }, 'history.visibility'],
      [{ type: 'add-mask', id: ink, from: 'hide' }, 'history.addMask'],
      [{ type: 'fill-selection', id: ink, plane: 'mask', colour: '#808080' }, 'history.fillColour'],
      [{ type: 'invert-mask', id: ink }, 'history.invertMask'],
      [{ type: 'enable-mask', id: ink, enabled: false }, 'history.enableMask'],
      [{ type: 'apply-mask', id: ink }, 'history.applyMask'],
      [{ type: 'add-mask', id: group, from: 'reveal' }, 'history.addMask'],
      [{ type: 'delete-mask', id: group }, 'history.deleteMask'],
      [{ type: 'layer-from-selection', id: ink, cut: false, name: 'copy' }, 'history.layerFromSelection'],
      [{ type: 'duplicate-layers', ids: [group], suffix: ' 2' }, 'history.duplicate'],
      [{ type: 'move-layers', ids: [ink], index: 0 }, 'history.moveLayer'],
      [{ type: 'clear', ids: [ink], plane: 'pixels' }, 'history.clear'],
      [{ type: 'ungroup', id: group }, 'history.ungroup'],
      [{ type: 'merge-layers', ids: [engine.ids['scan']!, ink] }, 'history.merge'],
      [{ type: 'flatten' }, 'history.flatten'],
    ];
    const states = [engine.page];
    for (const [command, label] of steps) {
      const { done } = engine.editing;
      engine.edit(command);
      expect([command.type, engine.editing.done]).toEqual([command.type, done + 1]);
      expect(engine.labels.at(-1)).toBe(label);
      expect(labelOf(command)).toBe(label);
      states.push(engine.page);
    }
    for (const state of states.slice(0, -1).toReversed()) {
      engine.undo();
      expect(engine.page).toEqual(state);
    }
  });

  it('says which layers it made', () => {
    const { engine, scan, ink, inner, group } = studio();
    const made = (command: EditCommand) => engine.edit(command)?.map((id) => engine.raster(id).name);
    expect(made({ type: 'duplicate-layers', ids: [scan, ink], suffix: '2' })).toEqual(['scan2', 'ink2']);
    expect(engine.edit({ type: 'ungroup', id: group })).toEqual([inner]);
    expect(made({ type: 'layer-from-selection', id: ink, cut: true, name: 'cut' })).toEqual(['cut']);
    expect(made({ type: 'merge-down', id: engine.ids['scan2']! })).toEqual(['cut']);
    expect(made({ type: 'merge-visible' })).toEqual(['scan']);
    expect(engine.edit({ type: 'delete-layers', ids: [engine.ids['scan']!] })).toBeUndefined();
  });
});

describe('changing properties', () => {
  it('changes them on all layers that have them, as one step', () => {
    const { engine, scan, group } = studio();
    const { done } = engine.editing;
    change(engine, [scan, group], { opacity: 0.5, role: 'fill', colourTag: 'red' });
    expect(engine.editing.done).toBe(done + 1);
    expect(engine.layer('scan')).toMatchObject({ opacity: 0.5, role: 'fill', colourTag: 'red' });
    expect(engine.layer('group')).toMatchObject({ opacity: 0.5, colourTag: 'red' });
    expect(engine.layer('group')).not.toHaveProperty('role');
  });

  it('gives "pass through" to groups only, and no layer "expanded"', () => {
    const { engine, scan, group } = studio();
    change(engine, [scan, group], { blendMode: 'multiply' });
    change(engine, [scan, group], { blendMode: 'pass-through', expanded: false });
    expect(engine.layer('scan').blendMode).toBe('multiply');
    expect(engine.layer('scan')).not.toHaveProperty('expanded');
    expect(engine.layer('group')).toMatchObject({ blendMode: 'pass-through', expanded: false });
  });

  it('lays line art over the colours in multiply, unless it is told otherwise', () => {
    const { engine, scan, ink } = studio();
    change(engine, [ink], { role: 'line-art' });
    change(engine, [scan], { role: 'line-art', blendMode: 'darken' });
    expect([engine.layer('ink').blendMode, engine.layer('scan').blendMode]).toEqual(['multiply', 'darken']);
  });

  it('joins the movements of a slider to one step', () => {
    const { engine, ink } = studio();
    const { done } = engine.editing;
    for (const opacity of [0.9, 0.8, 0.7])
      engine.edit({
        type: 'set-layers',
        ids: [ink],
        change: { opacity },
        label: 'history.opacity',
        amend: true,
      });
    expect(engine.editing.done).toBe(done + 1);
    engine.undo();
    expect(engine.layer('ink').opacity).toBe(1);
  });

  it('refuses on locked layers what changes the picture, and allows the rest', () => {
    const { engine, scan, ink } = studio();
    change(engine, [ink], { locked: true });
    const document = engine.page;
    for (const properties of [
      { opacity: 0.5 },
      { blendMode: 'screen' },
      { clip: true },
      { colourMode: 'mono' },
      { role: 'line-art' },
    ] as const)
      expect(codeOf(() => change(engine, [scan, ink], properties))).toBe('LAYER_LOCKED');
    expect(engine.page).toBe(document);
    change(engine, [ink], {
      name: 'lines',
      colourTag: 'blue',
      visible: false,
      reference: true,
      locked: false,
    });
    expect(engine.layer('lines').locked).toBe(false);
  });
});

describe('the colour mode', () => {
  it('turns pixels into what it allows', () => {
    const { engine, scan } = studio();
    change(engine, [scan], { colourMode: 'grey' });
    const [r, g, b] = engine.pixel(scan, 20, 10);
    expect([r, g, b]).toEqual(Array(3).fill(Math.round((120 * 299 + 80 * 587 + 90 * 114) / 1000)));
    change(engine, [scan], { colourMode: 'mono' });
    const levels = new Set(engine.pixels(scan, { x: 0, y: 0, width: 40, height: 30 }).data);
    expect([...levels].toSorted()).toEqual([0, 255]);
    engine.undo();
    engine.undo();
    expect(engine.pixel(scan, 20, 10)).toEqual([120, 80, 90, 255]);
  });

  it('leaves pixels that it allows, with where they came from', () => {
    const engine = new TestEngine();
    const scan = engine.openImage(
      'scan',
      picture(40, 30, (x) => [x, x, x, 255]),
      ORIGIN,
    );
    const { tiles } = engine.raster(scan);
    change(engine, [scan], { colourMode: 'grey' });
    expect(engine.raster(scan)).toMatchObject({ colourMode: 'grey', origin: ORIGIN });
    expect(engine.raster(scan).tiles).toBe(tiles);
  });
});

describe('filling and clearing', () => {
  it('takes black for a colour that is none', () => {
    const { engine, ink } = studio();
    engine.edit({ type: 'fill-selection', id: ink, plane: 'pixels', colour: 'red?' });
    expect(engine.pixel(ink, 5, 5)).toEqual([0, 0, 0, 255]);
  });

  it('clears several layers as one step, or none of them', () => {
    const { engine, scan, ink } = studio();
    change(engine, [ink], { locked: true });
    const document = engine.page;
    expect(codeOf(() => engine.edit({ type: 'clear', ids: [scan, ink], plane: 'pixels' }))).toBe(
      'LAYER_LOCKED',
    );
    expect(engine.page).toBe(document);
    change(engine, [ink], { locked: false });
    const { done } = engine.editing;
    engine.edit({ type: 'clear', ids: [scan, ink], plane: 'pixels' });
    expect([engine.editing.done, engine.raster(scan).tiles.size, engine.raster(ink).tiles.size]).toEqual([
      done + 1,
      0,
      0,
    ]);
  });
});
