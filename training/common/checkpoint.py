"""Checkpoints that a run resumes from, and the moving average that is exported."""
import os
from pathlib import Path

import torch


def save_checkpoint(path, state):
    """Writes beside and renames: a run that is killed while it saves loses nothing."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix('.part')
    torch.save(state, beside)
    os.replace(beside, path)


def load_checkpoint(path, device='cpu'):
    return torch.load(path, map_location=device)


class MovingAverage:
    """Exponential moving average of a network's parameters; young averages follow faster."""

    def __init__(self, network, decay=0.999):
        self.decay = decay
        self.values = {name: p.detach().clone() for name, p in network.state_dict().items()}

    @torch.no_grad()
    def update(self, network, step):
        keep = min(self.decay, (step + 1) / (step + 10))
        for name, p in network.state_dict().items():
            if p.dtype.is_floating_point:
                self.values[name].lerp_(p.detach().float(), 1 - keep)
            else:
                self.values[name].copy_(p)


def halved(values):
    """fp32 -> fp16, to keep and to ship."""
    return {name: v.half() if v.dtype == torch.float32 else v for name, v in values.items()}
