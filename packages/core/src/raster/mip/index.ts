export { halveTileInto } from './halve-tile-into.ts';
