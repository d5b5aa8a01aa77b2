// What is known of a library call beyond the models: the contract of the functions in this folder. Each gives the value
// of the call and changes the state as the call would; undefined leaves the call to the models.

import type { Value } from '../../semantics/index.ts';
import type { NodeId } from '../../syntax/index.ts';
import type { Arguments } from '../calls.ts';
import type { Frame } from '../frame.ts';
import type { State } from '../state.ts';

export interface NativeCall {
  readonly frame: Frame;
  readonly state: State;
  /** where the call is seen: a Call, or the expression that makes Python call */
  readonly node: NodeId;
  /** canonical name of what is called: `builtins.list.append` */
  readonly name: string;
  /** the object that a method was read from, as it is now */
  readonly receiver: Value | undefined;
  readonly given: Arguments;
}

export type Native = (call: NativeCall) => Value | undefined;
export type NativeTable = Readonly<Record<string, Native>>;
