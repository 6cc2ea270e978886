import math
import unittest

import torch

from training.common.metrics import colour_distance, delta_e, lab, leak_rate, ms_ssim, psnr


class Metrics(unittest.TestCase):
    def test_psnr_is_that_of_the_textbook(self):
        a = torch.zeros(1, 3, 8, 8)
        self.assertAlmostEqual(float(psnr(a, a + 0.1)), 20.0, places=4)
        self.assertAlmostEqual(float(psnr(a, a + 0.01)), 40.0, places=4)

    def test_similarity_is_one_for_the_same_and_falls_with_noise(self):
        torch.manual_seed(0)
        a = torch.rand(2, 3, 192, 192)
        self.assertTrue(torch.allclose(ms_ssim(a, a), torch.ones(2), atol=1e-4))
        little, much = (ms_ssim(a, (a + s * torch.randn_like(a)).clamp(0, 1)) for s in (0.05, 0.3))
        self.assertTrue((little > much).all() and (much < 0.95).all())

    def test_cielab_of_known_colours(self):
        # CIE 15 with D65; values as published for sRGB's primaries.
        known = {(1, 1, 1): (100, 0, 0), (1, 0, 0): (53.24, 80.09, 67.20), (0, 0, 1): (32.30, 79.19, -107.86)}
        for rgb, expected in known.items():
            got = lab(torch.tensor(rgb, dtype=torch.float32).view(1, 3, 1, 1)).flatten().tolist()
            for g, e in zip(got, expected):
                self.assertAlmostEqual(g, e, delta=0.15)

    def test_colour_difference_of_grey_steps(self):
        a, b = torch.full((1, 3, 1, 1), 0.5), torch.full((1, 3, 1, 1), 0.6)
        expected = float(lab(b)[0, 0]) - float(lab(a)[0, 0])
        self.assertAlmostEqual(float(delta_e(a, b)), expected, places=2)

    def test_sets_of_colours_are_near_themselves(self):
        torch.manual_seed(0)
        red = torch.tensor([0.9, 0.1, 0.1]).view(3, 1) + 0.05 * torch.rand(3, 500)
        blue = red.flip(0)
        self.assertLess(colour_distance(red, red), 2)
        self.assertGreater(colour_distance(red, blue), 20)

    def test_leaks_are_colours_of_the_neighbour(self):
        truth = torch.zeros(1, 3, 64, 64)
        truth[:, 0, :, :32], truth[:, 2, :, 32:] = 1, 1
        inside = torch.ones(1, 1, 64, 64, dtype=torch.bool)
        self.assertEqual(float(leak_rate(truth, truth, inside)), 0)
        leaked = truth.clone()
        leaked[:, :, :, 32:36] = truth[:, :, :, :4]
        self.assertAlmostEqual(float(leak_rate(leaked, truth, inside)), 4 / 64, places=5)
        # A wrong colour that no neighbour has is wrong, but no leak.
        grey = torch.full_like(truth, 0.5)
        self.assertEqual(float(leak_rate(grey, truth, inside)), 0)


if __name__ == '__main__':
    unittest.main()
