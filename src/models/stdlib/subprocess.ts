// Starting programs: subprocess, pty, shlex, and the modules before subprocess.

import { cleaner, concept, everyCall, type Row, returns, twin, under } from '../model.ts';

export const subprocess = (): readonly Row[] => [
  ...everyCall('start-process', under('subprocess', 'Popen run call check_call check_output'), 'args', 0),
  ...everyCall('os-command', under('subprocess', 'getoutput getstatusoutput'), 'cmd', 0),
  concept('subprocess.list2cmdline', 'shell-join', 'seq', 0),
  ...everyCall('os-command', under('commands', 'getoutput getstatusoutput'), 'cmd', 0),
  ...everyCall('os-command', under('popen2', 'popen2 popen3 popen4 Popen3 Popen4'), 'cmd', 0),
  concept('platform.popen', 'os-command', 'cmd', 0),
  concept('posixfile.open', 'path-open', 'name', 0),
  concept('pipes.Template.append', 'os-command', 'cmd', 0),
  concept('pipes.Template.prepend', 'os-command', 'cmd', 0),
  concept('pty.spawn', 'start-process', 'argv', 0),
  concept('imaplib.IMAP4_stream', 'os-command', 'command', 0),
  concept('distutils.spawn.spawn', 'start-process', 'cmd', 0),
  concept('_posixsubprocess.fork_exec', 'start-process', 'args', 0),
  concept('_winapi.CreateProcess', 'start-process', 'command_line', 1),
  ...everyCall('open-external', under('webbrowser', 'open open_new open_new_tab'), 'url', 0),
  ...everyCall('open-external', under('webbrowser.BaseBrowser', 'open open_new open_new_tab'), 'url', 0),
  concept('mailcap.findmatch', 'open-external', 'filename', 3),

  concept('shlex.quote', 'shell-quote', 's', 0),
  concept('shlex.split', 'shell-split', 's', 0),
  concept('shlex.join', 'shell-join', 'split_command', 0),
  cleaner('shlex.quote', 'shell'),
  cleaner('shlex.join', 'shell'),
  twin('pipes.quote', 'shlex.quote'),
  returns('subprocess.Popen.stdout', 'io.BufferedReader'),
];
