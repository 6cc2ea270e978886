import { createImage, nextTask, type Operation } from '@koma/plugin-kit';

/** Turns the brightness of every pixel around; transparency stays. */
export const invert: Operation = async (inputs, params, context) => {
  const { image } = inputs['image']!;
  const strength = Number(params['strength']) / 100;
  const result = createImage(image.width, image.height);
  const rowBytes = image.width * 4;
  for (let y = 0; y < image.height; y++) {
    for (let i = y * rowBytes; i < (y + 1) * rowBytes; i += 4) {
      for (let c = 0; c < 3; c++) {
        const value = image.data[i + c]!;
        result.data[i + c] = value + (255 - 2 * value) * strength;
      }
      result.data[i + 3] = image.data[i + 3]!;
    }
    if (y % 64 === 63) {
      context.progress(y / image.height);
      // Lets Cancel be heard.
      await nextTask();
      context.signal.throwIfAborted();
    }
  }
  return { image: result };
};
