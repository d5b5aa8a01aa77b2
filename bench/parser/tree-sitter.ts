// tree-sitter, native, with tree-sitter-python. A string longer than the input buffer is refused, hence its size.

import { loadPeer, versionOfPeer } from './peers.ts';
import { serve } from './process.ts';

interface TreeSitter {
  setLanguage(language: unknown): void;
  parse(text: string, old: null, options: { bufferSize: number }): { readonly rootNode: { readonly endIndex: number } };
}

const parser = new (loadPeer('tree-sitter') as new () => TreeSitter)();
parser.setLanguage(loadPeer('tree-sitter-python'));
const decoder = new TextDecoder();

serve<string>({
  version: `${versionOfPeer('tree-sitter')} with tree-sitter-python ${versionOfPeer('tree-sitter-python')}`,
  settings: 'native; parser.parse(string) with an input buffer as long as the file',
  prepare: (bytes) => decoder.decode(bytes),
  parse: (text) => parser.parse(text, null, { bufferSize: 2 * text.length + 1024 }).rootNode.endIndex,
});
