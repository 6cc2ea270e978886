"""A patch discriminator that also tells the style, after AC-GAN (Odena et al. 2017)."""
import torch
import torch.nn as nn
import torch.nn.functional as F

#: Bins of a histogram along each of the two opponent axes, and of luma.
BINS, LUMA_BINS = 8, 16
STYLE = BINS * BINS + LUMA_BINS


class Discriminator(nn.Module):
    """Sketch and picture (B, 4, S, S) -> patch scores, features of each level, style (B, STYLE)."""

    def __init__(self, width=32):
        super().__init__()
        norm = nn.utils.spectral_norm
        layer = lambda inputs, outputs, stride: norm(nn.Conv2d(inputs, outputs, 4, stride, 1))
        self.layers = nn.ModuleList([layer(4, width, 2), layer(width, 2 * width, 2), layer(2 * width, 4 * width, 2)])
        self.score = layer(4 * width, 1, 1)
        self.style = nn.Linear(4 * width, STYLE)

    def forward(self, x):
        features = []
        for layer in self.layers:
            x = F.leaky_relu(layer(x), 0.2)
            features.append(x)
        return self.score(x), features, self.style(x.float().mean((2, 3)))


def histogram(pictures, weight=None):
    """Soft histogram (B, STYLE) over two opponent axes (R-G, Y-B) and over luma; each part sums to 1.

    Triangular kernels, so it has gradients; `weight` (B, 1, H, W) counts pixels.
    """
    small = F.avg_pool2d(pictures, 4)
    mass = torch.ones_like(small[:, :1]) if weight is None else F.avg_pool2d(weight, 4)
    red, green, blue = small.flatten(2).unbind(1)
    mass = mass.flatten(1)
    mass = mass / mass.sum(1, keepdim=True).clamp(min=1e-6)
    first = _soft_bins((red - green) * 0.5 + 0.5, BINS)
    second = _soft_bins(((red + green) * 0.5 - blue) * 0.5 + 0.5, BINS)
    luma = _soft_bins(0.299 * red + 0.587 * green + 0.114 * blue, LUMA_BINS)
    joint = torch.bmm((first * mass.unsqueeze(2)).transpose(1, 2), second).flatten(1)
    return torch.cat([joint, (luma * mass.unsqueeze(2)).sum(1)], 1)


def _soft_bins(values, count):
    """(B, N) of 0 to 1 -> (B, N, count), how much each value belongs to each bin."""
    centres = (torch.arange(count, device=values.device) + 0.5) / count
    return (1 - (values.unsqueeze(2) - centres).abs() * count).clamp(min=0) + 1e-4
