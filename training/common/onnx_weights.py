"""Halves the bytes of an ONNX file: weights as fp16 initialisers, each followed by a Cast to fp32.

Runtimes fold the casts when a session is made, so the speed is that of fp32; plain fp16 graphs are slow or
unsupported in WebAssembly.
"""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

#: Smaller tensors are not worth a node.
LEAST = 64


def halve_weights(model):
    """Changes `model` in place and gives it back."""
    graph = model.graph
    casts = []
    for tensor in graph.initializer:
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < LEAST:
            continue
        values = numpy_helper.to_array(tensor)
        if not np.isfinite(values.astype(np.float16)).all():
            raise ValueError(f'{tensor.name} does not fit into fp16')
        name = tensor.name
        half = numpy_helper.from_array(values.astype(np.float16), name + '_half')
        tensor.CopyFrom(half)
        casts.append(helper.make_node('Cast', [name + '_half'], [name], to=TensorProto.FLOAT, name='Cast_' + name))
    nodes = list(graph.node)
    del graph.node[:]
    graph.node.extend(casts + nodes)
    onnx.checker.check_model(model)
    return model
