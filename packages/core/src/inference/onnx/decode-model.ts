import { KomaError } from '../../errors.ts';
import { decodeAttribute } from './decode-attribute.ts';
import { decodeTensor } from './decode-tensor.ts';
import { decodeValue } from './decode-value.ts';
import type { OnnxAttribute, OnnxGraph, OnnxModel, OnnxNode, OnnxTensor, OnnxValue } from './model.ts';
import { EntryField, GraphField, ModelField, NodeField, OpsetField } from './onnx-field.ts';
import { fieldSize, fieldText, readFields } from './proto-reader.ts';
import { unsupported } from './unsupported.ts';

/**
 * Reads an `.onnx` file. Tensors are views into `bytes`, nothing large is copied. Documentation strings, node
 * names and shape hints of inner values are dropped; runtimes work them out again.
 * @throws KomaError `MODEL_CORRUPT` if it is no ONNX file, or uses what cannot be kept without loss: functions,
 * sparse weights, sub-graphs (control flow), weights in files of their own.
 */
export function decodeModel(bytes: Uint8Array): OnnxModel {
  let irVersion = 0;
  let producer = '';
  let graph: OnnxGraph | undefined;
  const opsets: { domain: string; version: number }[] = [];
  const metadata: Record<string, string> = {};
  for (const field of readFields(bytes)) {
    if (field.field === ModelField.irVersion) irVersion = fieldSize(field);
    else if (field.field === ModelField.producer) producer = fieldText(field);
    else if (field.field === ModelField.graph) graph = decodeGraph(field.bytes);
    else if (field.field === ModelField.opset) opsets.push(decodeOpset(field.bytes));
    else if (field.field === ModelField.metadata) Object.assign(metadata, decodeEntry(field.bytes));
    else if (field.field === ModelField.functions) throw unsupported('functions');
  }
  if (!graph) throw new KomaError('MODEL_CORRUPT', 'The model file is damaged: it holds no graph.');
  return { irVersion, producer, opsets, graph, metadata };
}

function decodeGraph(bytes: Uint8Array): OnnxGraph {
  let name = '';
  const nodes: OnnxNode[] = [];
  const initializers: OnnxTensor[] = [];
  const inputs: OnnxValue[] = [];
  const outputs: OnnxValue[] = [];
  for (const field of readFields(bytes)) {
    if (field.field === GraphField.node) nodes.push(decodeNode(field.bytes));
    else if (field.field === GraphField.name) name = fieldText(field);
    else if (field.field === GraphField.initializer) initializers.push(decodeTensor(field.bytes));
    else if (field.field === GraphField.input) inputs.push(decodeValue(field.bytes));
    else if (field.field === GraphField.output) outputs.push(decodeValue(field.bytes));
    else if (field.field === GraphField.sparseInitializer) throw unsupported('sparse weights');
  }
  return { name, nodes, initializers, inputs, outputs };
}

function decodeNode(bytes: Uint8Array): OnnxNode {
  let op = '';
  let domain = '';
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes: Record<string, OnnxAttribute> = {};
  for (const field of readFields(bytes)) {
    if (field.field === NodeField.input) inputs.push(fieldText(field));
    else if (field.field === NodeField.output) outputs.push(fieldText(field));
    else if (field.field === NodeField.op) op = fieldText(field);
    else if (field.field === NodeField.domain) domain = fieldText(field);
    else if (field.field === NodeField.attribute) {
      const [name, attribute] = decodeAttribute(field.bytes);
      attributes[name] = attribute;
    }
  }
  const node = { op, inputs, outputs };
  const withDomain = domain === '' ? node : { ...node, domain };
  return Object.keys(attributes).length === 0 ? withDomain : { ...withDomain, attributes };
}

function decodeOpset(bytes: Uint8Array): { domain: string; version: number } {
  let domain = '';
  let version = 0;
  for (const field of readFields(bytes)) {
    if (field.field === OpsetField.domain) domain = fieldText(field);
    else if (field.field === OpsetField.version) version = fieldSize(field);
  }
  return { domain, version };
}

function decodeEntry(bytes: Uint8Array): Record<string, string> {
  let key = '';
  let value = '';
  for (const field of readFields(bytes)) {
    if (field.field === EntryField.key) key = fieldText(field);
    else if (field.field === EntryField.value) value = fieldText(field);
  }
  return { [key]: value };
}
