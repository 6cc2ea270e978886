"""Pictures in rows, as one file to be looked at."""
import torch
from PIL import Image


def contact_sheet(rows, path):
    """`rows` of pictures (3, H, W) of 0 to 1, all of one size; the file's type is by its name."""
    whole = torch.cat([torch.cat(row, 2) for row in rows], 1)
    pixels = (whole.clamp(0, 1) * 255).round().byte().permute(1, 2, 0).numpy()
    Image.fromarray(pixels).save(path, quality=85)
