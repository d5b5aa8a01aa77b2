// os and os.path: programs, the environment, files and privileges. Names of posix and nt are those of os.

import { cleaner, concept, everyCall, everySource, opaque, type Row, returns, source, twin, under } from '../model.ts';

export const os = (): readonly Row[] => [
  twin('posixpath.*', 'os.path.*'),
  twin('ntpath.*', 'os.path.*'),
  twin('genericpath.*', 'os.path.*'),

  concept('os.system', 'os-command', 'command', 0),
  concept('os.popen', 'os-command', 'cmd', 0),
  ...everyCall('os-command', under('os', 'popen2 popen3 popen4'), 'cmd', 0),
  ...everyCall('start-process', under('os', 'execl execle execlp execlpe execvp execvpe'), 'file', 0),
  ...everyCall('start-process', under('os', 'execv execve posix_spawn posix_spawnp'), 'path', 0),
  ...everyCall(
    'start-process',
    under('os', 'spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe'),
    'file',
    1,
  ),
  concept('os.startfile', 'open-external', 'filepath', 0),
  ...everyCall(
    'privilege-change',
    under('os', 'setuid setgid seteuid setegid setreuid setregid setresuid setresgid setgroups initgroups'),
  ),

  ...everySource('environment', ['os.environ', 'os.environb', 'os.getenv', 'os.getenvb'], 'an environment variable'),
  ...everySource(
    'network',
    cgiVariables().flatMap((key) => [`os.environ["${key}"]`, `os.getenv["${key}"]`]),
    'the request',
  ),
  source('os.read', 'file', 'what is read from a descriptor'),
  source('os.readlink', 'file', 'the target of a link'),
  source('os.getlogin', 'environment', 'the login name'),

  ...everyCall('secure-random', ['os.urandom'], 'size', 0),
  ...everyCall('secure-random', ['os.getrandom'], 'size', 0),
  ...everyCall('guessable-value', under('os', 'getpid getppid times')),
  ...everyCall('public-identity', under('os', 'getuid geteuid getgid getegid getlogin uname')),
  ...everyCall('public-identity', ['getpass.getuser', 'socket.gethostname', 'socket.getfqdn', 'platform.node']),
  concept('os.tempnam', 'temp-name'),
  concept('os.tmpnam', 'temp-name'),
  concept('os.tmpfile', 'temp-file'),

  concept('os.open', 'path-open', 'path', 0),
  ...everyCall('path-delete', under('os', 'remove unlink rmdir'), 'path', 0),
  concept('os.removedirs', 'path-delete', 'name', 0),
  ...everyCall('path-create', under('os', 'mkdir mkfifo mknod'), 'path', 0),
  concept('os.makedirs', 'path-create', 'name', 0),
  ...everyCall('path-create', under('os', 'symlink link'), 'dst', 1),
  ...everyCall('path-move', under('os', 'rename replace'), 'dst', 1),
  concept('os.renames', 'path-move', 'new', 1),
  ...everyCall('path-write', ['os.truncate'], 'path', 0),
  ...everyCall('path-mode', under('os', 'chmod fchmod lchmod'), 'mode', 1),
  concept('os.umask', 'path-mode', 'mask', 0),
  concept('os.access', 'path-probe', 'path', 0),
  ...everyCall('path-probe', under('os.path', 'exists lexists isfile islink'), 'path', 0),
  concept('os.path.isdir', 'path-probe', 's', 0),
  concept('os.path.join', 'path-join'),

  // a name without directories: it can still be `..` or begin with a dash
  cleaner('os.path.basename', 'path-traversal'),
  ...under('os', 'getpid getppid getuid geteuid getgid getegid cpu_count umask').map(opaque),
  ...under(
    'os.path',
    'exists lexists isdir isfile islink ismount isabs samefile getsize getmtime getatime getctime',
  ).map(opaque),
  returns('os.popen', 'io.TextIOWrapper'),
  returns('os.fdopen', 'io.TextIOWrapper'),
];

/** What a web server hands to a CGI program (RFC 3875, section 4.1), save for what it says about itself. */
function cgiVariables(): readonly string[] {
  return [
    'QUERY_STRING',
    'PATH_INFO',
    'PATH_TRANSLATED',
    'REQUEST_URI',
    'REQUEST_METHOD',
    'SCRIPT_NAME',
    'REMOTE_USER',
    'REMOTE_HOST',
    'REMOTE_IDENT',
    'CONTENT_TYPE',
    'CONTENT_LENGTH',
    'HTTP_*',
  ];
}
