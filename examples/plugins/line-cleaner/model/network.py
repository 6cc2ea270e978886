"""The network: 69 thousand weights, half of its work at a quarter of the picture's size."""
import torch
import torch.nn as nn
import torch.nn.functional as F

#: Sides have to be multiples of this.
MULTIPLE = 4
#: How far a pixel of the result looks, pixels; the sum is in `reach` below.
CONTEXT = 56


class Cleaner(nn.Module):
    """(n, 1, h, w), 1 white .. 0 black -> (n, 1, h, w), the drawing without its paper; before the sigmoid."""

    def __init__(self, near=24, far=32):
        super().__init__()
        self.first = nn.Conv2d(4, near, 3, padding=1)
        self.second = nn.Conv2d(near, near, 3, padding=1)
        self.down = nn.Conv2d(near, far, 3, stride=2, padding=1)
        self.wide = nn.ModuleList(nn.Conv2d(far, far, 3, padding=d, dilation=d) for d in (1, 2, 4, 2, 1))
        self.up = nn.Conv2d(far, near * 4, 1)
        self.third = nn.Conv2d(near, near, 3, padding=1)
        self.last = nn.Conv2d(near, 4, 3, padding=1)

    def forward(self, seen):
        return self.after(F.relu(self.first(F.pixel_unshuffle(seen, 2))))

    def after(self, x):
        """All but the first convolution."""
        x = F.relu(self.second(x))
        y = F.relu(self.down(x))
        for conv in self.wide:
            y = y + F.relu(conv(y))
        x = x + F.pixel_shuffle(self.up(y), 2)
        x = x + F.relu(self.third(F.relu(x)))
        return F.pixel_shuffle(self.last(F.relu(x)), 2)


class Exported(nn.Module):
    """What is exported: the drawing itself, 1 white .. 0 ink. The first convolution has taken in the unshuffling."""

    def __init__(self, cleaner):
        super().__init__()
        self.cleaner = cleaner
        near, _, side, _ = cleaner.first.weight.shape
        self.first = nn.Conv2d(1, near, 2 * side, stride=2, padding=2)
        with torch.no_grad():
            weight = cleaner.first.weight.view(near, 2, 2, side, side).permute(0, 3, 1, 4, 2)
            self.first.weight.copy_(weight.reshape(near, 1, 2 * side, 2 * side))
            self.first.bias.copy_(cleaner.first.bias)

    def forward(self, seen):
        return torch.sigmoid(self.cleaner.after(F.relu(self.first(seen))))


def reach():
    """Pixels that a result depends on in each direction, at most: half-size pixels count 2, quarter 4."""
    return 2 * (1 + 1 + 1) + 4 * (1 + 2 + 4 + 2 + 1) + 2 * (1 + 1) + 2 + 1
