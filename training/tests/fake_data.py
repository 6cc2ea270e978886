"""Small made-up pictures in the formats that training reads; nothing of the real sets."""
import io
import json
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image

CLASSES = ['background', 'hairBack', 'face', 'top']


def write_zip(folder, size, names, seed=0):
    rng = np.random.default_rng(seed)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / 'shard-00.zip', 'w') as archive:
        for name in names:
            blocks = rng.integers(0, 255, (4, 4, 3), np.uint8)
            data = io.BytesIO()
            Image.fromarray(blocks).resize((size, size), Image.NEAREST).save(data, 'WEBP', quality=80)
            archive.writestr(name, data.getvalue())


def write_faces256(folder, count=8):
    names = [f'{i:06}.webp' for i in range(count)]
    write_zip(folder, 256, names)
    rows = ['file\tshard\tcharacter'] + [f'{name}\t00\tc{16 if i % 4 == 0 else 3}' for i, name in enumerate(names)]
    (Path(folder) / 'identities.tsv').write_text('\n'.join(rows) + '\n')


def write_faces96(folder, count=24):
    write_zip(folder, 96, [f'{i:06}.webp' for i in range(count)], 1)


def write_pairs(folder, size=128, count=6, first=1):
    rng = np.random.default_rng(first)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    records = np.full((count, size, size, 10), 255, np.uint8)
    records[..., 4:6] = 0
    records[..., 9] = 0
    for record in records:
        q = size // 4
        for channels, part in ((slice(1, 4), 5), (slice(6, 9), 9)):
            for index, rows in ((1, slice(q, 2 * q)), (2, slice(2 * q, 3 * q)), (3, slice(3 * q, size))):
                record[rows, q : 3 * q, channels] = rng.integers(0, 255, 3)
                record[rows, q : 3 * q, part] = index
        record[q:, q : 3 * q, 4] = 255
        for row in (q, 2 * q, 3 * q):
            record[row - 1 : row + 1, q : 3 * q, 0] = 0
    stem = folder / f'pairs-{size}-{first}'
    records.tofile(stem.with_suffix('.bin'))
    header = {'version': 1, 'size': size, 'count': count, 'firstSeed': first, 'classes': CLASSES}
    stem.with_suffix('.json').write_text(json.dumps(header))
