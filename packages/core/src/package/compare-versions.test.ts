import { expect, it } from 'vitest';
import { compareVersions } from './compare-versions.ts';

it('puts versions in the order of the specification (semver.org, 11)', () => {
  const rising = [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0',
    '1.2.0',
    '1.10.0',
  ];
  expect(rising.toReversed().toSorted(compareVersions)).toEqual(rising);
});
