export { fromPortable } from './from-portable.ts';
export { toPortable } from './to-portable.ts';
