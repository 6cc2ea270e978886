"""Semantic groups of the drawing engine's part classes: what may lend whom its colours."""
import torch

from .network import GROUPS

_GROUPS = [
    ['background'],
    ['hairBack', 'hairFront', 'brow'],
    ['face', 'ear', 'neck', 'nose', 'torso', 'arm', 'hand', 'leg', 'foot'],
    ['eye'],
    ['mouth'],
    ['top', 'sleeve'],
    ['bottom'],
    ['sock'],
    ['shoe'],
    ['collar', 'ribbon'],
    ['hat', 'hairOrnament'],
    ['glasses', 'horn', 'accessory', 'effect'],
]
assert len(_GROUPS) == GROUPS
BACKGROUND = 0


def group_table(classes):
    """Group of every part class, by its index, as int64."""
    of = {name: i for i, names in enumerate(_GROUPS) for name in names}
    unknown = [name for name in classes if name not in of]
    if unknown:
        raise ValueError(f'part classes without a group: {unknown}')
    return torch.tensor([of[name] for name in classes])
