// multiprocessing: channels that carry pickles, and objects that other processes can call.

import { concept, everyCall, everySource, harmless, type Row, twin, under } from '../model.ts';

const connection = 'multiprocessing.connection';

/** Contexts (`get_context("spawn")`) repeat the functions of the package. */
const contextFunctions =
  'Pipe Manager Pool Queue SimpleQueue JoinableQueue Lock RLock Event Condition Semaphore BoundedSemaphore Barrier Value Array RawValue RawArray set_executable get_logger log_to_stderr cpu_count';

export const multiprocessing = (): readonly Row[] => [
  ...contextFunctions
    .split(' ')
    .map((name) => twin(`multiprocessing.context.BaseContext.${name}`, `multiprocessing.${name}`)),
  twin('_multiprocessing.Connection', `${connection}.Connection`),
  twin('billiard.*', 'multiprocessing.*'),
  twin('multiprocess.*', 'multiprocessing.*'),

  concept(`${connection}.Listener`, 'process-channel-open', 'authkey', 3),
  concept(`${connection}.Client`, 'process-channel-open', 'authkey', 2),
  ...everyCall(
    'process-channel-open',
    under('multiprocessing.managers', 'BaseManager SyncManager SharedMemoryManager'),
    'authkey',
    1,
  ),
  ...everyCall('process-channel-open', under(connection, 'XmlListener XmlClient')),
  concept(`${connection}.Connection.recv`, 'process-channel-receive'),
  concept(`${connection}.Connection.recv_bytes`, 'process-channel-receive-bytes', 'maxlength', 0),
  concept(`${connection}.Connection.recv_bytes_into`, 'process-channel-receive-bytes'),
  // both ends belong to this program
  harmless('multiprocessing.Pipe'),
  harmless(`${connection}.Pipe`),
  ...everyCall('process-pipe', ['multiprocessing.Pipe', `${connection}.Pipe`]),
  concept('multiprocessing.managers.BaseManager.register', 'remote-object-register', 'callable', 1),
  concept('multiprocessing.set_executable', 'start-process', 'executable', 0),
  concept('multiprocessing.spawn.set_executable', 'start-process', 'exe', 0),
  ...everyCall('process-channel-receive', under('multiprocessing.reduction', 'recv_handle recvfds')),
  concept('multiprocessing.shared_memory.SharedMemory', 'path-open', 'name', 0),
  concept('multiprocessing.reduction.ForkingPickler.loads', 'deserialize', 'data', 0),
  ...everySource(
    'network',
    under(`${connection}.Connection`, 'recv recv_bytes recv_bytes_into'),
    'a message from another process',
  ),
];
