"""How the colorizer is trained: phases of steps. A run that ends early goes on where it was."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Phase:
    """Until step `until`: pictures of `size` px, `batch` at a time, learning rate from `rate` to `rate_end`."""

    until: int
    size: int
    batch: int
    rate: float
    rate_end: float
    #: Whether the critic takes part.
    adversary: bool
    #: Shares of renders, faces256, faces96 in a batch.
    shares: tuple


#: Two processor cores with bf16 matrix units: about five hours in all.
CPU = (
    Phase(3_000, 128, 24, 5e-4, 4.4e-4, False, (0.55, 0.25, 0.2)),
    Phase(7_000, 192, 12, 4.4e-4, 3e-4, False, (0.55, 0.35, 0.1)),
    Phase(8_000, 256, 8, 3e-4, 2.6e-4, False, (0.6, 0.4, 0.0)),
    Phase(10_000, 320, 4, 2.6e-4, 4e-5, False, (0.75, 0.25, 0.0)),
    Phase(12_000, 384, 4, 4e-5, 2e-5, True, (0.75, 0.25, 0.0)),
)
#: One data-centre GPU: about half an hour.
GPU = (
    Phase(6_000, 128, 96, 4e-4, 4e-4, False, (0.55, 0.25, 0.2)),
    Phase(14_000, 256, 48, 4e-4, 2e-4, False, (0.6, 0.3, 0.1)),
    Phase(18_000, 256, 32, 2e-4, 1e-4, True, (0.6, 0.4, 0.0)),
    Phase(20_000, 384, 16, 1e-4, 3e-5, True, (0.7, 0.3, 0.0)),
)
#: Twenty steps, to see that everything runs.
SMOKE = (
    Phase(12, 64, 4, 4e-4, 4e-4, False, (0.5, 0.25, 0.25)),
    Phase(20, 64, 4, 4e-4, 1e-4, True, (0.5, 0.25, 0.25)),
)
SCHEDULES = {'cpu': CPU, 'gpu': GPU, 'smoke': SMOKE}


def phase_at(schedule, step):
    """The phase of a step and the learning rate in it; None after the last."""
    begin = 0
    for phase in schedule:
        if step < phase.until:
            part = (step - begin) / (phase.until - begin)
            return phase, phase.rate + (phase.rate_end - phase.rate) * part
        begin = phase.until
    return None, 0.0
