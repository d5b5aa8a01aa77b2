// Which of the formats of structured text a file is in, and its tree.

import { readJson } from './json.ts';
import { readToml } from './toml.ts';
import type { DocumentTree } from './tree.ts';
import { readYaml } from './yaml.ts';

/**
 * As the file's name says, else as its first character does. JSON that is none is read as YAML, of which it is a part, as
 * programs do that take either.
 */
export function readDocuments(text: string, name: string): DocumentTree {
  if (/\.toml$/i.test(name)) return readToml(text);
  const start = /^[\s\ufeff]*(.?)/.exec(text)?.[1];
  const json = start === '{' || start === '[' ? readJson(text) : undefined;
  if (json !== undefined && json.problem === undefined) return json;
  const yaml = readYaml(text);
  if (yaml.documents.length > 0 || json === undefined) return yaml;
  return json.documents.length > 0 ? json : { documents: [], problem: yaml.problem ?? json.problem };
}
