import { definePlugin, type ImageInput } from '@koma/core/plugin';
import { SegmentSession } from './segment-session.ts';
import { segment } from './segment.ts';

export default definePlugin({
  operations: { segment },
  interactive: {
    segment: {
      open: ({ image }: { image: ImageInput }, params, context) =>
        SegmentSession.open(image.image, params, context),
    },
  },
});
