// The topics of the documentation's page of security considerations, in its order, and the prefix of each one's codes.

import { page } from '../src/rules/page.ts';

export const codePrefixByTopic: ReadonlyMap<string, string> = new Map(page.map(({ id, prefix }) => [id, prefix]));
