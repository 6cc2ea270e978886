import { definePlugin } from '@koma/core/plugin';
import { colorize } from './colorize.ts';

export default definePlugin({ operations: { colorize } });
