import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OutputTarget } from './output-target.ts';
import { planJobs } from './plan-jobs.ts';

const FOLDER: OutputTarget = { kind: 'folder', path: 'out', format: 'jpeg', quality: 95 };
const FILE: OutputTarget = { kind: 'file', path: 'x.png', format: 'png', quality: 95 };

test('a folder gets one file an input, in the same tree', () => {
  const jobs = planJobs(
    [
      { path: 'in/a.png', name: 'a' },
      { path: 'in/ch/b.webp', name: join('ch', 'b') },
    ],
    FOLDER,
  );
  expect(jobs.map(({ output }) => output)).toEqual([join('out', 'a.jpg'), join('out', 'ch', 'b.jpg')]);
});

test('one input goes to the file', () => {
  expect(planJobs([{ path: 'a.png', name: 'a' }], FILE).map(({ output }) => output)).toEqual(['x.png']);
});

test('a layered file lies beside its picture, under the same name', () => {
  const input = { path: 'in/v1.2.png', name: join('ch', 'v1.2') };
  expect(planJobs([input], { ...FOLDER, layers: 'psd' })).toEqual([
    { input, output: join('out', 'ch', 'v1.2.jpg'), layered: join('out', 'ch', 'v1.2.psd') },
  ]);
  expect(planJobs([input], { ...FILE, path: 'new/x.y.png', layers: 'ora' })).toMatchObject([
    { output: 'new/x.y.png', layered: join('new', 'x.y.ora') },
  ]);
});

test('two inputs do not go to one file', () => {
  const inputs = [
    { path: 'a.png', name: 'a' },
    { path: 'b.png', name: 'b' },
  ];
  expect(() => planJobs(inputs, FILE)).toThrow(/^"x.png" is one file, but there are 2 inputs/);
});

test('two inputs with one output name are refused', () => {
  const inputs = [
    { path: 'a.png', name: 'a' },
    { path: 'a.jpg', name: 'a' },
  ];
  expect(() => planJobs(inputs, FOLDER)).toThrow(/^"a.png" and "a.jpg" would both become "out.a.jpg"\.$/);
});

test('names that differ in case clash only on disks that fold them', () => {
  const inputs = [
    { path: 'A.png', name: 'A' },
    { path: 'a.png', name: 'a' },
  ];
  expect(planJobs(inputs, FOLDER, false)).toHaveLength(2);
  expect(() => planJobs(inputs, FOLDER, true)).toThrow(/would both become/);
});

test('an input that cannot be read takes no name', () => {
  const inputs = [
    { path: 'a.gif', name: 'a', problem: new Error('gone') },
    { path: 'a.png', name: 'a' },
  ];
  expect(planJobs(inputs, FOLDER)).toHaveLength(2);
});
