import { definePlugin } from '@koma/plugin-kit';
import { focusLines, speedLines } from './lines.ts';

export default definePlugin({ operations: { focusLines, speedLines } });
