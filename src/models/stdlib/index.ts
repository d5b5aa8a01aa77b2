// The hand-written models of the standard library.

import type { Row } from '../model.ts';
import { archives } from './archives.ts';
import { asyncio } from './asyncio.ts';
import { base64 } from './base64.ts';
import { builtins } from './builtins.ts';
import { cgi } from './cgi.ts';
import { code } from './code.ts';
import { data } from './data.ts';
import { files } from './files.ts';
import { hashlib } from './hashlib.ts';
import { httpClient } from './http-client.ts';
import { httpServer } from './http-server.ts';
import { logging } from './logging.ts';
import { multiprocessing } from './multiprocessing.ts';
import { network } from './network.ts';
import { os } from './os.ts';
import { pickle } from './pickle.ts';
import { python2 } from './python2.ts';
import { random } from './random.ts';
import { ssl } from './ssl.ts';
import { subprocess } from './subprocess.ts';
import { sys } from './sys.ts';
import { tempfile } from './tempfile.ts';
import { xml } from './xml.ts';

/** One function a file; each gives its rows. */
export const stdlibModels: readonly (() => readonly Row[])[] = [
  archives,
  asyncio,
  base64,
  builtins,
  cgi,
  code,
  data,
  files,
  hashlib,
  httpClient,
  httpServer,
  logging,
  multiprocessing,
  network,
  os,
  pickle,
  python2,
  random,
  ssl,
  subprocess,
  sys,
  tempfile,
  xml,
];
