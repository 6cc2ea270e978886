"""Random geometric changes: scale, rotation, mirror and a smooth thin-plate-like field."""
import math
import random

import torch
import torch.nn.functional as F


def warp_grid(batch, height, width, device, scale=(0.75, 1.2), turn=0.35, shift=0.2, bend=0.18, mirror=0.5):
    """Where each pixel of the warped picture comes from, (B, H, W, 2) in -1 to 1 (x, y).

    A sample's own similarity transform plus a 4 x 4 field of up to `bend` (half the picture is 1),
    interpolated by cubics as a thin-plate spline would be.
    """
    theta = torch.zeros(batch, 2, 3)
    for i in range(batch):
        angle, size = random.uniform(-turn, turn), random.uniform(*scale)
        flip = -1 if random.random() < mirror else 1
        c, s = size * math.cos(angle), size * math.sin(angle)
        theta[i] = torch.tensor(
            [[flip * c, -s, random.uniform(-shift, shift)], [flip * s, c, random.uniform(-shift, shift)]]
        )
    grid = F.affine_grid(theta.to(device), (batch, 1, height, width), align_corners=False)
    if bend > 0:
        field = torch.empty(batch, 2, 4, 4, device=device).uniform_(-bend, bend)
        field = F.interpolate(field, (height, width), mode='bicubic', align_corners=True)
        grid = grid + field.permute(0, 2, 3, 1)
    return grid


def warp(x, grid):
    """Pictures at the places of a grid; what lies outside is mirrored in."""
    return F.grid_sample(x, grid, padding_mode='reflection', align_corners=False)
