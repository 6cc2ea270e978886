import { expect, test } from 'vitest';
import { parseNcnnParam } from './ncnn-param.ts';
import { valueNames } from './value-names.ts';

const block = parseNcnnParam(`7767517
9 10
Input        input  0 1 in
Convolution  conv1  1 1 in conv1_relu 0=64
Split        split  1 2 conv1_relu a b
Pooling      pool   1 1 b pooled 0=1 4=1
InnerProduct fc1    1 1 pooled squeezed 0=8
InnerProduct fc2    1 1 squeezed excited 0=64
Scale        scale  2 1 a excited scaled 0=-233
Convolution  conv2  1 1 scaled picture 0=3
Eltwise      sum    2 1 picture picture out 0=1
`);

test('a squeeze-and-excite block and the first picture have names to rely on', () => {
  const nameOf = valueNames(block);
  expect(['in', 'a', 'b', 'pooled', 'squeezed', 'excited', 'scaled', 'picture', 'out'].map(nameOf)).toEqual([
    'x',
    'se1.features',
    'se1.features',
    'se1.pooled',
    'squeezed',
    'se1.gate',
    'scaled',
    'stage1.output',
    'y',
  ]);
});

test('nets without such blocks keep their own names', () => {
  const nameOf = valueNames(block.filter(({ type }) => type !== 'Pooling' && type !== 'Scale'));
  expect(nameOf('picture')).toBe('picture');
});
