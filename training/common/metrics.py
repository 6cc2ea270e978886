"""Measures of pictures (B, 3, H, W), sRGB of 0 to 1."""
import torch
import torch.nn.functional as F

from .filters import gaussian


def psnr(a, b):
    """Peak signal-to-noise ratio in dB, a picture (B,)."""
    return -10 * torch.log10((a - b).pow(2).mean((1, 2, 3)).clamp(min=1e-10))


def ms_ssim(a, b):
    """Multi-scale structural similarity (Wang et al. 2003), five scales, a picture (B,); sides >= 176 px."""
    weights = (0.0448, 0.2856, 0.3001, 0.2363, 0.1333)
    result = 1
    for i, weight in enumerate(weights):
        luminance, contrast = _ssim_parts(a, b)
        part = (luminance * contrast if i == 4 else contrast).mean((1, 2, 3)).clamp(min=0)
        result = result * part**weight
        a, b = F.avg_pool2d(a, 2), F.avg_pool2d(b, 2)
    return result


def _ssim_parts(a, b):
    first, second = 0.01**2, 0.03**2
    # The window of the paper: a Gaussian of 1.5 px, 11 px wide; edges repeated rather than cut off.
    blur = lambda x: gaussian(x, 1.5)
    ma, mb = blur(a), blur(b)
    va, vb, cov = blur(a * a) - ma * ma, blur(b * b) - mb * mb, blur(a * b) - ma * mb
    return (2 * ma * mb + first) / (ma * ma + mb * mb + first), (2 * cov + second) / (va + vb + second)


def lab(x):
    """CIELAB of sRGB, D65: L 0 to 100 (IEC 61966-2-1, CIE 15)."""
    linear = torch.where(x <= 0.04045, x / 12.92, ((x.clamp(min=0) + 0.055) / 1.055) ** 2.4)
    matrix = torch.tensor(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]],
        device=x.device,
    )
    xyz = torch.einsum('ij,bj...->bi...', matrix, linear)
    white = torch.tensor([0.95047, 1.0, 1.08883], device=x.device).view(1, 3, *([1] * (x.ndim - 2)))
    t = xyz / white
    f = torch.where(t > 216 / 24389, t.clamp(min=1e-8) ** (1 / 3), (24389 / 27 * t + 16) / 116)
    lx, ly, lz = f.unbind(1)
    return torch.stack([116 * ly - 16, 500 * (lx - ly), 200 * (ly - lz)], 1)


def delta_e(a, b):
    """CIE76 colour difference, (B, 1, …)."""
    return (lab(a) - lab(b)).pow(2).sum(1, keepdim=True).sqrt()


def colour_distance(a, b, samples=2000, directions=32, seed=0):
    """Sliced Wasserstein distance in CIELAB of two sets of colours (3, N) and (3, M)."""
    generator = torch.Generator().manual_seed(seed)
    pick = lambda x: x[:, torch.randint(x.shape[1], (samples,), generator=generator)]
    axes = F.normalize(torch.randn(directions, 3, generator=generator), dim=1)
    first = (axes @ lab(pick(a)[None])[0]).sort(1).values
    second = (axes @ lab(pick(b)[None])[0]).sort(1).values
    return float((first - second).abs().mean())


def leak_rate(out, truth, inside, reach=24, wrong=20.0, match=10.0):
    """Share of pixels `inside` (B, 1, H, W) whose colour has come from a neighbouring area, a picture (B,).

    A pixel leaks where it is `wrong` by CIE76 and matches the truth of a place up to `reach` px away that
    is of another colour.
    """
    got, right = lab(out), lab(truth)
    difference = lambda a, b: (a - b).pow(2).sum(1, keepdim=True).sqrt()
    off = difference(got, right) > wrong
    found = torch.zeros_like(off)
    padded = F.pad(right, (reach,) * 4, mode='replicate')
    height, width = out.shape[2:]
    for radius in (reach // 3, 2 * reach // 3, reach):
        for dy, dx in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1)):
            y, x = reach + dy * radius, reach + dx * radius
            there = padded[:, :, y : y + height, x : x + width]
            found |= (difference(got, there) < match) & (difference(there, right) > wrong)
    leaks = (off & found & inside).float().sum((1, 2, 3))
    return leaks / inside.float().sum((1, 2, 3)).clamp(min=1)
