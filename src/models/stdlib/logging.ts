// Logging: configuration that names callables, handlers that send records, and records themselves.

import { concept, everyCall, type Row, signature, under } from '../model.ts';

export const logging = (): readonly Row[] => [
  concept('logging.config.fileConfig', 'logging-config-file', 'fname', 0),
  concept('logging.config.dictConfig', 'logging-config', 'config', 0),
  concept('logging.config.dictConfigClass', 'logging-config', 'config', 0),
  concept('logging.config.DictConfigurator', 'logging-config', 'config', 0),
  concept('logging.config.BaseConfigurator', 'logging-config', 'config', 0),
  signature('logging.config.dictConfigClass', 'config'),
  concept('logging.config.listen', 'logging-config-listen', 'verify', 1),
  ...everyCall('logging-transport', under('logging.handlers', 'SocketHandler DatagramHandler'), 'host', 0),
  concept('logging.handlers.HTTPHandler', 'logging-transport', 'host', 0),
  concept('logging.handlers.SMTPHandler', 'logging-transport', 'mailhost', 0),
  concept('logging.handlers.HTTPHandler', 'tls-client-verified', 'context', 5),
  ...everyCall('path-write', ['logging.FileHandler'], 'filename', 0),
  ...everyCall(
    'path-write',
    under('logging.handlers', 'WatchedFileHandler RotatingFileHandler TimedRotatingFileHandler'),
    'filename',
    0,
  ),
  ...everyCall('log-message', under('logging', 'debug info warning warn error critical fatal exception'), 'msg', 0),
  ...everyCall(
    'log-message',
    under('logging.Logger', 'debug info warning warn error critical fatal exception'),
    'msg',
    0,
  ),
  ...everyCall(
    'log-message',
    under('logging.LoggerAdapter', 'debug info warning warn error critical exception'),
    'msg',
    0,
  ),
  ...everyCall('log-message', ['logging.log', 'logging.Logger.log', 'logging.LoggerAdapter.log'], 'msg', 1),
  concept('syslog.syslog', 'log-message'),
];
