/** The typed API of the Attune core. Importing it downloads, stores and starts nothing. */
export { AttuneError, type AttuneErrorCode } from './errors.ts';
export { compileCore, type LoadOptions, loadCore } from './load.ts';
export { timeZoneOffsets } from './time-zone.ts';
export type * from './types.ts';
