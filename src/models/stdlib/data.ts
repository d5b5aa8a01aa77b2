// Data formats, databases, text and patterns.

import { cleaner, concept, everyCall, everySource, passes, type Row, source, twin, under } from '../model.ts';
import { everyUse } from './builtins.ts';

export const data = (): readonly Row[] => [
  twin('ConfigParser.*', 'configparser.*'),
  twin('configparser.SafeConfigParser', 'configparser.ConfigParser'),
  twin('StringIO.StringIO', 'io.StringIO'),
  twin('cStringIO.StringIO', 'io.StringIO'),
  twin('sqlite3.dbapi2.*', 'sqlite3.*'),

  concept('json.load', 'data-parse', 'fp', 0),
  concept('json.loads', 'data-parse', 's', 0),
  concept('json.JSONDecoder.decode', 'data-parse', 's', 0),
  concept('tomllib.load', 'data-parse', 'fp', 0),
  concept('tomllib.loads', 'data-parse', 's', 0),
  concept('plistlib.load', 'data-parse', 'fp', 0),
  concept('plistlib.loads', 'data-parse', 'value', 0),
  ...everyCall('data-parse', under('plistlib', 'readPlist readPlistFromBytes readPlistFromString'), undefined, 0),
  ...everyCall('data-parse', ['csv.reader', 'csv.DictReader'], undefined, 0),
  ...everyCall('path-read', ['configparser.RawConfigParser.read'], 'filenames', 0),
  ...everySource(
    'file',
    under('configparser.RawConfigParser', 'get items __getitem__ sections options'),
    'a configuration file',
  ),
  ...everySource(
    'file',
    ['configparser.SectionProxy.__getitem__', 'configparser.SectionProxy.get'],
    'a configuration file',
  ),
  ...everySource('file', ['netrc.netrc.authenticators', 'netrc.netrc.hosts'], 'a netrc file'),

  ...everyCall('database-execute', under('sqlite3.Connection', 'execute executemany'), undefined, 0),
  ...everyCall('database-execute', under('sqlite3.Cursor', 'execute executemany'), undefined, 0),
  ...everyCall('database-script', ['sqlite3.Connection.executescript', 'sqlite3.Cursor.executescript'], undefined, 0),
  ...everyCall(
    'database-extension-load',
    under('sqlite3.Connection', 'enable_load_extension load_extension'),
    undefined,
    0,
  ),
  ...everySource('stored', under('sqlite3.Cursor', 'fetchone fetchmany fetchall __next__ __iter__'), 'a database row'),
  source('sqlite3.Cursor[]', 'stored', 'a database row'),
  // for row in connection.execute(…)
  ...everySource(
    'stored',
    ['sqlite3.Connection.execute[]', 'sqlite3.Connection.execute()[]', 'sqlite3.Cursor.execute()[]'],
    'a database row',
  ),

  ...everyCall('regex-compile', under('re', 'compile search match split findall finditer sub subn'), 'pattern', 0),
  concept('re.fullmatch', 'regex-fullmatch', 'pattern', 0),
  concept('re.Pattern.fullmatch', 'regex-fullmatch', 'string', 0),
  concept('re.escape', 'regex-escape', 'pattern', 0),
  cleaner('re.escape', 'regex'),
  concept('glob.escape', 'regex-escape', 'pathname', 0),

  ...everyCall('format-text', under('string.Formatter', 'format vformat'), 'format_string', 0),
  concept('string.Template', 'format-text', 'template', 0),
  concept('html.escape', 'html-escape', 's', 0),
  concept('html.unescape', 'html-unescape', 's', 0),
  cleaner('html.escape', 'markup'),
  concept('getpass.getpass', 'password-prompt', 'prompt', 0),
  ...everySource('argument', ['getpass.getpass', 'getpass.getuser'], 'what the user types'),

  cleaner('uuid.UUID', ...everyUse),
  cleaner('decimal.Decimal', ...everyUse),
  cleaner('fractions.Fraction', ...everyUse),
  cleaner('operator.index', ...everyUse),
  ...[
    ...under('xml.sax.saxutils', 'escape quoteattr unescape'),
    ...under('email.utils', 'parseaddr formataddr quote unquote collapse_rfc2231_value'),
    ...under('email.header', 'decode_header make_header'),
    ...under('tomllib', 'loads'),
    ...under('plistlib', 'loads'),
    ...under('pprint', 'pformat saferepr'),
    ...under('os', 'fspath fsencode fsdecode'),
    ...under('fnmatch', 'filter translate'),
    ...under('mimetypes', 'guess_type'),
    ...under('locale', 'atof'),
    ...under('array', 'array'),
    ...under('reprlib', 'repr'),
    ...under('marshal', 'dumps'),
    ...under('pickle', 'dumps'),
    ...under('glob', 'escape'),
    ...under('gettext', 'gettext'),
    ...under('encodings.idna', 'ToASCII ToUnicode'),
    'configparser.RawConfigParser.read_string',
  ].map(passes),
  // What stands behind the % of an IPv6 address can be any text: fe80::1%$(id)
  ...under('ipaddress', 'IPv4Address IPv4Interface IPv4Network IPv6Network ip_network').map((name) =>
    cleaner(name, ...everyUse.filter((use) => use !== 'url')),
  ),
  ...under('datetime.datetime', 'strptime fromisoformat fromtimestamp').map((name) => cleaner(name, ...everyUse)),
  cleaner('datetime.date.fromisoformat', ...everyUse),
  cleaner('time.strptime', ...everyUse),

  ...everySource(
    'argument',
    ['argparse.ArgumentParser.parse_args', 'argparse.ArgumentParser.parse_known_args', 'argparse.Namespace'],
    'the command line',
  ),
  ...everySource(
    'argument',
    ['argparse.ArgumentParser.parse_intermixed_args', 'optparse.OptionParser.parse_args', 'optparse.Values'],
    'the command line',
  ),
  ...everySource('argument', ['getopt.getopt', 'getopt.gnu_getopt'], 'the command line'),
  ...everySource('argument', ['readline.get_line_buffer', 'cmd.Cmd.lastcmd'], 'what the user types'),
];
