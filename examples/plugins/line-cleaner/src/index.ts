import { definePlugin } from '@koma/plugin-kit';
import { cleanLines } from './clean-lines.ts';

export default definePlugin({ operations: { cleanLines } });
