import type { OraLayer, OraNode } from './ora-node.ts';

/** Size and resolution of the whole picture. */
export interface OraImage {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

/** Version of the OpenRaster specification that is followed. */
const ORA_VERSION = '0.0.5';

/**
 * `stack.xml` of an OpenRaster file (Layer Stack Specification 0.0.5).
 * @param nodes from the bottom to the top; the file lists them the other way round
 * @param sourceOf name of a layer's picture in the archive
 */
export function oraStackXml(
  { width, height, dpi }: OraImage,
  nodes: readonly OraNode[],
  sourceOf: (layer: OraLayer) => string,
): string {
  const resolution = Math.max(1, Math.round(dpi));
  const size = attributes({ version: ORA_VERSION, w: width, h: height, xres: resolution, yres: resolution });
  const lines = [`<?xml version="1.0" encoding="UTF-8"?>`, `<image${size}>`, ' <stack>'];
  const add = (nodes: readonly OraNode[], indent: string): void => {
    for (const node of nodes.toReversed()) {
      const properties = {
        name: node.name,
        ...(node.kind === 'layer' ? { src: sourceOf(node), x: node.x, y: node.y } : {}),
        opacity: Number(node.opacity.toFixed(6)),
        visibility: node.visible ? 'visible' : 'hidden',
        'composite-op': node.compositeOp,
        ...(node.kind === 'stack' ? { isolation: node.isolated ? 'isolate' : 'auto' } : {}),
        ...(node.locked ? { 'edit-locked': 'true' } : {}),
      };
      if (node.kind === 'layer') {
        lines.push(`${indent}<layer${attributes(properties)}/>`);
      } else {
        lines.push(`${indent}<stack${attributes(properties)}>`);
        add(node.children, `${indent} `);
        lines.push(`${indent}</stack>`);
      }
    }
  };
  add(nodes, '  ');
  return [...lines, ' </stack>', '</image>', ''].join('\n');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as an attribute's value. What XML 1.0 cannot hold (section 2.2) becomes U+FFFD. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (letter) => ENTITIES[letter]!)
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}
