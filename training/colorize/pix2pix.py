"""The baseline that knows no style: a plain U-net with a patch critic (Isola et al. 2017), sketch -> colours."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from .discriminator import Discriminator


class PlainUnet(nn.Module):
    """sketch (B, 1, H, W) -> colour (B, 3, H, W); takes and ignores what the colorizer is given besides."""

    def __init__(self, widths=(48, 96, 192, 256, 320)):
        super().__init__()
        self.settings = dict(widths=widths)
        inputs = [1, *widths[:-1]]
        self.down = nn.ModuleList([nn.Conv2d(i, o, 4, 2, 1) for i, o in zip(inputs, widths)])
        self.norms = nn.ModuleList([nn.BatchNorm2d(w) for w in widths[1:]])
        outputs = list(reversed(inputs[1:])) + [widths[0]]
        sources = [widths[-1]] + [2 * w for w in reversed(widths[:-1])]
        self.up = nn.ModuleList([nn.Conv2d(i, o, 3, 1, 1) for i, o in zip(sources, outputs)])
        self.up_norms = nn.ModuleList([nn.BatchNorm2d(w) for w in outputs])
        self.last = nn.Conv2d(outputs[-1], 3, 3, 1, 1)

    def forward(self, sketch, hints=None, style=None, strength=None):
        skips, x = [], sketch
        for i, layer in enumerate(self.down):
            x = layer(x)
            if i > 0:
                x = self.norms[i - 1](x)
            x = F.leaky_relu(x, 0.2)
            skips.append(x)
        x = skips.pop()
        for layer, norm in zip(self.up, self.up_norms):
            x = F.interpolate(x, scale_factor=2.0, mode='nearest')
            x = F.relu(norm(layer(x)))
            if skips:
                x = torch.cat([x, skips.pop()], 1)
        return torch.sigmoid(self.last(x).float()), None


class PlainTrainer:
    """L1 and a hinge critic, weights as in the paper (100 : 1)."""

    def __init__(self, device):
        self.device = device
        self.network = PlainUnet().to(device, memory_format=torch.channels_last)
        self.critic = Discriminator().to(device, memory_format=torch.channels_last)
        self.optimiser = torch.optim.Adam(self.network.parameters(), 2e-4, betas=(0.5, 0.999))
        self.critic_optimiser = torch.optim.Adam(self.critic.parameters(), 2e-4, betas=(0.5, 0.999))
        self.step = 0
        self.seconds = 0.0

    def train_step(self, data):
        with torch.autocast(self.device, dtype=torch.bfloat16):
            colour, _ = self.network(data['sketch'])
            sketch, real, fake = data['sketch'], data['colour'] * data['sketch'], colour * data['sketch']
            score, _, _ = self.critic(torch.cat([sketch, fake], 1))
        l1 = ((colour - data['colour']).abs() * data['weight']).mean()
        loss = 100 * l1 - score.float().mean()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        self.optimiser.step()
        with torch.autocast(self.device, dtype=torch.bfloat16):
            real_score, _, _ = self.critic(torch.cat([sketch, real], 1))
            fake_score, _, _ = self.critic(torch.cat([sketch, fake.detach()], 1))
        hinge = F.relu(1 - real_score.float()).mean() + F.relu(1 + fake_score.float()).mean()
        self.critic_optimiser.zero_grad(set_to_none=True)
        hinge.backward()
        self.critic_optimiser.step()
        self.step += 1
        return {'colour': 10 * float(l1), 'critic': float(hinge)}

    def state(self):
        return {
            'kind': 'pix2pix',
            'average': self.network.state_dict(),
            'settings': self.network.settings,
            'step': self.step,
            'seconds': self.seconds,
        }
