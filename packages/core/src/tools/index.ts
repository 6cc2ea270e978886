export * from './brush/index.ts';
export * from './region/index.ts';
