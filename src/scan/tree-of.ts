// Trees that stay for the whole run. The parser's memory is overwritten by the next file, so nodes are copied out of it;
// the text is not copied, for the files that were read stay in memory anyway.

import { NODE_SIZE, type Parser, Tree } from '../python/syntax/index.ts';

/** `parser` lends its trees; `bytes` must not change as long as the tree is used. */
export function treeOf(parser: Parser, bytes: Uint8Array): Tree {
  const { names, nodes, nodeCount, root, problems, comments, bytes: text } = parser.parse(bytes);
  return new Tree({
    bytes: text,
    names,
    nodes: nodes.slice(0, nodeCount * NODE_SIZE),
    nodeCount,
    root,
    problems,
    comments: comments.slice(),
  });
}
