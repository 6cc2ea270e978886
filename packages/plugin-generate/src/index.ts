import { definePlugin } from '@koma/core/plugin';
import { characterGenerator } from './character-generator.ts';

export default definePlugin({ operations: {}, generators: { character: characterGenerator } });
