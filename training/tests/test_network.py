import unittest

import torch
import torch.nn.functional as F

from training.colorize.network import CELL, Colorizer, closing, convex_upsample, product, space_to_depth


def inputs(height, width, style=(64, 96), batch=1):
    return (
        torch.rand(batch, 1, height, width),
        torch.zeros(batch, 4, height, width),
        torch.rand(batch, 3, *style),
        torch.ones(batch),
    )


class Network(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        torch.set_num_threads(1)
        torch.manual_seed(0)
        cls.network = Colorizer().eval()

    def test_any_multiple_of_32_goes_in(self):
        with torch.no_grad():
            for size in ((32, 32), (64, 160)):
                colour, figure = self.network(*inputs(*size))
                self.assertEqual(tuple(colour.shape), (1, 3, *size))
                self.assertEqual(tuple(figure.shape), (1, 1, *size))

    def test_it_is_small_enough_to_ship(self):
        shipped = sum(
            p.numel() for name, p in self.network.named_parameters() if not name.startswith(('guide', 'group'))
        )
        self.assertLess(2 * shipped, 13 * 2**20)

    def test_an_untrained_network_follows_a_plain_style(self):
        sketch, hints, style, strength = inputs(64, 64)
        plain = torch.tensor([0.8, 0.3, 0.5]).view(1, 3, 1, 1).expand_as(style)
        with torch.no_grad():
            colour, _ = self.network(sketch, hints, plain, strength)
        self.assertTrue(torch.allclose(colour, plain[:, :, :64, :64], atol=1e-3))

    def test_strength_zero_never_looks_at_the_style(self):
        sketch, hints, style, _ = inputs(64, 64)
        with torch.no_grad():
            a, b = (self.network(sketch, hints, s, torch.zeros(1))[0] for s in (style, 1 - style))
        self.assertTrue(torch.equal(a, b))

    def test_a_hint_shows_in_its_cell(self):
        sketch, hints, style, strength = inputs(64, 64)
        hints[:, :, 24:28, 32:36] = torch.tensor([1.0, 0.0, 0.5, 1.0]).view(1, 4, 1, 1)
        with torch.no_grad():
            colour, _ = self.network(sketch, hints, torch.full_like(style, 0.5), strength)
        # Untrained, every pixel is the mean of its nine cells.
        self.assertAlmostEqual(float(colour[0, 0, 26, 34] - colour[0, 0, 4, 4]), 0.5 / 9, delta=0.01)

    def test_convex_upsampling_picks_the_cell_it_is_told(self):
        coarse = torch.rand(1, 3, 5, 6)
        choice = torch.zeros(1, 9, CELL * CELL, 5, 6)
        choice[:, 5] = 50  # The cell to the right.
        out = convex_upsample(coarse, choice.reshape(1, -1, 5, 6))
        right = torch.cat([coarse[:, :, :, 1:], coarse[:, :, :, -1:]], 3)
        self.assertTrue(torch.allclose(out, F.interpolate(right, scale_factor=4.0, mode='nearest'), atol=1e-5))

    def test_the_product_is_that_of_matrices(self):
        a, b = torch.rand(2, 5, 7), torch.rand(2, 7, 3)
        self.assertTrue(torch.allclose(product(a, b), torch.einsum('bnc,bcm->bnm', a, b), atol=1e-5))

    def test_space_to_depth_loses_nothing(self):
        x = torch.rand(2, 3, 8, 12)
        packed = space_to_depth(x)
        self.assertEqual(tuple(packed.shape), (2, 48, 2, 3))
        self.assertTrue(torch.equal(packed[:, (1 * CELL + 2) * 3 + 1], x[:, 1, 1::4, 2::4]))

    def test_closing_takes_thin_dark_lines_away_and_leaves_areas(self):
        x = torch.ones(1, 1, 12, 12)
        x[:, :, 5] = 0
        self.assertTrue(torch.equal(closing(x), torch.ones_like(x)))
        x[:, :, 3:9] = 0
        self.assertTrue(torch.equal(closing(x), x))


if __name__ == '__main__':
    unittest.main()
