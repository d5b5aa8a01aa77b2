// The models of third-party packages.

import type { Row } from '../model.ts';
import { aborting } from './aborting.ts';
import { archivePackages } from './archives.ts';
import { callbacks } from './callbacks.ts';
import { commandLine } from './command-line.ts';
import { cryptography } from './cryptography.ts';
import { databases } from './databases.ts';
import { deserializers } from './deserializers.ts';
import { django } from './django.ts';
import { flask } from './flask.ts';
import { httpClients } from './http-clients.ts';
import { markup } from './markup.ts';
import { messaging } from './messaging.ts';
import { processes } from './processes.ts';
import { six } from './six.ts';
import { starlette } from './starlette.ts';
import { webFrameworks } from './web-frameworks.ts';

/** One function a file; each gives its rows. */
export const packageModels: readonly (() => readonly Row[])[] = [
  aborting,
  archivePackages,
  callbacks,
  commandLine,
  cryptography,
  databases,
  deserializers,
  django,
  flask,
  httpClients,
  markup,
  messaging,
  processes,
  six,
  starlette,
  webFrameworks,
];
