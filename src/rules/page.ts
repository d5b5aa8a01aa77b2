// The documentation's page of security considerations as heed reads it: its topics in the page's order, what each warns
// of, and every single consideration behind it with its code. The page's closing paragraph, on how Python is started, is
// the last topic. Which of them have rules is asked of the rules; a code without one is told with the reason.

import type { Rule } from '../rulekit/index.ts';

export interface Topic {
  /** the first half of rule ids: `http-server` */
  readonly id: string;
  /** as the page calls it: `http.server` */
  readonly name: string;
  /** the module that it is about; none for how Python is started */
  readonly module: string | undefined;
  /** what its codes begin with: `HTTP` */
  readonly prefix: string;
  /** path below the Python documentation's root */
  readonly anchor: string;
  /** what the page warns of, in a sentence */
  readonly warning: string;
  readonly considerations: readonly Consideration[];
}

export interface Consideration {
  /** `PKL-01`: stays with the consideration for good */
  readonly code: string;
  readonly title: string;
  /** why no rule speaks for it; empty when one does */
  readonly whyNoRule: string;
}

type Row = readonly [code: string, title: string, whyNoRule?: string];

function topic(
  id: string,
  { name = id, prefix, anchor, warning }: { name?: string; prefix: string; anchor: string; warning: string },
  rows: readonly Row[],
): Topic {
  const considerations = rows.map(([code, title, whyNoRule = '']) => ({ code, title, whyNoRule }));
  const module = anchor.startsWith('library/') ? name : undefined;
  return { id, name, module, prefix, anchor, warning, considerations };
}

export const page: readonly Topic[] = [
  topic(
    'base64',
    {
      prefix: 'B64',
      anchor: 'library/base64.html#base64-security',
      warning:
        'Base64 hides nothing, and a decoder that overlooks foreign characters lets many texts stand for the same bytes.',
    },
    [
      ['B64-01', 'Input from outside is decoded leniently'],
      ['B64-02', 'What stands behind the padding is ignored'],
      ['B64-03', 'The text, which is not unique, identifies something'],
      ['B64-04', 'Strict decoding alone is trusted to check the length'],
      ['B64-05', 'The alphabets of plain and URL-safe Base64 are mixed up'],
      ['B64-06', 'Either case is accepted'],
      ['B64-07', 'Digits are read as letters'],
      ['B64-08', 'A secret is only encoded'],
      ['B64-09', 'A token is only encoded'],
      ['B64-10', 'A request that cannot be decoded is not refused'],
      ['B64-11', 'What was decoded is run, loaded or unpacked'],
      ['B64-12', 'A decoder is used that Python has removed'],
      ['B64-51', 'Encoded text hides what runs code when it is loaded'],
      ['B64-52', 'Base64 is written in a way that decoders do not agree about'],
    ],
  ),
  topic(
    'cgi',
    {
      prefix: 'CGI',
      anchor: 'library/cgi.html#cgi-security',
      warning: 'Whatever a form sends, the names of its fields included, was chosen by somebody else.',
    },
    [
      ['CGI-01', 'A field of a form reaches a shell'],
      ['CGI-02', 'The name of a field, or another part of the request, reaches a dangerous call'],
      ['CGI-03', 'A filter looks at a part of the field only'],
      ['CGI-04', 'Tracebacks are shown to visitors'],
      ['CGI-05', 'The environment is shown to visitors'],
      ['CGI-06', 'A field that may be repeated is used as one string'],
      ['CGI-07', 'Uploads and fields are read without a limit'],
      ['CGI-08', 'The name of an upload becomes the name of a file'],
      ['CGI-09', 'A field is written into the answer as it came'],
      ['CGI-10', 'Fields are separated by semicolons'],
      ['CGI-11', 'A program is found through the PATH of the server'],
      ['CGI-12', 'The modules are gone since Python 3.13'],
    ],
  ),
  topic(
    'hashlib',
    {
      prefix: 'HASH',
      anchor: 'library/hashlib.html#hashlib-usedforsecurity',
      warning: 'Some algorithms are broken, and no fast hash protects a password; usedforsecurity=False is a promise.',
    },
    [
      ['HASH-01', 'A broken algorithm is used'],
      ['HASH-02', 'A security use is declared to be none'],
      ['HASH-03', 'The algorithm comes from outside'],
      ['HASH-04', 'A password is hashed fast'],
      ['HASH-05', 'A key is derived in too few rounds'],
      ['HASH-06', 'A salt is constant, short or known'],
      ['HASH-07', 'A password of any length is derived from'],
      ['HASH-08', 'scrypt is given too little work'],
      ['HASH-09', 'A digest is compared in a time that depends on it'],
      ['HASH-10', 'A key in front of a message is taken for authentication'],
      ['HASH-11', 'A digest is too short'],
      ['HASH-12', 'An HMAC rests on MD5 or SHA-1'],
      ['HASH-13', 'Salt or person of BLAKE2 have no fixed length'],
      ['HASH-14', 'A UUID made from names or clocks is a secret'],
      ['HASH-15', 'file_digest reads text, or its file is read on'],
    ],
  ),
  topic(
    'http-server',
    {
      name: 'http.server',
      prefix: 'HTTP',
      anchor: 'library/http.server.html#http-server-security',
      warning: 'The server makes only basic checks; it is not for production.',
    },
    [
      ['HTTP-01', 'The server runs in production'],
      ['HTTP-02', 'It listens on every interface'],
      ['HTTP-03', 'It serves whatever lies in the current directory'],
      ['HTTP-04', 'Links lead out of the served directory'],
      ['HTTP-05', 'Line breaks get into headers'],
      ['HTTP-06', 'The CGI handler runs programs'],
      ['HTTP-07', 'The request decides which file is opened'],
      ['HTTP-08', 'A body of any length is read'],
      ['HTTP-09', 'A handler waits without a timeout'],
      ['HTTP-10', 'Control characters get into the log'],
      ['HTTP-11', 'Parts of the request get into pages as they came'],
      ['HTTP-12', 'A redirection follows the request anywhere'],
      ['HTTP-13', 'Passwords travel without TLS'],
      ['HTTP-14', 'An answer that keeps the connection has no length'],
      ['HTTP-15', 'The name of a user whom nobody verified is believed'],
    ],
  ),
  topic(
    'logging',
    {
      prefix: 'LOG',
      anchor: 'library/logging.config.html#logging-eval-security',
      warning: 'A logging configuration is code: parts of it are evaluated, and it names functions that are called.',
    },
    [
      ['LOG-01', 'Configurations are taken from a port without verification'],
      ['LOG-02', 'The verification of a configuration verifies nothing'],
      ['LOG-03', 'A configuration file comes from outside'],
      ['LOG-04', 'A configuration dictionary comes from outside'],
      ['LOG-05', 'It is read by a YAML loader that makes objects'],
      ['LOG-06', 'The file or host of a handler comes from outside'],
      ['LOG-07', 'Log records are unpickled from the network'],
      ['LOG-08', 'Passwords of a handler travel in the clear'],
      ['LOG-09', 'The importer of configurations is replaced'],
      ['LOG-10', 'A format or message comes from outside'],
      ['LOG-11', 'A configuration silences existing loggers'],
      ['LOG-51', 'A configuration file names code that is run when it is loaded'],
      ['LOG-52', 'A configuration file sends records or writes where it should not'],
      ['LOG-53', 'A YAML document asks for Python objects'],
    ],
  ),
  topic(
    'multiprocessing',
    {
      prefix: 'MP',
      anchor: 'library/multiprocessing.html#multiprocessing-recv-pickle-security',
      warning: 'Connection.recv() unpickles what arrives: authenticate the peer first.',
    },
    [
      ['MP-01', 'Objects are received from a peer that was not authenticated'],
      ['MP-02', 'A listener or client has no key'],
      ['MP-03', 'The key is constant or short'],
      ['MP-04', 'The listener can be reached from other machines'],
      ['MP-05', 'A manager offers powerful functions'],
      ['MP-06', 'A socket without a file is open to every local user'],
      ['MP-07', 'A message may have any size'],
      ['MP-08', 'The interpreter of children comes from outside'],
      ['MP-09', 'The key gets out'],
      ['MP-10', 'Handles and pickles are taken from outside by other means'],
      ['MP-11', 'Shared memory is found by a name that others know'],
      ['MP-12', 'A manager speaks XML to strangers'],
    ],
  ),
  topic(
    'pickle',
    {
      prefix: 'PKL',
      anchor: 'library/pickle.html#pickle-restrict',
      warning: 'A pickle can run any code while it is loaded: load only what you trust, or restrict what it may name.',
    },
    [
      ['PKL-01', 'Data from outside is unpickled'],
      ['PKL-02', 'Data is unpickled before, or without, its signature being verified'],
      ['PKL-03', 'find_class restricts too little'],
      ['PKL-04', 'Extension codes go round find_class'],
      ['PKL-05', 'A persistent id is evaluated, imported or opened'],
      ['PKL-06', 'A class acts while it is unpickled'],
      ['PKL-07', 'An allow-list does not know the old names that arrive'],
      ['PKL-08', 'Pickles of any number or size are loaded'],
      ['PKL-09', 'A pickle is shown by loading it'],
      ['PKL-10', 'Pickles lie where others can write'],
      ['PKL-11', 'Secrets are pickled along'],
      ['PKL-12', 'Pickles are sent to peers, who have to load them'],
      ['PKL-13', 'A loader hides behind another name'],
      ['PKL-51', 'A pickle calls what is not known to be harmless'],
      ['PKL-52', 'A pickle is one program for one loader and another for the next'],
      ['PKL-53', 'A small pickle takes memory or time without end'],
      ['PKL-56', 'A model brings or names code that runs while it is loaded'],
      ['PKL-57', 'A file of arrays or of a model misleads its readers'],
      ['PKL-58', 'A file of a model or a table reads other files'],
    ],
  ),
  topic(
    'random',
    {
      prefix: 'RND',
      anchor: 'library/random.html#module-random',
      warning: 'The generators of random are for modelling; secrets are made by the module secrets.',
    },
    [
      ['RND-01', 'A secret is made by random'],
      ['RND-02', 'A generator of secrets has a known seed'],
      ['RND-03', 'Seeding of version 1 narrows the seeds'],
      ['RND-04', 'randbytes makes a key or token'],
      ['RND-05', 'A secret is too short'],
      ['RND-06', 'The state of a generator comes from outside'],
      ['RND-07', 'A secret is made from the clock or the machine'],
      ['RND-08', 'Forked children share a generator'],
      ['RND-09', 'A token is compared in a time that depends on it'],
      ['RND-10', 'A password is stored so that it can be recovered'],
      ['RND-11', 'SystemRandom is given a seed, which it ignores'],
    ],
  ),
  topic(
    'shelve',
    {
      prefix: 'SHV',
      anchor: 'library/shelve.html#shelve-security',
      warning: 'A shelf is made of pickles: reading an entry of an untrusted one runs its code.',
    },
    [
      ['SHV-01', 'A shelf that others can write is read'],
      ['SHV-02', 'A mapping that others fill is read through Shelf'],
      ['SHV-03', 'A shelf that is only read is opened for writing'],
      ['SHV-04', 'A shelf is created where others can write'],
      ['SHV-05', 'Every entry is kept in memory'],
      ['SHV-06', 'A shelf is left open, or shared without a lock'],
      ['SHV-07', 'A key from outside reads entries of others'],
      ['SHV-08', 'A restricted shelf has ways round the restriction'],
      ['SHV-51', 'The files of a shelf mislead their readers'],
    ],
  ),
  topic(
    'ssl',
    {
      prefix: 'SSL',
      anchor: 'library/ssl.html#ssl-security',
      warning: 'Only create_default_context() verifies certificates and names unasked.',
    },
    [
      ['SSL-01', 'A context of a general protocol verifies nothing'],
      ['SSL-02', 'Certificates are not verified'],
      ['SSL-03', 'Host names are not checked'],
      ['SSL-04', 'A client makes certificates optional'],
      ['SSL-05', 'A server does not demand the certificates that it trusts'],
      ['SSL-06', 'Old protocols are spoken'],
      ['SSL-07', 'Options let old and broken protocols back in'],
      ['SSL-08', 'Weak ciphers are allowed'],
      ['SSL-09', 'A fork shares connections or random state'],
      ['SSL-10', 'A socket is wrapped without a context'],
      ['SSL-11', 'Host names are matched by hand'],
      ['SSL-12', 'RAND_pseudo_bytes makes secrets'],
      ['SSL-13', 'The secrets of connections are logged'],
      ['SSL-14', 'A private helper makes an unverified context'],
      ['SSL-15', 'Verification is turned off for the whole process'],
      ['SSL-16', 'Revoked certificates are not looked for'],
      ['SSL-17', 'Flags of the verification are relaxed'],
      ['SSL-18', 'A context for servers is used by a client, or the other way round'],
      ['SSL-19', 'The name of the server is not given'],
      ['SSL-20', 'A certificate is trusted as it comes from the wire'],
      ['SSL-21', 'A private key, or its password, can be read by others'],
      ['SSL-22', 'The trusted authorities come from outside'],
      ['SSL-23', 'The common name counts as a host name'],
      ['SSL-24', 'A cut connection is taken for the end of the data'],
      ['SSL-25', 'A callback for server names frees contexts or opens files'],
      ['SSL-26', 'A handshake without a timeout holds up the server'],
      ['SSL-27', 'Clients for mail, news and files verify nothing by default'],
      ['SSL-28', 'Passwords are sent without TLS'],
      ['SSL-29', 'An error of TLS is answered by doing without'],
      ['SSL-30', 'A pre-shared key is constant or short'],
      ['SSL-31', 'Authorities that are distrusted by now are still believed'],
      ['SSL-51', 'A private key lies among the files'],
      ['SSL-52', 'A certificate can be broken or mistaken'],
      ['SSL-53', 'A log of secrets lies among the files'],
      ['SSL-54', 'A configuration of OpenSSL weakens every connection'],
    ],
  ),
  topic(
    'subprocess',
    {
      prefix: 'SUB',
      anchor: 'library/subprocess.html#subprocess-security',
      warning: 'Nothing goes through a shell unless it is asked for; with shell=True, quoting is up to you.',
    },
    [
      ['SUB-01', 'Text from outside becomes part of a shell command'],
      ['SUB-02', 'A constant command goes through a shell for nothing'],
      ['SUB-03', 'Text from outside reaches a function that always uses a shell'],
      ['SUB-04', 'Quoting does not fit the shell, or leaves holes'],
      ['SUB-05', 'A batch file gets arguments from outside'],
      ['SUB-06', 'A program is looked up where others can put one'],
      ['SUB-07', 'The program or its folder comes from outside'],
      ['SUB-08', 'An operand from outside can be an option'],
      ['SUB-09', 'A list is given to a shell'],
      ['SUB-10', 'Open files are passed on to the child'],
      ['SUB-11', 'preexec_fn meets threads'],
      ['SUB-12', 'Privileges are dropped by half'],
      ['SUB-13', 'The environment of the child comes from outside'],
      ['SUB-14', 'A secret stands among the arguments'],
      ['SUB-15', 'A child may run, or write, without end'],
      ['SUB-16', 'The failure of a protective command is ignored'],
      ['SUB-17', 'list2cmdline quotes for a shell'],
      ['SUB-18', 'exec, spawn or posix_spawn run a program from outside'],
      ['SUB-19', 'The system opens what comes from outside'],
      ['SUB-20', 'A variable of the environment names the shell or program'],
    ],
  ),
  topic(
    'tempfile',
    {
      prefix: 'TMP',
      anchor: 'library/tempfile.html#tempfile-mktemp-deprecated',
      warning: 'mktemp() gives a name that somebody else can take before the file is made.',
    },
    [
      ['TMP-01', 'A name is chosen before the file is made'],
      ['TMP-02', 'tempnam and tmpnam choose names'],
      ['TMP-03', 'A file in a shared directory has a known name'],
      ['TMP-04', 'A name is used after its file is gone'],
      ['TMP-05', 'The descriptor of mkstemp, or its file, is left behind'],
      ['TMP-06', 'The directory for temporary files is changed for all'],
      ['TMP-07', 'Others may write to a temporary file'],
      ['TMP-08', 'Code is taken from a shared directory'],
      ['TMP-09', 'A part of the name comes from outside'],
      ['TMP-10', 'The name of a temporary file goes through a shell'],
      ['TMP-11', 'This Python makes or removes temporary directories unsafely'],
      ['TMP-12', 'A secret may stay behind in a temporary file'],
    ],
  ),
  topic(
    'xml',
    {
      prefix: 'XML',
      anchor: 'library/xml.html#xml-security',
      warning: 'Documents can expand without end, name files and addresses to be read, and hide in compression.',
    },
    [
      ['XML-01', 'Entities expand without end'],
      ['XML-02', 'Entities expand quadratically below the limits'],
      ['XML-03', 'External entities are followed'],
      ['XML-04', 'Parameter entities or foreign document types are read'],
      ['XML-05', 'A compressed document unpacks without a limit'],
      ['XML-06', 'Long tokens are parsed again and again'],
      ['XML-07', 'The limits of Expat are raised'],
      ['XML-08', 'Nobody makes sure of the Expat that is linked'],
      ['XML-09', 'The name of a document comes from outside'],
      ['XML-10', 'Inclusions are followed'],
      ['XML-11', 'A value from outside becomes part of a path expression'],
      ['XML-12', 'A value from outside becomes markup'],
      ['XML-13', 'Deep nesting meets recursion'],
      ['XML-14', 'The module of a parser comes from outside'],
      ['XML-15', 'This Python or Expat has known weaknesses'],
      ['XML-16', 'Clients of an XML-RPC server reach attributes of attributes'],
      ['XML-17', 'An XML-RPC server is open to all'],
      ['XML-51', 'A document expands out of proportion'],
      ['XML-52', 'A document names files and places on the network'],
      ['XML-53', 'A document is not the same for all readers'],
    ],
  ),
  topic(
    'zipfile',
    {
      prefix: 'ZIP',
      anchor: 'library/zipfile.html#zipfile-resources-limitations',
      warning: 'Archives can unpack to more than there is room for, and extraction overwrites what is there.',
    },
    [
      ['ZIP-01', 'An archive unpacks without a limit'],
      ['ZIP-02', 'A member is read whole'],
      ['ZIP-03', 'The name of a member becomes a path'],
      ['ZIP-04', 'Extraction overwrites what is there'],
      ['ZIP-05', 'Archives in archives are unpacked without a limit'],
      ['ZIP-06', 'Names are filtered as text, and doubles go unnoticed'],
      ['ZIP-07', 'Looking like an archive is taken for being one'],
      ['ZIP-08', 'Modes and links from an archive are applied'],
      ['ZIP-09', 'The password is constant, or the encryption is relied on'],
      ['ZIP-10', 'A broken extraction leaves its parts behind'],
      ['ZIP-11', 'zipfile.Path walks a hostile archive'],
      ['ZIP-12', 'Code is run from an archive'],
      ['ZIP-13', 'The names or files that go into an archive come from outside'],
      ['ZIP-14', 'Names that a file system treats specially are not looked for'],
      ['ZIP-15', 'This Python misses fixes of zipfile'],
      ['ZIP-51', 'An archive unpacks to far more than there is room for'],
      ['ZIP-52', 'An archive writes outside the folder that it is unpacked into'],
      ['ZIP-53', 'An archive holds one thing for one reader and another for the next'],
      ['ZIP-54', 'Something hides in an archive where its readers do not look'],
      ['ZIP-55', 'An archive holds what could not be looked at'],
      ['ZIP-56', 'A tar archive reaches files outside the folder that it is unpacked to'],
      ['ZIP-57', 'A tar archive holds other members for one program than for another'],
    ],
  ),
  topic(
    'isolation',
    {
      name: 'how Python is started',
      prefix: 'ISO',
      anchor: 'using/cmdline.html#cmdoption-I',
      warning:
        'Without -I or -P, whoever writes to the current or the script’s folder chooses which modules are imported.',
    },
    [
      ['ISO-01', 'A command that starts Python imports from a folder that others can write'],
      ['ISO-02', 'A child Python is started in a folder from outside'],
      ['ISO-03', 'A relative or shared folder is put on the path of modules'],
      ['ISO-04', 'A file of the project takes the name of a module of the library'],
      ['ISO-05', 'Variables of the environment change what Python loads or checks'],
      ['ISO-06', 'A path file of the interpreter, or an environment, lets writable folders in'],
      ['ISO-07', 'Code runs when Python starts, from .pth, .start or sitecustomize files'],
      ['ISO-08', 'Remote debugging is left on'],
    ],
  ),
];

/** The rule that speaks for each code. */
export function ruleByCode(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  return new Map(rules.flatMap((rule) => [rule.code, ...(rule.alsoCodes ?? [])].map((code) => [code, rule] as const)));
}

/** The modules of the topics, each once. */
export const pageModules: readonly string[] = page.flatMap(({ module }) => module ?? []);

export interface TopicCoverage {
  readonly topic: Topic;
  readonly implemented: number;
  readonly total: number;
}

/** How many considerations of each topic have a rule, in the page's order. */
export function coverageOf(rules: readonly Rule[], topics: readonly Topic[] = page): readonly TopicCoverage[] {
  const byCode = ruleByCode(rules);
  return topics.map((topic) => ({
    topic,
    implemented: topic.considerations.filter(({ code }) => byCode.has(code)).length,
    total: topic.considerations.length,
  }));
}
