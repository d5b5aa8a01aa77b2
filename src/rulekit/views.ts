// Starts a session: the one place that knows which class stands behind which view.

import { CallAt } from './call-view.ts';
import { ClassAt } from './class-view.ts';
import { FunctionAt } from './function-view.ts';
import { CompareAt, ReferenceAt, StoreAt } from './other-sites.ts';
import type { Circumstances, Session, ViewFactory } from './session.ts';
import { ValueAt } from './value-view.ts';

export function openSession(circumstances: Circumstances): Session {
  const views: ViewFactory = {
    value: (place) => new ValueAt(session, place, 'given', undefined),
    computed: (value, subject) => new ValueAt(session, subject, 'given', value),
    missing: (presence, subject) => new ValueAt(session, subject, presence, undefined),
    call: (place, match) => new CallAt(session, place, match),
    reference: (place, name) => new ReferenceAt(session, place, name),
    store: (place, parts) => new StoreAt(session, place, parts),
    classSite: (place) => new ClassAt(session, place),
    functionView: (place) => new FunctionAt(session, place),
    comparison: (place) => new CompareAt(session, place),
  };
  const session: Session = {
    ...circumstances,
    views,
    notes: [],
    asked: [],
    memory: {
      importsByModule: new Map(),
      callsByNames: new Map(),
      nodesByFunction: new Map(),
      ancestorsByName: new Map(),
      originByFact: new WeakMap(),
    },
  };
  return session;
}
