import { COLOUR_TAGS, type ColourMode, type ColourTag, type LayerRole } from '@koma/core/document';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type { LayerInfo } from '#lib/raster/protocol.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import type { MenuChoice, MenuEntry } from '#lib/ui/menu.ts';
import { chosenRasters, type LayerAction } from './layer-action.ts';
import { activeGenerated } from '#lib/generate/generated-layer.ts';
import { layerActions as actions } from './layer-actions.ts';
import { setColourMode, setColourTag, setRole } from './property-actions.ts';
import { isCutOut } from './cut-actions.ts';
import { TAG_COLOURS } from './tag-colours.ts';

const ROLES: readonly LayerRole[] = ['none', 'line-art', 'fill'];
const ROLE_LABELS = {
  none: 'layers.plainRole',
  'line-art': 'layers.lineArt',
  fill: 'layers.fillRole',
} as const;
const COLOUR_MODES: readonly ColourMode[] = ['colour', 'grey', 'mono'];
const LINE: MenuEntry = { kind: 'separator' };

/** The menu of the chosen layers, as they are now. */
export function layerMenu(): MenuEntry[] {
  const { t } = i18n;
  const hasRecipe = studio.selected?.recipe !== undefined;
  return [
    tagChoice(),
    LINE,
    ...(isCutOut('pixels') ? [entry(actions.editStrokes), LINE] : []),
    ...(isCutOut('mask') ? [entry(actions.editMaskStrokes), LINE] : []),
    entry(actions.rename),
    entry(actions.duplicate),
    entry(actions.delete),
    LINE,
    entry(actions.clip),
    entry(actions.alphaLock),
    entry(actions.lock),
    entry(actions.reference),
    {
      kind: 'submenu',
      label: t('layers.role'),
      disabled: !actions.lineArt.enabled,
      entries: [
        choice(
          'layers.role',
          ROLES,
          common(chosenRasters(), 'role'),
          (role) => t(ROLE_LABELS[role]),
          setRole,
        ),
      ],
    },
    {
      kind: 'submenu',
      label: t('layers.colourMode'),
      disabled: !actions.lineArt.enabled,
      entries: [
        choice(
          'layers.colourMode',
          COLOUR_MODES,
          common(chosenRasters(), 'colourMode'),
          (mode) => t(`layers.colourMode.${mode}`),
          setColourMode,
        ),
      ],
    },
    {
      kind: 'submenu',
      label: t('layers.mask'),
      disabled: !studio.selected || studio.busy,
      entries: [
        actions.addMask,
        actions.addHidingMask,
        actions.enableMask,
        actions.invertMask,
        actions.applyMask,
        actions.deleteMask,
        actions.selectMask,
      ].map(entry),
    },
    ...(hasRecipe || isCutOut('mask')
      ? [
          {
            kind: 'submenu' as const,
            label: t('layers.recipe'),
            entries: [
              // Of a cut-out the strokes are edited; they are its recipe.
              ...(isCutOut('pixels') ? [actions.rerun, actions.editStrokes, actions.copyRecipe] : []),
              ...(hasRecipe && !isCutOut('pixels')
                ? [actions.rerun, actions.editRecipe, actions.copyRecipe]
                : []),
              ...(isCutOut('mask') ? [actions.rerunMask, actions.editMaskStrokes] : []),
            ].map(entry),
          },
        ]
      : []),
    ...(activeGenerated()
      ? [
          {
            kind: 'submenu' as const,
            label: t('generated.strip'),
            entries: [
              actions.poseOnCanvas,
              actions.editGenerated,
              actions.drawAgain,
              actions.copyGenerated,
            ].map(entry),
          },
        ]
      : []),
    LINE,
    entry(actions.addLayer),
    entry(actions.addGroup),
    entry(actions.group),
    entry(actions.ungroup),
    LINE,
    entry(actions.selectAlpha),
    entry(actions.copySelection),
    entry(actions.cutSelection),
    LINE,
    entry(actions.mergeDown),
    entry(actions.mergeVisible),
    entry(actions.flatten),
    LINE,
    entry(actions.moveUp),
    entry(actions.moveDown),
    entry(actions.selectAll),
  ];
}

function entry(action: LayerAction): MenuEntry {
  const line = {
    label: i18n.t(action.label),
    shortcut: action.shortcut,
    disabled: !action.enabled,
    run: () => action.run(),
  };
  const { checked } = action;
  return checked === undefined ? { kind: 'action', ...line } : { kind: 'check', checked, ...line };
}

function tagChoice(): MenuChoice {
  return {
    kind: 'choice',
    label: i18n.t('layers.tag'),
    value: common(studio.selection, 'colourTag'),
    options: COLOUR_TAGS.map((tag) => ({
      value: tag,
      label: i18n.t(`layers.tag.${tag}`),
      colour: TAG_COLOURS[tag],
    })),
    disabled: studio.busy || studio.selection.length === 0,
    choose: (tag) => setColourTag(tag as ColourTag),
  };
}

function choice<T extends string>(
  label: 'layers.role' | 'layers.colourMode',
  values: readonly T[],
  value: T | undefined,
  name: (value: T) => string,
  choose: (value: T) => void,
): MenuChoice {
  const options = values.map((option) => ({ value: option, label: name(option) }));
  return { kind: 'choice', label: i18n.t(label), value, options, choose: (text) => choose(text as T) };
}

/** What all layers agree on; undefined where they differ. */
export function common<K extends keyof LayerInfo>(
  layers: readonly LayerInfo[],
  key: K,
): LayerInfo[K] | undefined {
  const [first, ...rest] = layers;
  return first && rest.every((layer) => layer[key] === first[key]) ? first[key] : undefined;
}
