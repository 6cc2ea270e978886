/**
 * The tests of training/, where a Python with PyTorch is at hand. Koma itself needs neither, so a machine
 * without them is no failure: the caller says that they were left out, and why.
 */
import { spawnSync } from 'node:child_process';
import { root } from './toolchain.mjs';

const NEEDED = ['torch', 'numpy', 'PIL', 'cv2', 'onnx'];
// The system's own first: packages of PyTorch belong to it where another Python shadows it.
const PYTHONS = ['/usr/bin/python3', 'python3', 'python'];

/** The first Python that has all that training needs. */
function findPython() {
  const code = `import ${NEEDED.join(', ')}`;
  return PYTHONS.find((python) => spawnSync(python, ['-c', code], { stdio: 'ignore' }).status === 0);
}

/** @returns {{passed: number, failed: number} | undefined} undefined where there is no PyTorch */
export function runPythonTests() {
  const python = findPython();
  if (!python) return undefined;
  const args = ['-W', 'ignore', '-m', 'unittest', 'discover', '-s', 'training/tests', '-t', '.'];
  const { stderr, status } = spawnSync(python, args, { cwd: root, encoding: 'utf8' });
  const ran = Number(/^Ran (\d+) tests?/m.exec(stderr)?.[1] ?? 0);
  const failed = [...stderr.matchAll(/(?:failures|errors)=(\d+)/g)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  );
  if (status !== 0 || ran === 0) console.log(stderr);
  // A runner that died without a word is one failure.
  const lost = (status !== 0 || ran === 0) && failed === 0 ? 1 : 0;
  return { passed: ran - failed, failed: failed + lost };
}
