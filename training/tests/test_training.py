"""The whole path on made-up pictures: batches, twenty steps, resuming, export, evaluation."""
import argparse
import io
import json
import random
import tempfile
import unittest
from contextlib import redirect_stdout
from pathlib import Path

import onnx
import torch

from training.colorize.batches import Batches
from training.colorize.evaluate import evaluate
from training.colorize.export import export, load_network
from training.colorize.schedule import CPU, GPU, phase_at
from training.colorize.sources import HELD_OUT_SEED, open_sources
from training.colorize.train import train
from training.common.checkpoint import load_checkpoint

from .fake_data import write_faces96, write_faces256, write_pairs


class Training(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        torch.set_num_threads(1)
        cls.temporary = tempfile.TemporaryDirectory()
        root = cls.root = Path(cls.temporary.name)
        write_faces256(root / 'faces256')
        write_faces96(root / 'faces96')
        write_pairs(root / 'pairs', first=1)
        write_pairs(root / 'pairs', count=2, first=HELD_OUT_SEED)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def options(self, **changes):
        root = self.root
        common = dict(
            pairs=str(root / 'pairs'), pairs_size=128, faces256=str(root / 'faces256'), faces96=str(root / 'faces96'),
            limit=None, seed=5, threads=1, schedule='smoke', resume=None, no_style=False, pix2pix=False, steps=None, minutes=None,
            save_minutes=60,
        )
        return argparse.Namespace(**{**common, **changes})

    def run_quietly(self, run, options):
        with redirect_stdout(io.StringIO()) as out:
            run(options)
        return out.getvalue()

    def test_nothing_held_out_is_trained_on(self):
        sources = open_sources(self.options())
        # Of eight faces every fourth is of a held-out character; of 24 small ones two have held-out numbers.
        self.assertEqual([len(s) for s in sources.sets], [6, 22])
        self.assertEqual(len(sources.pairs), 6)

    def test_batches_have_all_they_promise(self):
        random.seed(3)
        torch.manual_seed(3)
        sources = open_sources(self.options())
        data = Batches(sources.pairs, sources.sets, (0.5, 0.25, 0.25), 'cpu').next(64, 16)
        for key in ('sketch', 'colour', 'whole', 'style', 'weight', 'figure'):
            self.assertEqual(data[key].shape[2:], (64, 64), key)
            self.assertTrue(torch.isfinite(data[key]).all(), key)
            self.assertTrue(0 <= float(data[key].min()) and float(data[key].max()) <= 1, key)
        self.assertEqual(tuple(data['groups'].shape), (16, 8, 8))
        there = data['hints'][:, 3:] > 0
        self.assertTrue(there.any())
        self.assertEqual(float((data['hints'][:, :3] * ~there).abs().sum()), 0)

    def test_twenty_steps_export_and_evaluation(self):
        out = self.root / 'run'
        self.run_quietly(train, self.options(out=str(out)))
        events = [json.loads(line) for line in (out / 'log.jsonl').read_text().splitlines()]
        self.assertEqual([e['event'] for e in events], ['start', 'end'])
        self.assertEqual(events[-1]['step'], 20)
        model = self.root / 'model.onnx'
        self.run_quietly(export, argparse.Namespace(checkpoint=str(out / 'small.pt'), out=str(model), threads=1))
        graph = onnx.load(str(model)).graph
        self.assertEqual([i.name for i in graph.input], ['sketch', 'hints', 'style', 'strength'])
        self.assertEqual([o.name for o in graph.output], ['colour', 'figure'])
        self.assertLess(model.stat().st_size, 13 * 2**20)
        table = self.root / 'table.json'
        write_pairs(self.root / 'held', size=192, count=2, first=HELD_OUT_SEED)
        options = argparse.Namespace(
            checkpoint=str(out / 'full.pt'), pairs=str(self.root / 'held'), pairs_size=192, faces256=None, count=2, threads=1,
            json=str(table), sheet=str(self.root / 'sheet.png'), no_style=None, pix2pix=None,
        )
        self.run_quietly(evaluate, options)
        rows = {row['id']: row['value'] for row in json.loads(table.read_text())}
        self.assertGreater(rows['renders.same-reference.psnr.line-art'], 3)
        self.assertTrue((self.root / 'sheet.png').exists())

    def test_a_run_that_was_stopped_goes_on_as_if_it_had_not_been(self):
        whole, parts = self.root / 'whole', self.root / 'parts'
        self.run_quietly(train, self.options(out=str(whole), steps=6))
        self.run_quietly(train, self.options(out=str(parts), steps=3))
        self.run_quietly(train, self.options(out=str(parts), steps=6))
        a, b = (load_checkpoint(folder / 'full.pt') for folder in (whole, parts))
        self.assertEqual(a['step'], b['step'])
        for name, value in a['network'].items():
            self.assertTrue(torch.equal(value, b['network'][name]), name)

    def test_the_baseline_of_a_plain_network_is_trained_and_read_back(self):
        out = self.root / 'plain'
        self.run_quietly(train, self.options(out=str(out), pix2pix=True, steps=2))
        network, state = load_network(out / 'pix2pix.pt')
        self.assertEqual(state['step'], 2)
        with torch.no_grad():
            colour, _ = network(torch.rand(1, 1, 64, 96))
        self.assertEqual(tuple(colour.shape), (1, 3, 64, 96))

    def test_schedules_rise_and_end(self):
        for schedule in (CPU, GPU):
            untils = [phase.until for phase in schedule]
            self.assertEqual(untils, sorted(set(untils)))
            self.assertEqual(phase_at(schedule, untils[-1])[0], None)
            self.assertEqual(phase_at(schedule, 0), (schedule[0], schedule[0].rate))
            for phase in schedule:
                self.assertEqual(phase.size % 32, 0)


if __name__ == '__main__':
    unittest.main()
