// The topics of the documentation's page of security considerations, in its order, and the prefix of each one's codes.

export const codePrefixByTopic: ReadonlyMap<string, string> = new Map([
  ['base64', 'B64'],
  ['cgi', 'CGI'],
  ['hashlib', 'HASH'],
  ['http-server', 'HTTP'],
  ['logging', 'LOG'],
  ['multiprocessing', 'MP'],
  ['pickle', 'PKL'],
  ['random', 'RND'],
  ['shelve', 'SHV'],
  ['ssl', 'SSL'],
  ['subprocess', 'SUB'],
  ['tempfile', 'TMP'],
  ['xml', 'XML'],
  ['zipfile', 'ZIP'],
]);
