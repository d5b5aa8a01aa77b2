// Every hand-written row, library by library.

import type { Row } from './model.ts';
import { packageModels } from './packages/index.ts';
import { stdlibModels } from './stdlib/index.ts';

export function allRows(): readonly Row[] {
  return [...stdlibModels, ...packageModels].flatMap((rows) => rows());
}
