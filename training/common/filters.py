"""Filters of picture batches (B, C, H, W), on CPU and GPU alike."""
import math

import torch
import torch.nn.functional as F

LUMA = (0.299, 0.587, 0.114)


def grey(x):
    """Rec. 601 luma, (B, 1, H, W)."""
    return x[:, :1] * LUMA[0] + x[:, 1:2] * LUMA[1] + x[:, 2:3] * LUMA[2]


def gaussian(x, sigma):
    """Gaussian blur with edges repeated; `sigma` in pixels."""
    radius = max(1, int(3 * sigma + 0.5))
    t = torch.arange(-radius, radius + 1, device=x.device, dtype=x.dtype)
    kernel = torch.exp(-t * t / (2 * sigma * sigma))
    kernel = kernel / kernel.sum()
    channels = x.shape[1]
    pad = lambda p: F.pad(x, p, mode='replicate')
    x = F.conv2d(pad((radius, radius, 0, 0)), kernel.view(1, 1, 1, -1).expand(channels, 1, 1, -1), groups=channels)
    x = F.conv2d(pad((0, 0, radius, radius)), kernel.view(1, 1, -1, 1).expand(channels, 1, -1, 1), groups=channels)
    return x


def darkest(x, size=3):
    """Minimum over size x size pixels: dark lines grow."""
    return -F.max_pool2d(-x, size, 1, size // 2)


def lightest(x, size=3):
    """Maximum over size x size pixels: dark lines shrink."""
    return F.max_pool2d(x, size, 1, size // 2)


def close_lines(x, size=5):
    """Grey closing: dark lines thinner than `size` vanish."""
    return darkest(lightest(x, size), size)


def smooth_noise(batch, cells, height, width, device):
    """Noise of 0 to 1 with features of about width / cells pixels, (B, 1, H, W)."""
    noise = torch.rand(batch, 1, cells, cells, device=device)
    return F.interpolate(noise, (height, width), mode='bilinear', align_corners=False)


def dct_matrix(device):
    """The 8 x 8 matrix of the type II cosine transform, orthonormal."""
    k = torch.arange(8, device=device).float()
    matrix = torch.cos((2 * k.view(1, 8) + 1) * k.view(8, 1) * math.pi / 16) * 0.5
    matrix[0] *= math.sqrt(0.5)
    return matrix


def jpeg_damage(x, quality):
    """What JPEG's quantisation does to a grey picture whose sides are multiples of 8 (ITU T.81, table K.1)."""
    table = torch.tensor(
        [
            [16, 11, 10, 16, 24, 40, 51, 61],
            [12, 12, 14, 19, 26, 58, 60, 55],
            [14, 13, 16, 24, 40, 57, 69, 56],
            [14, 17, 22, 29, 51, 87, 80, 62],
            [18, 22, 37, 56, 68, 109, 103, 77],
            [24, 35, 55, 64, 81, 104, 113, 92],
            [49, 64, 78, 87, 103, 121, 120, 101],
            [72, 92, 95, 98, 112, 100, 103, 99],
        ],
        device=x.device,
    )
    scale = 5000 / quality if quality < 50 else 200 - 2 * quality
    step = ((table * scale + 50) / 100).floor().clamp(1, 255)
    dct = dct_matrix(x.device)
    b, c, h, w = x.shape
    blocks = (x * 255 - 128).reshape(b, c, h // 8, 8, w // 8, 8).transpose(3, 4)
    spectrum = dct @ blocks @ dct.t()
    blocks = dct.t() @ ((spectrum / step).round() * step) @ dct
    return ((blocks.transpose(3, 4).reshape(b, c, h, w) + 128) / 255).clamp(0, 1)
