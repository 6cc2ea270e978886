"""Exports the moving average of a checkpoint as ONNX, with reference values to check a runtime by."""
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch

from ..common.checkpoint import load_checkpoint
from ..common.onnx_weights import halve_weights
from .network import Colorizer
from .pix2pix import PlainUnet

OPSET = 14
INPUTS = ['sketch', 'hints', 'style', 'strength']
OUTPUTS = ['colour', 'figure']


def load_network(path):
    """The network of a checkpoint's moving average, ready to be run."""
    state = load_checkpoint(path)
    network = (PlainUnet if state.get('kind') == 'pix2pix' else Colorizer)(**state['settings'])
    network.load_state_dict({k: v.float() if v.is_floating_point() else v for k, v in state['average'].items()})
    return network.eval(), state


def probe_inputs():
    """A drawn-looking input that is the same everywhere: rings as ink, a striped style, one hint."""
    y, x = np.mgrid[0:64, 0:64].astype(np.float32)
    sketch = (np.abs(np.sin(np.hypot(x - 31, y - 31) / 5)) > 0.25).astype(np.float32)[None, None]
    rows, columns = np.mgrid[0:64, 0:96].astype(np.float32)
    style = np.stack([columns / 95, rows / 63, (columns + rows) / 158])[None].astype(np.float32)
    hints = np.zeros((1, 4, 64, 64), np.float32)
    hints[0, :, 20:24, 30:34] = np.array([1, 0, 0.5, 1], np.float32)[:, None, None]
    return {'sketch': sketch, 'hints': hints, 'style': style, 'strength': np.ones(1, np.float32)}


def export(options):
    """Writes MODEL.onnx and MODEL.probe.json: outputs of PyTorch on `probe_inputs`."""
    torch.set_num_threads(options.threads)
    network, state = load_network(options.checkpoint)
    # What is stored is what is measured: weights are rounded to fp16 first.
    network.load_state_dict({k: v.half().float() for k, v in network.state_dict().items()})
    inputs = [torch.from_numpy(value) for value in probe_inputs().values()]
    out = Path(options.out)
    out.parent.mkdir(parents=True, exist_ok=True)
    axes = {
        'sketch': {0: 'batch', 2: 'height', 3: 'width'},
        'hints': {0: 'batch', 2: 'height', 3: 'width'},
        'style': {0: 'batch', 2: 'style_height', 3: 'style_width'},
        'strength': {0: 'batch'},
        'colour': {0: 'batch', 2: 'height', 3: 'width'},
        'figure': {0: 'batch', 2: 'height', 3: 'width'},
    }
    with torch.no_grad():
        torch.onnx.export(
            network, tuple(inputs), str(out), input_names=INPUTS, output_names=OUTPUTS,
            dynamic_axes=axes, opset_version=OPSET, do_constant_folding=True,
        )
        colour, figure = network(*inputs)
    model = halve_weights(onnx.load(str(out)))
    del model.metadata_props[:]
    for key, value in {'step': state['step'], 'signature': 'koma-colorizer-1'}.items():
        model.metadata_props.add(key=key, value=str(value))
    onnx.save(model, str(out))
    data = out.read_bytes()
    about = {
        'file': out.name,
        'bytes': len(data),
        'sha256': hashlib.sha256(data).hexdigest(),
        'step': state['step'],
        'probe': {
            'colour': [round(float(v), 5) for v in colour[0, :, 3::16, 5::16].flatten()],
            'figure': [round(float(v), 5) for v in figure[0, 0, 3::16, 5::16].flatten()],
        },
    }
    out.with_suffix('.probe.json').write_text(json.dumps(about, indent=1) + '\n')
    print(json.dumps({k: about[k] for k in ('file', 'bytes', 'sha256', 'step')}))
