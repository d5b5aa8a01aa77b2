// Every hand-written row, library by library.

import type { Row } from './model.ts';
import { stdlibModels } from './stdlib/index.ts';

export function allRows(): readonly Row[] {
  return stdlibModels.flatMap((rows) => rows());
}
