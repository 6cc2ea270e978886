"""Sets of pictures in zip files, decoded once into one array."""
import io
import zipfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image


def load_zips(folder, size, keep=lambda name: True, limit=None):
    """Pictures of all zips of a folder, by name, as uint8 (N, 3, size, size), and their names.

    `keep` tells by its file name (without the zip's folders) whether a picture is wanted.
    """
    pictures, names = [], []
    for archive in sorted(Path(folder).glob('*.zip')):
        with zipfile.ZipFile(archive) as opened:
            for name in sorted(opened.namelist()):
                short = name.rsplit('/', 1)[-1]
                if not short or not keep(short):
                    continue
                picture = Image.open(io.BytesIO(opened.read(name))).convert('RGB')
                if picture.size != (size, size):
                    picture = picture.resize((size, size), Image.LANCZOS)
                pictures.append(np.asarray(picture))
                names.append(short)
                if limit and len(names) >= limit:
                    break
    if not pictures:
        raise FileNotFoundError(f'no pictures in the zip files of {folder}')
    return torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).contiguous(), names


def unit(pictures):
    """uint8 -> float of 0 to 1."""
    return pictures.float().div_(255)
