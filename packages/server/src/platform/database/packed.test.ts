import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packed } from './packed.ts';

test('every part is found again where it begins, by its length', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 9 })), (parts) => {
      const { bytes, starts, lengths } = packed(parts);
      const found = starts.map((start, at) => bytes.subarray(start - 1, start - 1 + (lengths[at] ?? 0)));
      expect(found.map((part) => [...part])).toEqual(parts.map((part) => [...part]));
      expect(bytes).toHaveLength(parts.reduce((sum, { length }) => sum + length, 0));
    }),
  );
});
