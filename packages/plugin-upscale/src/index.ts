import { definePlugin } from '@koma/core/plugin';
import { upscale } from './upscale.ts';

export default definePlugin({ operations: { upscale } });
