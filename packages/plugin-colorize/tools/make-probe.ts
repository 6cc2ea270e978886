import { probeSamples, probeTensor, type Session, type TensorProbe } from '@koma/core/inference';

/** Known input that goes through all of the network: a sketch, hints and a style of other sides. */
const INPUTS: TensorProbe['inputs'] = {
  sketch: { dims: [1, 1, 64, 64] },
  hints: { dims: [1, 4, 64, 64] },
  style: { dims: [1, 3, 64, 96] },
  strength: { dims: [1], value: 1 },
};
const SAMPLES = 16;

/** The network's stored answer to known input, rounded to 5 decimals: see core's model-probe. */
export async function makeProbe(session: Session): Promise<TensorProbe> {
  const answers = await session.run(
    Object.fromEntries(Object.entries(INPUTS).map(([name, tensor]) => [name, probeTensor(tensor)])),
  );
  const outputs = Object.entries(answers).map(([name, { data }]) => [
    name,
    probeSamples(data as Float32Array, SAMPLES).map((value) => Number(value.toFixed(5))),
  ]);
  return { inputs: INPUTS, outputs: Object.fromEntries(outputs) as TensorProbe['outputs'] };
}
