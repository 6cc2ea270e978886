import type { OnnxAttribute, OnnxGraph, OnnxModel, OnnxNode, OnnxTensor, OnnxValue } from './model.ts';
import {
  AttributeField,
  AttributeType,
  EntryField,
  GraphField,
  ModelField,
  NodeField,
  OpsetField,
  ShapeField,
  TensorField,
  TypeField,
  ValueField,
} from './onnx-field.ts';
import { ProtoWriter } from './proto-writer.ts';

/** The bytes of an `.onnx` file. The same model always gives the same bytes. */
export function encodeModel(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const writer = new ProtoWriter();
  writer.int(ModelField.irVersion, model.irVersion).text(ModelField.producer, model.producer);
  writer.message(ModelField.graph, (w) => writeGraph(w, model.graph));
  for (const { domain, version } of model.opsets) {
    writer.message(ModelField.opset, (w) =>
      w.text(OpsetField.domain, domain).int(OpsetField.version, version),
    );
  }
  for (const [key, value] of Object.entries(model.metadata)) {
    writer.message(ModelField.metadata, (w) => w.text(EntryField.key, key).text(EntryField.value, value));
  }
  return writer.finish();
}

function writeGraph(writer: ProtoWriter, graph: OnnxGraph): void {
  for (const node of graph.nodes) writer.message(GraphField.node, (w) => writeNode(w, node));
  writer.text(GraphField.name, graph.name);
  for (const tensor of graph.initializers) {
    writer.message(GraphField.initializer, (w) => writeTensor(w, tensor));
  }
  for (const value of graph.inputs) writer.message(GraphField.input, (w) => writeValue(w, value));
  for (const value of graph.outputs) writer.message(GraphField.output, (w) => writeValue(w, value));
}

function writeNode(writer: ProtoWriter, node: OnnxNode): void {
  for (const name of node.inputs) writer.text(NodeField.input, name);
  for (const name of node.outputs) writer.text(NodeField.output, name);
  // Runtimes name a node in their messages; the value it makes says where it sits.
  writer.text(NodeField.name, node.outputs[0] ?? '').text(NodeField.op, node.op);
  for (const [name, attribute] of Object.entries(node.attributes ?? {})) {
    writer.message(NodeField.attribute, (w) => writeAttribute(w, name, attribute));
  }
  if (node.domain) writer.text(NodeField.domain, node.domain);
}

function writeAttribute(writer: ProtoWriter, name: string, attribute: OnnxAttribute): void {
  writer.text(AttributeField.name, name);
  switch (attribute.type) {
    case 'float':
      writer.float(AttributeField.float, attribute.value);
      break;
    case 'int':
      writer.int(AttributeField.int, attribute.value);
      break;
    case 'string':
      writer.text(AttributeField.string, attribute.value);
      break;
    case 'tensor':
      writer.message(AttributeField.tensor, (w) => writeTensor(w, attribute.value));
      break;
    case 'floats':
      for (const value of attribute.value) writer.float(AttributeField.floats, value);
      break;
    case 'ints':
      for (const value of attribute.value) writer.int(AttributeField.ints, value);
      break;
    case 'strings':
      for (const value of attribute.value) writer.text(AttributeField.strings, value);
      break;
  }
  writer.int(AttributeField.type, AttributeType[attribute.type]);
}

function writeTensor(writer: ProtoWriter, tensor: OnnxTensor): void {
  for (const size of tensor.dims) writer.int(TensorField.dims, size);
  writer.int(TensorField.elemType, tensor.elemType);
  writer.text(TensorField.name, tensor.name).bytes(TensorField.rawData, tensor.data);
}

function writeValue(writer: ProtoWriter, value: OnnxValue): void {
  const { name, elemType, dims } = value;
  writer.text(ValueField.name, name);
  if (elemType === undefined) return;
  writer.message(ValueField.type, (type) =>
    type.message(TypeField.tensor, (tensor) => {
      tensor.int(TypeField.elemType, elemType);
      if (dims) tensor.message(TypeField.shape, (shape) => dims.forEach((size) => writeDim(shape, size)));
    }),
  );
}

function writeDim(shape: ProtoWriter, size: number | string): void {
  shape.message(ShapeField.dim, (dim) => {
    if (typeof size === 'number') dim.int(ShapeField.value, size);
    else if (size !== '') dim.text(ShapeField.param, size);
  });
}
