import { definePlugin } from '@koma/plugin-kit';
import { extractPalette } from './extract-palette.ts';

export default definePlugin({ operations: { extractPalette } });
