// Libraries that run programs, here or on other machines.

import { concept, everyCall, everySource, libraryClass, type Row, returns, signature, under } from '../model.ts';

export const processes = (): readonly Row[] => [
  ...everyCall('start-process', under('anyio', 'run_process open_process'), 'command', 0),
  ...everyCall('start-process', ['trio.run_process', 'trio.open_process', 'trio.lowlevel.open_process'], 'command', 0),
  ...everyCall('start-process', under('gevent.subprocess', 'Popen run call check_call check_output'), 'args', 0),
  ...everyCall('start-process', under('eventlet.green.subprocess', 'Popen call check_call check_output'), 'args', 0),
  ...everyCall('start-process', ['psutil.Popen', 'sarge.Command'], 'args', 0),
  ...everyCall('os-command', ['sarge.run', 'sarge.capture_stdout', 'delegator.run'], undefined, 0),
  ...everyCall(
    'os-command',
    ['invoke.run', 'invoke.sudo', 'invoke.Context.run', 'invoke.Context.sudo', 'invoke.context.Context.run'],
    'command',
    0,
  ),
  ...everyCall(
    'os-command',
    ['fabric.Connection.run', 'fabric.Connection.sudo', 'fabric.Connection.local'],
    'command',
    0,
  ),
  ...everyCall('os-command', under('fabric.api', 'run sudo local'), 'command', 0),
  ...everyCall('os-command', under('fabric.operations', 'run sudo local'), 'command', 0),
  ...everyCall(
    'start-process',
    ['pexpect.spawn', 'pexpect.run', 'pexpect.popen_spawn.PopenSpawn', 'ptyprocess.PtyProcess.spawn'],
    undefined,
    0,
  ),
  ...everyCall('start-process', ['sh.Command', 'plumbum.local'], undefined, 0),
  ...everyCall('open-external', ['click.launch', 'typer.launch'], 'url', 0),
  ...everyCall('open-external', ['click.edit'], undefined, 0),

  libraryClass('paramiko.SSHClient'),
  libraryClass('paramiko.Transport'),
  libraryClass('paramiko.SFTPClient'),
  returns('paramiko.SSHClient.open_sftp', 'paramiko.SFTPClient'),
  concept('paramiko.SSHClient.exec_command', 'os-command', 'command', 0),
  signature('paramiko.SSHClient.exec_command', 'command, bufsize=, timeout=, get_pty=, environment='),
  concept('paramiko.Channel.exec_command', 'os-command', 'command', 0),
  libraryClass('paramiko.Channel'),
  concept('asyncssh.SSHClientConnection.run', 'os-command'),
  libraryClass('asyncssh.SSHClientConnection'),
  returns('asyncssh.connect', 'asyncssh.SSHClientConnection'),
  ...everySource(
    'network',
    ['paramiko.SSHClient.exec_command', 'paramiko.Channel.recv', 'paramiko.SFTPClient.open'],
    'a remote machine',
  ),
  libraryClass('fabric.Connection'),
  libraryClass('invoke.Context'),
];
