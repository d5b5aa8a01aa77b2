// What is wrong stands in the code itself, whatever the data: the severity is then that of a constant. A verdict that
// points at a call, a statement or a class has no origin of its own to take it from.

import type { VerdictOptions } from '../rulekit/index.ts';

export const inCode = { provenance: 'constant' } as const satisfies VerdictOptions;
