export { runSteps, type RunOptions } from './run-steps.ts';
export { finish, inBlocks, part, rowsOfBlock, type Steps } from './steps.ts';
