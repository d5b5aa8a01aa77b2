// The second thread of a large scan. A composition root like `main`: it hands the rules to the scan.

import { parentPort } from 'node:worker_threads';
import { invariant } from './core/index.ts';
import { considerations } from './rules/index.ts';
import { serveThread } from './scan/index.ts';

invariant(parentPort !== null, 'this file runs as a worker thread only');
serveThread(parentPort, considerations);
