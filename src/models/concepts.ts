// The vocabulary between rules and libraries. A rule says `concept:deserialize`; the models say which calls of which
// libraries that is. A new library is then one file of rows, and no rule changes. Each concept says what its calls do and
// what its operand is (the parameter that a row names).

export const concepts = {
  // --- code
  'code-execute': 'Runs text or a code object as Python; the operand is that text.',
  'code-compile': 'Compiles or parses text as Python without running it; the operand is the text.',
  'import-by-name': 'Imports or runs the module, file or object that the operand names.',
  'literal-evaluate': 'Evaluates Python literals in the operand; runs no code, but can exhaust memory or stack.',
  'annotation-evaluate': 'Evaluates annotations that are written as strings.',
  'native-library-load': 'Loads the shared library that the operand names into the process.',
  'debug-console': 'Stops in a debugger or opens an interactive prompt.',
  'format-text': 'Fills in a format string, whose fields may reach into objects; the operand is that string.',
  'template-from-text': 'Compiles the operand as a template whose expressions reach Python objects.',
  // --- deserialising
  deserialize: 'Rebuilds objects from a format that can call any function (pickle and kin); the operand is the data.',
  'deserialize-if-allowed': 'Reads data that may hold pickles, and unpickles them depending on an option of the call.',
  'deserialize-code': 'Reads marshalled objects, code objects included; the operand is the data.',
  'yaml-load': 'Reads YAML; which tags may build objects depends on the loader.',
  'yaml-load-safe': 'Reads YAML with a loader that builds plain data only.',
  serialize: 'Writes objects in a format whose reader can call any function.',
  'data-parse': 'Reads plain data (JSON, TOML, CSV, property lists); the operand is the document.',
  'shelf-open': 'Opens a shelf, whose values are pickles; the operand is the file.',
  'shelf-wrap': 'Reads pickles out of the mapping that is the operand.',
  'dbm-open': 'Opens a dbm file; the operand is the path.',
  'extension-register': 'Registers extension codes, which go round the check of globals when unpickling.',
  // --- processes
  'os-command': 'Gives the operand to a shell.',
  'start-process':
    'Starts a program without a shell unless told otherwise; the operand is the program or argument list.',
  'open-external': 'Hands the operand to another program that the desktop or the environment chooses.',
  'shell-quote': 'Quotes the operand for a POSIX shell.',
  'shell-split': 'Splits the operand as a POSIX shell would.',
  'shell-join': 'Joins the operand to one command line.',
  'privilege-change': 'Changes the user or group that the process runs as.',
  // --- interprocess channels
  'process-channel-open':
    'Opens a channel that carries pickles between processes; the operand is the authentication key.',
  'process-channel-receive': 'Unpickles what the other end of a channel sent.',
  'process-channel-receive-bytes': 'Receives raw bytes from a channel; the operand bounds their number.',
  'process-pipe': 'Makes a channel whose two ends are known to belong to this program.',
  'remote-object-register': 'Exposes a callable to other processes.',
  // --- encodings
  'lenient-base64-decode':
    'Decodes Base64 and passes over foreign characters unless told not to; the operand is the text.',
  'case-folding-decode': 'Decodes Base16 or Base32, with an option to accept several spellings of the same data.',
  'hex-decode': 'Decodes hexadecimal digits, in either case.',
  'codec-decode': 'Decodes with a codec named by an argument, which may be a binary transform.',
  'reversible-encode': 'Encodes without a key: anyone can undo it.',
  // --- hashes, keys and secrets
  'weak-hash': 'Computes a hash with known collisions (MD5, SHA-1 and older); the operand is the data.',
  'strong-hash': 'Computes a cryptographic hash without known weakness; the operand is the data.',
  'hash-new': 'Computes a hash by the algorithm that the operand names.',
  'mac-new': 'Computes a keyed hash; the operand is the hash to use.',
  'name-hash-identifier': 'Makes an identifier from a hash of a name: the same name gives the same identifier.',
  digest: 'Gives the value of a hash or keyed hash.',
  checksum: 'Computes a checksum that anyone can forge.',
  'key-derivation': 'Derives a key from a password, slowly; the operand is the password.',
  'password-hash': 'Hashes a password with a salt, slowly.',
  'weak-password-hash': 'Hashes a password by a scheme that can be searched through.',
  'constant-time-compare': 'Compares two values in a time that does not depend on their contents.',
  'signature-verify':
    'Verifies a signature or a keyed hash and raises when it is wrong; the operand is what was signed.',
  'random-number': 'Gives values of a predictable generator.',
  'random-generator': "Makes a predictable generator of one's own; the operand is the seed.",
  'random-seed': 'Sets the state of a predictable generator; the operand is the seed.',
  'secure-random': "Gives values of the operating system's random source.",
  'secret-token': 'Gives a fresh secret; the operand is its length in bytes.',
  'guessable-value': 'Gives a value that others can work out: time, process id, address.',
  'public-identity': 'Gives what every user of the machine can look up: names and numbers of users, groups and hosts.',
  'password-prompt': 'Asks the user for a password.',
  // --- transport security
  'tls-context': 'Makes a TLS context.',
  'tls-context-default': 'Makes a TLS context that verifies certificates and names.',
  'tls-context-unverified': 'Makes a TLS context that verifies nothing.',
  'tls-client': 'Connects with TLS; the operand is the context, and leaving it out verifies nothing.',
  'tls-client-verified': 'Connects with TLS; the operand is the context, and leaving it out verifies certificates.',
  'tls-upgrade': 'Turns an open connection into TLS; the operand is the context, and leaving it out verifies nothing.',
  'tls-wrap': 'Speaks TLS over an open socket; the operand is the name to expect.',
  'tls-wrap-bare': 'Speaks TLS over an open socket without any context.',
  'tls-verify-option': 'Makes requests whose certificate check an option can turn off; the operand is that option.',
  'tls-key-load': 'Loads a certificate and its private key.',
  'tls-ciphers': 'Chooses cipher suites; the operand is the list.',
  'tls-certificate-fetch': "Fetches a peer's certificate.",
  'plaintext-client': 'Makes a client of a protocol that sends everything, passwords included, in the clear.',
  'plaintext-login': 'Sends a password over a connection that is in the clear unless it was upgraded.',
  // --- web
  'http-server': 'Serves HTTP; the operand is the address to bind.',
  'http-file-handler': 'Serves files of a directory; the operand is the directory.',
  'http-cgi-handler': 'Serves a directory and runs programs in it.',
  'http-request': 'Fetches the URL that is the operand.',
  'http-response-header': 'Writes a response header or status line as given; the operand is the value.',
  'http-response-body': 'Writes markup to a remote browser; the operand is the body.',
  'http-redirect': 'Sends a browser to the operand.',
  'cookie-set': 'Sets a cookie; the operand is its value.',
  'cgi-form': 'Reads a form that was sent to a CGI program.',
  'cgi-traceback': 'Shows tracebacks, with source and variables, to the browser.',
  'cgi-dump': 'Shows the environment or the form to the browser.',
  'web-debug-server': 'Runs a development server of a web framework; the operand turns its debugger on.',
  'handler-register':
    'Has a function of the project called for each request, message or event; the operand is the function.',
  'dependency-inject':
    'As a default, has a parameter filled in with what the operand gives, which the framework calls for each request.',
  'declared-fields':
    "Holds what the fields that an object's class declares have made of what came in, by the names of the fields.",
  'object-register':
    'Has the public methods of an object of the project called for each remote request; the operand is the object.',
  'socket-bind': 'Binds a socket; the operand is the address.',
  'url-parse': 'Takes a URL apart without validating it.',
  'url-join': 'Resolves a URL against a base; an absolute one replaces the base.',
  'mail-header': 'Sets a mail header; the operand is the value.',
  // --- XML
  'xml-parse': 'Parses XML with a parser that honours document type declarations; the operand is the document.',
  'xml-parse-location': 'Parses XML from a path, a URL or a stream; the operand is the place.',
  'xml-parser': 'Makes a parser object.',
  'xml-parse-hardened': 'Parses XML and refuses document type declarations or entities.',
  'xml-include': 'Expands XInclude elements.',
  'xml-transform': 'Applies XSLT or evaluates XPath.',
  'xml-rpc-client': 'Talks XML-RPC to a server; the operand is its URL.',
  'xml-rpc-server': 'Serves XML-RPC; the operand is the address to bind.',
  'xml-escape': 'Escapes text for XML content.',
  // --- archives and compression
  'archive-open': 'Opens a zip or tar archive; the operand is the archive.',
  'archive-extract': 'Writes members of an archive to disk.',
  'archive-member-read': 'Reads a member of an archive into memory, unbounded unless a size is given.',
  'archive-unpack': 'Unpacks an archive of any kind to disk; the operand is the archive.',
  decompress: 'Decompresses the whole operand in memory.',
  'decompress-stream': 'Opens compressed data for reading; the operand is the file or bytes.',
  'document-open': 'Opens a document that is a zip archive or XML inside (spreadsheets, text documents).',
  // --- files
  'path-open': 'Opens the file that the operand names.',
  'path-read': 'Reads the file that the operand names.',
  'path-write': 'Writes the file that the operand names.',
  'path-delete': 'Deletes what the operand names.',
  'path-create': 'Creates a directory, link or node that the operand names.',
  'path-move': 'Copies, moves or renames what the operand names.',
  'path-mode': 'Sets the mode of a file; the operand is the mode.',
  'path-probe': 'Asks about a path whose answer can be out of date at once.',
  'path-join': 'Joins paths; an absolute part drops everything before it.',
  'resource-read': 'Reads a data file of a package; the operand is its name.',
  'file-response': 'Sends the file that the operand names to a remote browser.',
  'temp-name': 'Gives the name of a temporary file that does not exist yet.',
  'temp-file': 'Creates a temporary file that only its owner can open.',
  'temp-directory': 'Creates a temporary directory that only its owner can enter.',
  'temp-location': 'Gives the directory that temporary files of all users share.',
  'module-search-path': 'Adds a directory to those that modules are imported from; the operand is the directory.',
  // --- logging
  'logging-config': 'Applies a logging configuration, which names classes to call; the operand is the configuration.',
  'logging-config-file': 'Applies a logging configuration file, parts of which are evaluated; the operand is the file.',
  'logging-config-listen': 'Opens a port that applies every logging configuration sent to it; the operand verifies it.',
  'logging-transport': 'Sends log records over the network.',
  'log-message': 'Writes a log record; the operand is its format.',
  // --- databases and patterns
  'database-execute': 'Runs a statement of a query language; the operand is its text.',
  'database-script': 'Runs several statements of a query language; the operand is their text.',
  'database-text': 'Marks the operand as a statement to be run as it is.',
  'database-identifier': 'Quotes the operand as an identifier of a query language.',
  'database-extension-load': 'Loads native code into a database.',
  'regex-compile': 'Compiles or applies the operand as a regular expression.',
  'regex-fullmatch': 'Tests that the whole text matches a regular expression.',
  'regex-escape': 'Escapes the operand for a regular expression.',
  'html-escape': 'Escapes the operand for HTML text and quoted attributes.',
  'html-unescape': 'Turns character references back into characters.',
  'html-mark-safe': 'Declares the operand to be markup that needs no escaping.',
  'int-limit': 'Sets how many digits may be converted to an integer; the operand is the limit.',
} as const satisfies Readonly<Record<string, string>>;

/** The kind of thing that a call does, e.g. `deserialize`, `os-command`, `start-process`, `weak-hash`. */
export type Concept = keyof typeof concepts;

/**
 * The kinds of use that a cleaner makes a value harmless for. `code`: evaluated as Python; `shell`: part of a shell
 * command; `argument`: an item of an argument list, where a leading dash would make it an option; `path-traversal`:
 * part of a path; `markup`: HTML or XML; `header`: a line of a protocol; `sql`: a statement; `url`: host or scheme of a
 * request; `regex`: a pattern; `format`: a format string; `secret`: compared with a secret.
 */
export const cleanedUses = [
  'code',
  'shell',
  'argument',
  'path-traversal',
  'markup',
  'header',
  'sql',
  'url',
  'regex',
  'format',
  'secret',
] as const;
export type CleanedUse = (typeof cleanedUses)[number];
