// How bad a verdict is: the rule's vector by where the operand comes from, one step less where the code is for tests
// or shows how something is used.

import { type FileRole, type Severity, type SeverityVector, severities } from '../core/index.ts';
import type { Provenance } from '../models/index.ts';

/** `none`: constants and shipped files that the rule does not hold to be worth a failure. */
export function severityFor(vector: SeverityVector, provenance: Provenance): Severity | 'none' {
  switch (provenance) {
    case 'network':
      return vector.network;
    case 'file':
    case 'environment':
    case 'argument':
    case 'stored':
      return vector.file;
    case 'shipped':
      return vector.shipped;
    case 'constant':
      return vector.constant;
    case 'parameter':
    case 'unknown':
      return lowered(vector.network);
  }
}

export function lowered(severity: Severity): Severity {
  return severities[Math.min(severities.indexOf(severity) + 1, severities.length - 1)] as Severity;
}

const lesserRoles: ReadonlySet<FileRole> = new Set<FileRole>(['test', 'example']);

export function severityInRole(severity: Severity, role: FileRole): Severity {
  return lesserRoles.has(role) ? lowered(severity) : severity;
}
