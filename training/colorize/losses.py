"""What the colorizer is trained on. Weights are the numbers beside each term."""
import torch
import torch.nn.functional as F

from ..common.filters import grey
from .discriminator import histogram


def generator_losses(out, data):
    """Named, weighted terms of the generator without its adversary."""
    size = data['sketch'].shape[-1]
    trust = data['weight'] * data['paired'].view(-1, 1, 1, 1)
    cells = (size // 8) ** 2
    probes = torch.randperm(cells, device=trust.device)[:PROBES]
    terms = {
        'colour': 10 * _l1(out['colour'], data['colour'], trust),
        'coarse': 3 * _l1(out['coarse'], *_shrink(data['colour'], trust, 4)),
        'base': 4 * _l1(out['base'], *_shrink(data['colour'], trust * data['strength'].view(-1, 1, 1, 1), 8)),
        'middle': 0.9 * 3 * _l1(out['middle'], *_shrink(data['colour'], trust, 32)),
        'grey': 0.3 * 3 * _l1(out['grey'], *_shrink(grey(data['colour']), trust, 32)),
        'edges': 8 * _edges(out['colour'], data['colour'], trust),
        'hint': 6 * _l1(out['colour'], data['hints'][:, :3], data['hints'][:, 3:]),
        'figure': _figure(out['figure'], data),
        'attention': 0.3 * _attention_groups(out, data, probes) + 0.6 * _attention_places(out, data, size, probes),
        'groups': 0.3 * (_groups(out['sketch_groups'], data['groups']) + _groups(out['style_groups'], data['style_groups'])),
        'histogram': 0.5 * _histogram(out['colour'], data),
    }
    return terms


def _l1(a, b, weight):
    return ((a - b).abs() * weight).sum() / (weight.sum() * a.shape[1] + 1e-3)


def _shrink(x, weight, factor):
    """Weighted means of factor x factor pixels, and what is left of their weight."""
    mass = F.avg_pool2d(weight, factor)
    return F.avg_pool2d(x * weight, factor) / mass.clamp(min=1e-4), mass


def _edges(a, b, weight):
    """Differences to the right and below: crisp where the truth is, flat where it is."""
    total = 0
    for axis in (2, 3):
        size = a.shape[axis] - 1
        step = lambda x: x.narrow(axis, 1, size) - x.narrow(axis, 0, size)
        both = torch.minimum(weight.narrow(axis, 1, size), weight.narrow(axis, 0, size))
        total = total + _l1(step(a), step(b), both)
    return total


def _figure(out, data):
    loss = F.binary_cross_entropy_with_logits(out, data['figure'], reduction='none')
    return (loss * data['figure_weight']).sum() / (data['figure_weight'].sum() + 1)


#: Sketch cells whose attention is looked at in a step; all of them would cost more than the network.
PROBES = 160


def _attention_groups(out, data, probes):
    """Sketch cells of a part shall look at style cells of the same part, where the style has some."""
    sketch, style = data['groups'].flatten(1)[:, probes], data['style_groups'].flatten(1)
    same = (sketch.unsqueeze(2) == style.unsqueeze(1)) & (sketch.unsqueeze(2) > 0)
    there = same.any(2)
    mass = (out['attention'][:, probes] * same).sum(2)
    return -(torch.log(mass + 1e-4) * there).sum() / (there.sum() + 1)


def _attention_places(out, data, size, probes):
    """Where the style is the bent picture itself, attention shall find each place again."""
    place = data['coordinates'].flatten(2)
    known = (place[:, :1].amax(2) < 8).float() * data['strength'].unsqueeze(1)
    found = torch.bmm(out['attention'][:, probes], place.transpose(1, 2))
    cells = size // 8
    axis = (torch.arange(cells, device=place.device) + 0.5) / cells * 2 - 1
    truth = torch.stack([axis.repeat(cells), axis.repeat_interleave(cells)], 1)[probes]
    # Cells that the bent picture does not show have no place to be found at.
    nearest = (truth.view(1, -1, 1, 2) - place.transpose(1, 2).unsqueeze(1)).abs().sum(3).amin(2)
    seen = (nearest < 4 / cells).float() * known
    return ((found - truth).abs().sum(2) * seen).sum() / (seen.sum() + 1)


def _groups(logits, truth):
    return F.cross_entropy(logits.flatten(0, 1), truth.flatten(), ignore_index=-1) if (truth >= 0).any() else logits.sum() * 0


def _histogram(colour, data):
    """The colours of the output as a whole: the truth's, or the style's where the style is of something else."""
    paired = data['paired'].view(-1, 1)
    weight = data['figure'] * data['figure_weight'] + (1 - data['figure_weight'])
    truth = histogram(data['colour'], weight) * paired + histogram(data['style']) * (1 - paired)
    return ((histogram(colour, weight) - truth).abs().sum(1) * data['strength']).mean()


def discriminator_loss(critic, sketch, real, fake, style):
    """Hinge loss, and the style read off real pictures alone."""
    real_score, _, told = critic(torch.cat([sketch, real], 1))
    fake_score, _, _ = critic(torch.cat([sketch, fake], 1))
    hinge = F.relu(1 - real_score.float()).mean() + F.relu(1 + fake_score.float()).mean()
    return hinge + 5 * (told - style).abs().sum(1).mean()


def adversarial_losses(critic, sketch, real, fake, style, paired):
    """What the generator learns from its critic: score, features of the real picture, style."""
    score, features, told = critic(torch.cat([sketch, fake], 1))
    with torch.no_grad():
        _, wanted, _ = critic(torch.cat([sketch, real], 1))
    weight = paired.view(-1, 1, 1, 1)
    matching = sum(((a.float() - b.float()).abs() * weight).mean() for a, b in zip(features, wanted))
    return {
        'adversary': -0.15 * score.float().mean(),
        'features': 2 * matching,
        'style': 0.5 * (told - style).abs().sum(1).mean(),
    }
