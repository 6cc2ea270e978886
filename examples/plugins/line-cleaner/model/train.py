"""
Trains the line cleaner and writes line-cleaner.onnx. On one thread of a 2023 server processor: ten minutes.

    node training/render/render-pairs.ts --out renders --seed 500001 --count 260 --size 512 --shard 130
    python3 examples/plugins/line-cleaner/model/train.py --renders renders
"""
import argparse
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from drawings import Renders, strokes
from network import CONTEXT, Cleaner, Exported, reach
from scanning import pair

HERE = Path(__file__).resolve().parent
SIDE, EDGE, BATCH = 160, 20, 12


def batch(rng, renders, size=BATCH, side=SIDE):
    """(seen, drawn) as float tensors (size, 1, side, side)."""
    pairs = [pair(rng, renders, side, strokes) for _ in range(size)]
    return [torch.from_numpy(np.stack(half)).float().div(255)[:, None] for half in zip(*pairs)]


def loss_of(logits, drawn):
    """Cross entropy that counts ink more than paper, without the edge, where the context is missing."""
    logits, drawn = (x[:, :, EDGE:-EDGE, EDGE:-EDGE] for x in (logits, drawn))
    each = F.binary_cross_entropy_with_logits(logits, drawn, reduction='none')
    far = (torch.sigmoid(logits) - drawn).abs()
    return ((each + far) * (1 + 2 * (1 - drawn))).mean()


def psnr(a, b):
    return float(-10 * torch.log10(F.mse_loss(a, b) + 1e-12))


def train(renders, minutes, seed):
    """Trains for a time. The same seed gives the same data; how far it gets depends on the machine."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    network = Cleaner().to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=1e-4)
    averaged = {name: value.clone() for name, value in network.state_dict().items()}
    begun, step, lately = time.time(), 0, []
    while (share := (time.time() - begun) / (60 * minutes)) < 1:
        for group in optimiser.param_groups:
            group['lr'] = 3e-3 * min(1, (step + 1) / 50) * (0.5 + 0.5 * np.cos(np.pi * share)) + 1e-5
        seen, drawn = batch(rng, renders)
        loss = loss_of(network(seen.to(memory_format=torch.channels_last)), drawn)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1)
        optimiser.step()
        keep = min(0.99, step / (step + 10))
        for name, value in network.state_dict().items():
            averaged[name].mul_(keep).add_(value, alpha=1 - keep)
        lately.append(loss.item())
        step += 1
        if step % 50 == 0:
            print(f'{step:5} {time.time() - begun:5.0f} s  loss {np.mean(lately[-50:]):.4f}', flush=True)
    network.load_state_dict(averaged)
    return network.eval(), step


def measure(network, renders, seed, count=64):
    """PSNR of what is seen and of the result against what was drawn, on squares of a seed of their own."""
    seen, drawn = batch(np.random.default_rng(seed), renders, count)
    with torch.no_grad():
        clean = torch.sigmoid(network(seen))
    inner = (slice(None), slice(None), slice(EDGE, -EDGE), slice(EDGE, -EDGE))
    return psnr(seen[inner], drawn[inner]), psnr(clean[inner], drawn[inner])


def export(network, path):
    torch.onnx.export(
        Exported(network), torch.rand(1, 1, 64, 96), str(path), opset_version=13,
        input_names=['seen'], output_names=['drawn'],
        dynamic_axes={name: {0: 'n', 2: 'h', 3: 'w'} for name in ('seen', 'drawn')},
    )


if __name__ == '__main__':
    flags = argparse.ArgumentParser()
    flags.add_argument('--renders', required=True, help='folder of shards to train on')
    flags.add_argument('--held', help='folder of shards to measure on, never trained on')
    flags.add_argument('--minutes', type=float, default=9.5)
    flags.add_argument('--seed', type=int, default=1)
    flags.add_argument('--threads', type=int, default=1)
    flags.add_argument('--out', default=str(HERE.parent / 'models' / 'line-cleaner.onnx'))
    args = flags.parse_args()
    torch.set_num_threads(args.threads)
    assert reach() <= CONTEXT
    network, steps = train(Renders(args.renders), args.minutes, args.seed)
    Path(args.out).parent.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), Path(args.out).with_suffix('.pt'))
    export(network, args.out)
    print(f'{steps} steps, {Path(args.out).stat().st_size} bytes')
    if args.held:
        before, after = measure(network, Renders(args.held), args.seed + 1_000_000)
        print(f'PSNR against what was drawn: seen {before:.2f} dB, cleaned {after:.2f} dB')
