import { expect, test } from 'vitest';
import { difference, FIXTURE_SIZE, fixturePixel } from './picture.test-helper.ts';
import { readPicture } from './read-picture.ts';
import { fixture, fixtureNames } from './temporary-folder.test-helper.ts';

const read = (path: string) => readPicture(fixture(path));
const grey = (value: number) => [value, value, value] as const;

test.each(fixtureNames('good'))('good/%s opens as RGBA8', async (name) => {
  const { image, origin } = await read(`good/${name}`);
  expect(image.data.length).toBe(image.width * image.height * 4);
  expect(origin?.lossless).toBe(/png$|lossless/.test(name));
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a JPEG with Exif orientation %i is upright', async (orientation) => {
  const { image } = await read(`good/orient-${orientation}.jpg`);
  expect(image).toMatchObject(FIXTURE_SIZE);
  expect(difference(image, fixturePixel).mean).toBeLessThan(4);
});

test('Display P3 is converted to sRGB', async () => {
  const { image } = await read('good/p3-icc.png');
  expect(difference(image, fixturePixel).mean).toBeLessThan(1);
});

test('16 bits become 8', async () => {
  const { image } = await read('good/grey16.png');
  const code = (x: number, y: number): number =>
    ((((x * 4 + y) & 255) << 8) | (((x * 2 + 1) * 37) & 255)) / 257;
  expect(difference(image, (x, y) => grey(code(x, y))).max).toBeLessThanOrEqual(1);
  expect((await read('good/rgb16.png')).image.data.subarray(4, 8)).toEqual(
    Uint8ClampedArray.of(6, 8, 10, 255),
  );
});

test('grey and one-bit pictures keep their exact levels', async () => {
  expect(difference((await read('good/grey.png')).image, (x, y) => grey((x * 5 + y) & 255)).max).toBe(0);
  const bit = (x: number, y: number): number => (((x >> 3) + (y >> 3)) % 2 === 0 || x % 4 === 3 ? 255 : 0);
  expect(difference((await read('good/one-bit.png')).image, (x, y) => grey(bit(x, y))).max).toBe(0);
});

test('a palette is resolved', async () => {
  const { image } = await read('good/palette.png');
  expect(difference(image, fixturePixel).mean).toBeLessThan(25);
  expect(new Set(new Uint32Array(image.data.slice().buffer)).size).toBeLessThanOrEqual(16);
});

test('transparency is straight, and hidden colours are kept', async () => {
  const { image } = await read('good/alpha.png');
  expect(difference(image, fixturePixel).max).toBe(0);
  expect(image.data[3]).toBe(0);
  expect(image.data[10 * 4 + 3]).toBe(16);
});

test('the JPEG quality is told', async () => {
  expect((await read('good/q50.jpg')).origin).toEqual({ format: 'jpeg', lossless: false, jpegQuality: 50 });
});

test.each(fixtureNames('bad'))('bad/%s is refused in a sentence that names it', async (name) => {
  const error = await read(`bad/${name}`).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'KomaError', message: expect.stringMatching(/^".*\.$/) });
  expect((error as Error).message).toContain(`"${name}"`);
});

test('a file that is gone is told', async () => {
  await expect(read('good/gone.png')).rejects.toThrow(/^There is no file or folder ".*gone\.png"\.$/);
});

test.skipIf(process.platform === 'win32')('a device is not read', async () => {
  await expect(readPicture('/dev/zero')).rejects.toThrow('"/dev/zero" is neither a file nor a folder.');
});
