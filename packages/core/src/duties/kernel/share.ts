import type { BoundRule } from './bind.ts';
import { sharedRoom } from './room.ts';

/**
 * What was bound, with its columns in memory that threads share: handed to a worker it is not copied once more. A worker compiles the
 * packs for itself, since typed trees hold functions, and starts its own code over these columns.
 *
 * @example
 * worker.postMessage({ bound: shared(bind(codes, question, register)) });
 * // there: runKernel(start(codes, bound, question), sinks, { part: 1, of: 2, room: sharedRoom })
 */
export function shared(bound: readonly BoundRule[]): BoundRule[] {
  const copies = new Map<unknown, unknown>();
  const copy = (value: unknown): unknown => {
    const known = copies.get(value) ?? inSharedRoom(value);
    copies.set(value, known);
    return known;
  };
  return bound.map((data) => ({ ...data, values: data.values.map(copy) }));
}

function inSharedRoom(value: unknown): unknown {
  if (value instanceof Int32Array) return filled(new Int32Array(sharedRoom(value.byteLength)), value);
  if (value instanceof Float64Array) return filled(new Float64Array(sharedRoom(value.byteLength)), value);
  if (value instanceof Uint8Array) return filled(new Uint8Array(sharedRoom(value.byteLength)), value);
  return value;
}

function filled<Column extends Int32Array | Float64Array | Uint8Array>(copy: Column, value: Column): Column {
  copy.set(value);
  return copy;
}
