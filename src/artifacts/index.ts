// Bytes → facts: what lies in data files, read as each of their loaders would read it. This layer never unpickles,
// extracts, executes or fetches anything, never touches the machine (bytes are handed in as sources), and judges nothing:
// rules say what a concern means.
export type { Artifact, Concern, Format, Weight } from './artifact.ts';
export { defaultLimits, type Limits } from './budget.ts';
export { parseToml, TomlError } from './documents/toml.ts';
export type { DocumentEntry, DocumentNode } from './documents/tree.ts';
export { readYaml } from './documents/yaml.ts';
export { type Inspected, type InspectOptions, inspect, type Reader } from './inspection.ts';
export { describePickle } from './pickle/describe.ts';
export { readers } from './readers.ts';
export { type ByteSource, MAX_PAGE, memorySource, within } from './source.ts';
