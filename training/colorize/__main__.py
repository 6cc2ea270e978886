"""python -m training.colorize train|eval|export"""
import argparse


def main():
    parser = argparse.ArgumentParser(prog='python -m training.colorize', description=__doc__)
    commands = parser.add_subparsers(dest='command', required=True)
    train = commands.add_parser('train', help='trains, or goes on where --out has a checkpoint')
    train.add_argument('--out', required=True, help='folder of checkpoints and log')
    train.add_argument('--schedule', default='cpu', choices=('cpu', 'gpu', 'smoke'))
    train.add_argument('--resume', help='a checkpoint, instead of the one in --out')
    train.add_argument('--no-style', action='store_true', help='the baseline that never sees a style')
    train.add_argument('--pix2pix', action='store_true', help='the baseline of a plain U-net instead')
    train.add_argument('--steps', type=int, help='stop at this step')
    train.add_argument('--minutes', type=float, help='stop after so long')
    train.add_argument('--save-minutes', type=float, default=3)
    evaluate = commands.add_parser('eval', help='measures a checkpoint on held-out pictures')
    evaluate.add_argument('--checkpoint', required=True)
    evaluate.add_argument('--count', type=int, default=200, help='pictures of each set')
    evaluate.add_argument('--no-style', help='checkpoint of the network trained with --no-style')
    evaluate.add_argument('--pix2pix', help='checkpoint of the plain U-net')
    evaluate.add_argument('--json')
    evaluate.add_argument('--sheet', help='contact sheet of renders: sketch, style, result, truth')
    for command in (train, evaluate):
        command.add_argument('--pairs', help='folder of shards from training/render')
        command.add_argument('--pairs-size', type=int, default=256)
        command.add_argument('--faces256')
        command.add_argument('--faces96')
        command.add_argument('--limit', type=int, help='at most so many pictures a set')
        command.add_argument('--seed', type=int, default=1)
        command.add_argument('--threads', type=int, default=2)
    export = commands.add_parser('export', help='writes the moving average of a checkpoint as ONNX')
    export.add_argument('--checkpoint', required=True)
    export.add_argument('--out', required=True, help='file.onnx')
    export.add_argument('--threads', type=int, default=2)
    options = parser.parse_args()
    if options.command == 'train':
        from .train import train as run
    elif options.command == 'eval':
        from .evaluate import evaluate as run
    elif options.command == 'export':
        from .export import export as run
    run(options)


if __name__ == '__main__':
    main()
