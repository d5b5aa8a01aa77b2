// Pyright's tokenizer and parser, without binder and checker, from the package that publishes Pyright's modules one by one
// (the `pyright` package is a bundle whose parser cannot be called).

import { loadPeer, versionOfPeer } from './peers.ts';
import { serve } from './process.ts';

interface PyrightParser {
  parseSourceFile(
    text: string,
    options: unknown,
    sink: unknown,
  ): { readonly parserOutput: { readonly parseTree: { readonly length: number } } };
}

const name = '@zzzen/pyright-internal';
const { Parser, ParseOptions } = loadPeer(`${name}/dist/parser/parser`) as {
  Parser: new () => PyrightParser;
  ParseOptions: new () => unknown;
};
const { DiagnosticSink } = loadPeer(`${name}/dist/common/diagnosticSink`) as { DiagnosticSink: new () => unknown };
const decoder = new TextDecoder();

serve<string>({
  version: `${name} ${versionOfPeer(name)}`,
  settings: 'new Parser().parseSourceFile(string), tokenizer included; no binding, no checking',
  prepare: (bytes) => decoder.decode(bytes),
  parse: (text) =>
    new Parser().parseSourceFile(text, new ParseOptions(), new DiagnosticSink()).parserOutput.parseTree.length,
});
