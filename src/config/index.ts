// Files and flags in, one frozen set of options out. This layer never analyses anything and never prints.
export {
  type Gate,
  gates,
  inWords,
  isOneOf,
  threatModels,
  verdictKinds,
} from './configuration.ts';
export { type CheckRequest, type Format, type Options, type Output, resolveOptions } from './options.ts';
