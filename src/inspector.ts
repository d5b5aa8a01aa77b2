// The thread that looks into data files. A composition root of its own: it knows the readers and no rule, and is small.

import { serveInspections } from './scan/index.ts';

serveInspections();
