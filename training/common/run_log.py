"""A log of a run that its model card quotes: JSON lines, one an event."""
import json
import platform
import subprocess
import time
from pathlib import Path

import torch


class RunLog:
    """Appends to a file and prints; every line has the seconds since the run began in this process."""

    def __init__(self, path):
        self.path = Path(path)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.start = time.time()

    def write(self, event, **values):
        line = {'event': event, 'seconds': round(time.time() - self.start, 1), **values}
        text = json.dumps(line, ensure_ascii=False)
        with self.path.open('a') as file:
            file.write(text + '\n')
        print(text, flush=True)


def hardware():
    """Processor, threads or graphics card, versions: what a time means."""
    name = platform.processor() or platform.machine()
    try:
        for line in Path('/proc/cpuinfo').read_text().splitlines():
            if line.startswith('model name'):
                name = line.split(':', 1)[1].strip()
                break
    except OSError:
        pass
    about = {'processor': name, 'threads': torch.get_num_threads(), 'torch': torch.__version__}
    if torch.cuda.is_available():
        about['gpu'] = torch.cuda.get_device_name()
    return about


def revision():
    """The version of the code, as git names it."""
    try:
        return subprocess.run(
            ['git', 'describe', '--always', '--dirty'], capture_output=True, text=True, check=True,
            cwd=Path(__file__).parent,
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return 'unknown'
