"""The colorizer's network.

A U-net after Zhang et al. 2017 ("Style Transfer for Anime Sketches with Enhanced Residual U-net and
Auxiliary Classifier GAN", arXiv 1706.03319: style vector at the bottleneck, guide decoders) with the
reference attention of Lee et al. 2020 (SCFT, arXiv 2005.05207) and two changes that make the style
picture count from the first step on:

* the colours that attention picks from the style picture are the base of the output, and the decoder
  only corrects them, in logit space;
* what is finer than the attention's cells is reached by convex upsampling (Teed and Deng 2020, RAFT,
  arXiv 2003.12039): each pixel chooses among the nine cells around it, so borders are crisp and no
  colour comes up that neither the style nor the correction has.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

#: Cells of the full-resolution convolutions: the network works at a quarter of the sketch's size.
CELL = 4
#: Sketches and style pictures have sides that are multiples of this.
MULTIPLE = 32
#: Semantic groups that sketch and style features are told apart by while training.
GROUPS = 12
#: What the last layer gives: correction of the colours at 1/4, choice among nine cells, fine correction, figure.
HEADS = [3, 9 * CELL * CELL, 3 * CELL * CELL, CELL * CELL]


def space_to_depth(x):
    """(B, C, H, W) -> (B, 16 C, H / 4, W / 4), the order of ONNX SpaceToDepth: row, column, channel."""
    return torch.cat([x[:, :, i::CELL, j::CELL] for i in range(CELL) for j in range(CELL)], 1)


def closing(x):
    """Grey closing of 3 x 3 px per channel: thin dark lines vanish, so lines do not darken colours."""
    dilated = F.max_pool2d(x.contiguous(), 3, 1, 1)
    return -F.max_pool2d(-dilated, 3, 1, 1)


def logit(x):
    """The inverse of the sigmoid, for colours of 0 to 1 kept away from both ends."""
    x = x.clamp(0.01, 0.99)
    return torch.log(x) - torch.log(1 - x)


def product(a, b):
    """Batched matrix product (B, N, C) x (B, C, M). Without a BLAS, as Debian builds PyTorch, `bmm` of float32 takes
    minutes on a processor; convolutions go through oneDNN."""
    if a.is_cuda or torch.is_autocast_cpu_enabled() or torch.onnx.is_in_onnx_export():
        return torch.bmm(a, b)
    return torch.cat([F.conv1d(y[None], x.unsqueeze(2)) for x, y in zip(a, b)])


def double(x):
    """Twice the size, by repetition."""
    return F.interpolate(x, scale_factor=2.0, mode='nearest')


class Block(nn.Module):
    """Two 3 x 3 convolutions; the first one may halve the size. No norm: colour statistics survive."""

    def __init__(self, inputs, outputs, stride=1):
        super().__init__()
        self.a = nn.Conv2d(inputs, outputs, 3, stride, 1)
        self.b = nn.Conv2d(outputs, outputs, 3, 1, 1)

    def forward(self, x):
        return F.leaky_relu(self.b(F.leaky_relu(self.a(x), 0.1)), 0.1)


class Residual(nn.Module):
    """A block whose output is added to its input; it starts as the identity (Zhang et al. 2019, Fixup)."""

    def __init__(self, width):
        super().__init__()
        self.a = nn.Conv2d(width, width, 3, 1, 1)
        self.b = nn.Conv2d(width, width, 3, 1, 1)
        nn.init.zeros_(self.b.weight)
        nn.init.zeros_(self.b.bias)

    def forward(self, x):
        return x + self.b(F.leaky_relu(self.a(x), 0.1))


class Film(nn.Module):
    """Scale and shift of every channel by the style vector (Perez et al. 2018); the identity at first."""

    def __init__(self, style, width):
        super().__init__()
        self.affine = nn.Linear(style, 2 * width)
        nn.init.zeros_(self.affine.weight)
        nn.init.zeros_(self.affine.bias)

    def forward(self, x, z):
        scale, shift = self.affine(z)[:, :, None, None].chunk(2, 1)
        return x * (1 + scale) + shift


class StyleEncoder(nn.Module):
    """Style picture (B, 3, h, w) -> features at 1/8 that know their surroundings, style vector."""

    def __init__(self, widths, vector):
        super().__init__()
        self.levels = nn.ModuleList(
            [
                Block(3 * CELL * CELL, widths[0]),
                Block(widths[0], widths[1], 2),
                Block(widths[1], widths[2], 2),
                Block(widths[2], widths[2], 2),
            ]
        )
        self.to_vector = nn.Linear(2 * widths[2], vector)

    def forward(self, picture):
        x = space_to_depth(picture)
        features = []
        for level in self.levels:
            x = level(x)
            features.append(x)
        _, eighth, sixteenth, last = features
        both = torch.cat([sixteenth.mean((2, 3)), last.mean((2, 3))], 1)
        return torch.cat([eighth, double(sixteenth), double(double(last))], 1), self.to_vector(both)


class Colorizer(nn.Module):
    """
    sketch (B, 1, H, W): 1 paper, 0 ink; hints (B, 4, H, W): RGB where there is one, else 0, and where;
    style (B, 3, h, w) in sRGB of 0 to 1; strength (B,): 0 ignores the style, 1 follows it.

    Gives `colour` (B, 3, H, W), the colour layer without lines, and `figure` (B, 1, H, W), how much is
    drawn rather than bare paper; with `train=True` also what the losses look at.
    """

    def __init__(self, widths=(48, 112, 176, 224), style_widths=(48, 96, 144), top=56, dim=128, vector=128):
        super().__init__()
        self.settings = dict(widths=widths, style_widths=style_widths, top=top, dim=dim, vector=vector)
        w0, w1, w2, w3 = widths
        self.encoder = nn.ModuleList(
            [Block(5 * CELL * CELL, w0), Block(w0, w1, 2), Block(w1, w2, 2), Block(w2, w3, 2)]
        )
        self.style = StyleEncoder(style_widths, vector)
        self.no_style = nn.Parameter(torch.zeros(vector))
        self.no_colour = nn.Parameter(torch.tensor([0.8, 0.75, 0.75]))
        self.middle = nn.ModuleList([Residual(w3), Residual(w3)])
        self.up16 = Block(w3 + w2, w2)
        self.up8 = Block(w2 + w1, w1)
        keys = style_widths[1] + 2 * style_widths[2]
        self.query = nn.Conv2d(w1, dim, 1)
        self.key = nn.Conv2d(keys, dim, 1)
        self.value = nn.Conv2d(keys, dim, 1)
        self.sharpness = nn.Parameter(torch.tensor(0.0))
        self.from_style = nn.Conv2d(dim + 3, w1, 1)
        self.refine8 = Residual(w1)
        self.up4 = Block(w1 + w0, top)
        self.film = nn.ModuleList([Film(vector, w) for w in (w3, w2, w1, top)])
        self.heads = nn.Sequential(
            nn.Conv2d(top, top, 3, 1, 1), nn.LeakyReLU(0.1), nn.Conv2d(top, sum(HEADS), 1)
        )
        nn.init.zeros_(self.heads[2].weight)
        nn.init.zeros_(self.heads[2].bias)
        # For training alone: guide decoders and what part each cell belongs to.
        self.guide_grey = nn.Sequential(Block(w3, 64), nn.Conv2d(64, 1, 1))
        self.guide_colour = nn.Sequential(Block(w3, 64), nn.Conv2d(64, 3, 1))
        self.group = nn.Linear(dim, GROUPS)

    def forward(self, sketch, hints, style, strength, train=False):
        skips = []
        x = space_to_depth(torch.cat([sketch, hints], 1))
        for level in self.encoder:
            x = level(x)
            skips.append(x)
        s4, s8, s16, entry = skips
        features, z = self.style(style)
        amount = strength.view(-1, 1)
        z = self.no_style + amount * (z - self.no_style)
        film = self.film
        x = film[0](entry, z)
        for block in self.middle:
            x = block(x)
        middle = x
        x = film[1](self.up16(torch.cat([double(x), s16], 1)), z)
        x = film[2](self.up8(torch.cat([double(x), s8], 1)), z)
        query, key = self.query(x).flatten(2), self.key(features).flatten(2)
        colours = F.avg_pool2d(closing(F.avg_pool2d(style, 2)), CELL).flatten(2)
        scale = torch.exp(self.sharpness) / query.shape[1] ** 0.5
        attention = torch.softmax(product(query.transpose(1, 2), key).float() * scale, 2)
        size = x.shape
        values = torch.cat([self.value(features).flatten(2), colours], 1)
        picked = product(values.float(), attention.transpose(1, 2))
        picked = picked.reshape(size[0], -1, size[2], size[3]) * strength.view(-1, 1, 1, 1)
        base = picked[:, -3:] + (1 - strength.view(-1, 1, 1, 1)) * self.no_colour.view(1, 3, 1, 1)
        x = self.refine8(x + self.from_style(torch.cat([picked[:, :-3], base], 1)))
        x = film[3](self.up4(torch.cat([double(x), s4], 1)), z)
        correction, choice, residual, figure = self.heads(x).float().split(HEADS, 1)
        wide = F.interpolate(base, scale_factor=2.0, mode='bilinear', align_corners=False)
        coarse = torch.sigmoid(logit(wide) + correction)
        hinted = F.avg_pool2d(hints, CELL)
        there = F.max_pool2d(hints[:, 3:], CELL)
        coarse = coarse * (1 - there) + hinted[:, :3] / hinted[:, 3:].clamp(min=1e-3) * there
        fine = convex_upsample(coarse, choice)
        colour = torch.sigmoid(logit(fine) + F.pixel_shuffle(residual, CELL))
        figure = F.pixel_shuffle(figure, CELL)
        if not train:
            return colour, torch.sigmoid(figure)
        return {
            'colour': colour,
            'figure': figure,
            'coarse': coarse,
            'base': base,
            'attention': attention,
            'grey': torch.sigmoid(self.guide_grey(entry).float()),
            'middle': torch.sigmoid(self.guide_colour(middle).float()),
            'sketch_groups': self.group(query.transpose(1, 2).float()),
            'style_groups': self.group(key.transpose(1, 2).float()),
        }


def convex_upsample(coarse, choice):
    """(B, 3, h, w) -> (B, 3, 4 h, 4 w): each pixel is a weighted mean, by `choice` (B, 9 x 16, h, w), of
    the nine cells around it."""
    batch, _, height, width = coarse.shape
    # Split rather than indexed: the gradient of an index fills a tensor of the whole size with zeros.
    weights = torch.softmax(choice.reshape(batch, 9, CELL * CELL, height, width), 1).unbind(1)
    padded = F.pad(coarse, (1, 1, 1, 1), mode='replicate')
    out = 0
    for i, weight in enumerate(weights):
        y, x = divmod(i, 3)
        out = out + padded[:, :, y : y + height, x : x + width].unsqueeze(2) * weight.unsqueeze(1)
    return F.pixel_shuffle(out.reshape(batch, 3 * CELL * CELL, height, width), CELL)
