import { describe, expect, it } from 'vitest';
import { createSvgService, MAX_SVG_SIDE, type ResvgClass } from './svg-service.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><rect fill="url(#g)" width="2" height="1"/></svg>';

/** A renderer that draws these premultiplied pixels, 2 x 1. */
function fakeResvg(pixels: number[], freed: string[] = []): ResvgClass {
  return class {
    render() {
      return { width: 2, height: 1, pixels: new Uint8Array(pixels), free: () => void freed.push('picture') };
    }
    free(): void {
      freed.push('drawing');
    }
  };
}

const PIXELS = [128, 64, 0, 128, 0, 0, 0, 0];
const service = createSvgService(async () => fakeResvg(PIXELS));

describe('createSvgService', () => {
  it('gives straight pixels and frees what it used', async () => {
    const freed: string[] = [];
    const image = await createSvgService(async () => fakeResvg(PIXELS, freed))(SVG, 2, 1);
    expect(image).toEqual({
      width: 2,
      height: 1,
      data: new Uint8ClampedArray([255, 128, 0, 128, 0, 0, 0, 0]),
    });
    expect(freed).toEqual(['picture', 'drawing']);
  });

  it('loads the renderer once, and again after it could not be loaded', async () => {
    let loads = 0;
    const flaky = createSvgService(async () => {
      if (++loads === 1) throw new TypeError('offline');
      return fakeResvg(PIXELS);
    });
    await expect(flaky(SVG, 2, 1)).rejects.toMatchObject({ code: 'PROGRAM_INCOMPLETE' });
    await flaky(SVG, 2, 1);
    await flaky(SVG, 2, 1);
    expect(loads).toBe(2);
  });

  it.each([
    ['an image', '<image href="#a"/>'],
    ['an image of another prefix', '<s:image/>'],
    ['text', '<text>a</text>'],
    ['a script', '<script>a</script>'],
    ['a style sheet', '<style>@import "a"</style>'],
    ['HTML', '<foreignObject/>'],
    ['a filter that reads a picture', '<feImage/>'],
    ['a reference to a file', '<use href="file:///etc/passwd"/>'],
    ['a reference to the net', `<use xlink:href = 'https://example.org/a'/>`],
    ['a hidden reference', '<use href="&#104;ttp://a"/>'],
    ['an entity', '<!DOCTYPE svg [<!ENTITY a "b">]>'],
  ])('refuses %s', async (_, text) => {
    await expect(service(`<svg>${text}</svg>`, 2, 1)).rejects.toMatchObject({ code: 'PLUGIN_FAILED' });
  });

  it('takes references within the text', async () => {
    await expect(
      service('<svg><use href="#a"/><path fill="url(#b)" d=""/></svg>', 2, 1),
    ).resolves.toBeDefined();
  });

  it.each([
    [0, 1],
    [2.5, 1],
    [2, MAX_SVG_SIDE + 1],
    [Number.NaN, 1],
  ])('refuses a picture of %d x %d', async (width, height) => {
    await expect(service(SVG, width, height)).rejects.toMatchObject({ code: 'PLUGIN_FAILED' });
  });

  it('refuses text without end, and a picture of another size than asked for', async () => {
    await expect(service(' '.repeat(2 ** 24 + 1), 2, 1)).rejects.toMatchObject({ code: 'PLUGIN_FAILED' });
    await expect(service(SVG, 3, 1)).rejects.toMatchObject({ message: expect.stringContaining('2 x 1') });
  });

  it('says what the renderer says of broken text, also where it throws a text', async () => {
    const throwing = createSvgService(
      async () =>
        class {
          constructor() {
            throw 'unclosed tag';
          }
          render(): never {
            throw new Error();
          }
        },
    );
    await expect(throwing(SVG, 2, 1)).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      details: { reason: 'unclosed tag' },
    });
  });
});
