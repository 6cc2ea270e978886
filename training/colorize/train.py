"""Trains the colorizer; stops and goes on wherever it is."""
import random
import signal
import time
from pathlib import Path

import numpy as np
import torch

from ..common.checkpoint import MovingAverage, halved, load_checkpoint, save_checkpoint
from ..common.run_log import RunLog, hardware, revision
from .batches import Batches
from .discriminator import Discriminator, histogram
from .losses import adversarial_losses, discriminator_loss, generator_losses
from .network import Colorizer
from .pix2pix import PlainTrainer
from .schedule import SCHEDULES, phase_at
from .sources import open_sources

LOG_EVERY = 50
REFRESH_EVERY = 500


class Trainer:
    """Network, critic, their optimisers and moving average; `step` counts what has been done."""

    def __init__(self, device, style=True):
        self.device = device
        self.style = style
        layout = torch.channels_last
        self.network = Colorizer().to(device, memory_format=layout)
        self.critic = Discriminator().to(device, memory_format=layout)
        self.optimiser = torch.optim.Adam(self.network.parameters(), 4e-4, betas=(0.9, 0.99))
        self.critic_optimiser = torch.optim.Adam(self.critic.parameters(), 2e-4, betas=(0.5, 0.99))
        self.average = MovingAverage(self.network)
        self.step = 0
        self.seconds = 0.0

    def train_step(self, data, rate, adversary):
        """One step; the named losses."""
        cast = torch.autocast(self.device, dtype=torch.bfloat16)
        for group in self.optimiser.param_groups:
            group['lr'] = rate
        for group in self.critic_optimiser.param_groups:
            group['lr'] = rate / 2
        if not self.style:
            data['strength'] = torch.zeros_like(data['strength'])
        with cast:
            out = self.network(data['sketch'], data['hints'], data['style'], data['strength'], train=True)
        terms = generator_losses(out, data)
        if adversary:
            fake = out['colour'] * data['sketch']
            real = data['colour'] * data['sketch']
            told = histogram(data['style'])
            with cast:
                terms.update(adversarial_losses(self.critic, data['sketch'], real, fake, told, data['paired']))
        total = sum(terms.values())
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        if torch.isfinite(total):
            self.optimiser.step()
        if adversary:
            with cast:
                loss = discriminator_loss(self.critic, data['sketch'], real, fake.detach(), told)
            self.critic_optimiser.zero_grad(set_to_none=True)
            loss.backward()
            self.critic_optimiser.step()
            terms['critic'] = loss
        self.average.update(self.network, self.step)
        self.step += 1
        return {name: float(value) for name, value in terms.items()}

    def state(self):
        return {
            'network': self.network.state_dict(),
            'critic': self.critic.state_dict(),
            'optimiser': self.optimiser.state_dict(),
            'critic_optimiser': self.critic_optimiser.state_dict(),
            'average': self.average.values,
            'settings': self.network.settings,
            'step': self.step,
            'seconds': self.seconds,
            'random': (random.getstate(), torch.get_rng_state()),
        }

    def small_state(self):
        """Enough to go on from, in a tenth of the bytes: the optimisers begin anew."""
        return {
            'network': halved(self.network.state_dict()),
            'critic': halved(self.critic.state_dict()),
            'average': halved(self.average.values),
            'settings': self.network.settings,
            'step': self.step,
            'seconds': self.seconds,
        }

    def load(self, state):
        self.network.load_state_dict({k: v.float() for k, v in state['network'].items()})
        self.critic.load_state_dict({k: v.float() if v.is_floating_point() else v for k, v in state['critic'].items()})
        self.average.values = {k: v.to(self.device).float() for k, v in state['average'].items()}
        if 'optimiser' in state:
            self.optimiser.load_state_dict(state['optimiser'])
            self.critic_optimiser.load_state_dict(state['critic_optimiser'])
            random.setstate(state['random'][0])
            torch.set_rng_state(state['random'][1].cpu())
        self.step, self.seconds = state['step'], state['seconds']


def train(options):
    """Runs until the schedule, `--steps` or `--minutes` end; writes DIR/log.jsonl, full.pt, small.pt."""
    if options.pix2pix:
        return train_plain(options)
    device = 'cuda' if torch.cuda.is_available() else 'cpu'
    if device == 'cpu':
        torch.set_num_threads(options.threads)
    torch.backends.cudnn.benchmark = True
    schedule = SCHEDULES[options.schedule]
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    np.random.seed(options.seed)
    folder = Path(options.out)
    log = RunLog(folder / 'log.jsonl')
    trainer = Trainer(device, style=not options.no_style)
    resume = Path(options.resume) if options.resume else folder / 'full.pt'
    if resume.exists():
        trainer.load(load_checkpoint(resume, device))
    sources = open_sources(options)
    batches = Batches(sources.pairs, sources.sets, None, device)
    log.write(
        'start', step=trainer.step, schedule=options.schedule, seed=options.seed, style=trainer.style,
        data=sources.about(), code=revision(), **hardware(),
        parameters=sum(p.numel() for p in trainer.network.parameters()),
    )
    begin, saved, logged = time.time(), time.time(), time.time()
    before, sums, seen = trainer.seconds, {}, 0
    stop = stop_signal()
    while True:
        phase, rate = phase_at(schedule, trainer.step)
        late = options.minutes and time.time() - begin > options.minutes * 60
        if phase is None or late or stop() or (options.steps and trainer.step >= options.steps):
            break
        batches.shares = phase.shares[: 1 + len(sources.sets)]
        data = batches.next(phase.size, phase.batch)
        data = {k: v.contiguous(memory_format=torch.channels_last) if v.ndim == 4 else v for k, v in data.items()}
        # A phase begins gently: another size is another task.
        terms = trainer.train_step(data, rate * min(1, (trainer.step + 1) / 200), phase.adversary)
        trainer.seconds = before + time.time() - begin
        for name, value in terms.items():
            sums[name] = sums.get(name, 0) + value
        seen += phase.batch
        if trainer.step % LOG_EVERY == 0:
            means = {name: round(value * phase.batch / seen, 4) for name, value in sums.items()}
            log.write('step', step=trainer.step, size=phase.size, rate=round(rate, 7), per_second=round(seen / (time.time() - logged), 1), **means)
            sums, seen, logged = {}, 0, time.time()
        if trainer.step % REFRESH_EVERY == 0 and sources.pairs is not None:
            sources.pairs.refresh()
        if time.time() - saved > options.save_minutes * 60:
            save_checkpoint(folder / 'full.pt', trainer.state())
            saved = time.time()
    save_checkpoint(folder / 'full.pt', trainer.state())
    save_checkpoint(folder / 'small.pt', trainer.small_state())
    log.write('end', step=trainer.step, hours=round(trainer.seconds / 3600, 3))


def train_plain(options):
    """The pix2pix-like baseline on the same batches; writes DIR/pix2pix.pt."""
    device = 'cuda' if torch.cuda.is_available() else 'cpu'
    if device == 'cpu':
        torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    folder = Path(options.out)
    log = RunLog(folder / 'log.jsonl')
    trainer, sources = PlainTrainer(device), open_sources(options)
    batches = Batches(sources.pairs, sources.sets, None, device)
    log.write('start', network='pix2pix', schedule=options.schedule, seed=options.seed, data=sources.about(), **hardware())
    stop, begin, total = stop_signal(), time.time(), 0
    while not stop():
        phase, _ = phase_at(SCHEDULES[options.schedule], trainer.step)
        late = options.minutes and time.time() - begin > options.minutes * 60
        if phase is None or late or (options.steps and trainer.step >= options.steps):
            break
        batches.shares = phase.shares[: 1 + len(sources.sets)]
        data = batches.next(phase.size, phase.batch)
        data = {k: v.contiguous(memory_format=torch.channels_last) if v.ndim == 4 else v for k, v in data.items()}
        total += trainer.train_step(data)['colour']
        if trainer.step % LOG_EVERY == 0:
            log.write('step', step=trainer.step, size=phase.size, colour=round(total / LOG_EVERY, 4))
            total = 0
    trainer.seconds = time.time() - begin
    save_checkpoint(folder / 'pix2pix.pt', trainer.state())
    log.write('end', step=trainer.step, hours=round(trainer.seconds / 3600, 3))


def stop_signal():
    """Whether somebody has asked the run to end: it finishes its step and saves."""
    asked = []
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: asked.append(True))
    return lambda: bool(asked)
