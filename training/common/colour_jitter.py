"""One random colour transform a sample, shared by target and style: the cure for "one average colour"."""
import math
import random

import torch

from .filters import LUMA


def jitter_matrices(batch, natural, device):
    """Affine colour transforms, matrices (B, 3, 3) and offsets (B, 3, 1); `natural`: share left as it is.

    Hue rotation about the grey axis, saturation, permutation of channels, gain a channel, offset.
    """
    matrices, offsets = torch.eye(3).repeat(batch, 1, 1), torch.zeros(batch, 3, 1)
    luma = torch.tensor(LUMA).expand(3, 3)
    for i in range(batch):
        if random.random() < natural:
            continue
        angle = random.uniform(-math.pi, math.pi)
        c, s = math.cos(angle), math.sin(angle) * math.sqrt(1 / 3)
        t = (1 - math.cos(angle)) / 3
        hue = torch.tensor([[c + t, t - s, t + s], [t + s, c + t, t - s], [t - s, t + s, c + t]])
        amount = random.uniform(0.5, 1.6)
        saturation = torch.eye(3) * amount + luma * (1 - amount)
        order = torch.eye(3)[torch.randperm(3)] if random.random() < 0.4 else torch.eye(3)
        gain = torch.diag(torch.empty(3).uniform_(0.8, 1.15))
        matrices[i] = gain @ saturation @ hue @ order
        offsets[i] = torch.empty(3, 1).uniform_(-0.06, 0.06)
    return matrices.to(device), offsets.to(device)


def apply_colours(x, matrices, offsets):
    """The transforms on pictures (B, 3, H, W) of 0 to 1."""
    flat = torch.baddbmm(offsets, matrices, x.reshape(x.shape[0], 3, -1))
    return flat.reshape(x.shape).clamp_(0, 1)


def hue_rotation(angle):
    """The 3 x 3 matrix that rotates hues by `angle` radians about the grey axis."""
    c, s = math.cos(angle), math.sin(angle) * math.sqrt(1 / 3)
    t = (1 - math.cos(angle)) / 3
    return torch.tensor([[c + t, t - s, t + s], [t + s, c + t, t - s], [t - s, t + s, c + t]])
