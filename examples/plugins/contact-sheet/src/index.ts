import { definePlugin } from '@koma/plugin-kit';
import { contactSheet } from './contact-sheet.ts';

export default definePlugin({ operations: {}, exporters: { contactSheet } });
