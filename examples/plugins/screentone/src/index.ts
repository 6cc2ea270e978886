import { definePlugin } from '@koma/plugin-kit';
import { tone } from './tone.ts';

export default definePlugin({ operations: { tone } });
