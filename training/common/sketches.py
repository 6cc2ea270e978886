"""Sketches from pictures, and what scanners, pencils and shrinking do to drawn lines.

One extractor alone is learnt by heart; many, in many strengths, are not. Lines are 0 ink .. 1 paper.
"""
import random

import torch
import torch.nn.functional as F

from .filters import darkest, gaussian, grey, jpeg_damage, lightest, smooth_noise


def xdog(luma, sigma=0.8, k=1.6, p=19.0, eps=0.5, phi=10.0):
    """Extended difference of Gaussians (Winnemoeller et al. 2012)."""
    first, second = gaussian(luma, sigma), gaussian(luma, sigma * k)
    e = (1 + p) * first - p * second
    return torch.where(e >= eps, torch.ones_like(e), 1 + torch.tanh(phi * (e - eps))).clamp(0, 1)


def fixed_xdog(pictures):
    """The sketch that quality is measured on: XDoG at fixed constants."""
    return xdog(grey(pictures), sigma=0.5, k=1.6, p=19.0, eps=0.3, phi=3.0)


def random_xdog(luma):
    return xdog(
        luma,
        random.uniform(0.5, 1.1),
        random.choice([1.6, 1.6, 4.5]),
        random.uniform(14, 26),
        random.uniform(0.3, 0.7),
        random.choice([3, 8, 30]),
    )


def boundaries(pictures):
    """Lines where colours meet: the Sobel gradient over RGB as ink."""
    x = gaussian(pictures, random.uniform(0.5, 1.0))
    kernel = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]], device=x.device)
    padded = F.pad(x, (1,) * 4, mode='replicate')
    power = 0
    for direction in (kernel, kernel.t()):
        edge = F.conv2d(padded, direction.expand(3, 1, 3, 3).contiguous(), groups=3)
        power = power + edge.pow(2).sum(1, keepdim=True)
    strength = (power + 1e-8).sqrt()
    return 1 - ((strength - random.uniform(0.25, 0.5)) * random.uniform(1.5, 4)).clamp(0, 1)


def extract(pictures):
    """A sketch by a random extractor."""
    r = random.random()
    if r < 0.55:
        return random_xdog(grey(pictures))
    if r < 0.75:
        return boundaries(pictures)
    return torch.minimum(random_xdog(grey(pictures)), boundaries(pictures))


def wobble(lines, pixels):
    """Lines that are not quite where the colours end, as a hand draws them."""
    b, _, h, w = lines.shape
    grid = F.affine_grid(torch.eye(2, 3, device=lines.device).repeat(b, 1, 1), lines.shape, align_corners=False)
    cells = max(4, w // 24)
    field = torch.empty(b, 2, cells, cells, device=lines.device).uniform_(-1, 1) * (2 * pixels / w)
    field = F.interpolate(field, (h, w), mode='bilinear', align_corners=True)
    return F.grid_sample(lines, grid + field.permute(0, 2, 3, 1), padding_mode='border', align_corners=False)


def screentone(lines, luma):
    """Dots where the picture is dark, as on a manga page."""
    b, _, h, w = lines.shape
    pitch = random.uniform(3.0, 7.0)
    y = torch.arange(h, device=lines.device).float().view(1, 1, h, 1)
    x = torch.arange(w, device=lines.device).float().view(1, 1, 1, w)
    turn = 2 * torch.pi / pitch / 2**0.5
    wave = (torch.cos((x + y) * turn) + torch.cos((x - y) * turn)) / 4 + 0.5
    dark = (0.75 - luma).clamp(0, 0.6)
    dots = 1 - ((dark - wave * 0.6) * 6).clamp(0, 1)
    return torch.minimum(lines, dots)


def damage(lines, luma=None):
    """What pencils, scanners and files do: width, gaps, grain, paleness, blur, paper, JPEG, tones."""
    b, _, h, w = lines.shape
    device = lines.device
    r = random.random()
    if r < 0.12:
        lines = darkest(lines)
    elif r < 0.4:
        mix = random.uniform(0.2, 0.6)
        lines = lines * (1 - mix) + lightest(lines) * mix
    if random.random() < 0.4:
        lines = wobble(lines, random.uniform(0.3, 1.4))
    if random.random() < 0.15:
        # A second stroke beside the first, as in a rough sketch.
        lines = torch.minimum(lines, 1 - random.uniform(0.4, 1) * (1 - wobble(lines, random.uniform(1, 2.5))))
    if random.random() < 0.3:
        lines = gaussian(lines, random.uniform(0.3, 0.8))
    ink = 1 - lines
    if random.random() < 0.35:
        gaps = (smooth_noise(b, random.randint(12, 32), h, w, device) - random.uniform(0.02, 0.2)) * 12
        ink = ink * gaps.clamp(0, 1)
    if random.random() < 0.2:
        ink = ink * (1 - random.uniform(0.2, 0.7) * torch.rand(b, 1, h, w, device=device))
    if random.random() < 0.4:
        ink = ink * smooth_noise(b, random.randint(3, 8), h, w, device).mul(0.7).add(0.45).clamp(0, 1)
    # Pale pencil is common; what the app's levels do not bring back must be read all the same.
    ink = ink * torch.empty(b, 1, 1, 1, device=device).uniform_(0.35, 1).clamp(max=1)
    lines = 1 - ink
    if luma is not None and random.random() < 0.08:
        lines = screentone(lines, luma)
    if random.random() < 0.25:
        paper = smooth_noise(b, 4, h, w, device) * random.uniform(0, 0.06)
        lines = lines - paper - random.uniform(0, 0.03) * torch.rand(b, 1, h, w, device=device)
    if random.random() < 0.2:
        lines = jpeg_damage(lines.clamp(0, 1), random.randint(25, 90))
    return lines.clamp(0, 1)
