import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { ClockPort } from '../../../platform/actions/ports.ts';
import { deriveKey } from '../../../platform/secrets/derive-key.ts';
import { createSealer } from '../../../platform/secrets/sealer.ts';

/** The run of somebody who only looks into a package: nothing is kept of it. */
export const lookRun = 'look';

/** Milliseconds in which a package that was opened gives out its files; opened again it begins anew. */
const openFor = 12 * 3_600_000;
const place = 'package-door';

const key = z.strictObject({ org: z.string(), package: z.string(), run: z.string().nullable(), until: z.number() });
type Key = Omit<z.infer<typeof key>, 'until'>;

/**
 * The address of a package that was opened. A page of it has no origin, so that no cookie comes with what it asks for: who may have its files
 * is said by the address, which opens nothing else.
 */
export type Door = {
  readonly pathTo: (key: Key) => string;
  readonly read: (token: string) => Key | null;
};

export function createDoor(sealingKey: KeyObject, clock: ClockPort): Door {
  const sealer = createSealer({ key: deriveKey(sealingKey, 'package-door') });
  return {
    pathTo(given) {
      const sealed = sealer.seal(
        Buffer.from(JSON.stringify({ ...given, until: clock.now() / 1000 + openFor }), 'utf8'),
        place,
      );
      return `/packages/${sealed.toString('base64url')}/`;
    },
    read(token) {
      const opened = sealer.open(Buffer.from(token, 'base64url'), place);
      if (opened === null) return null;
      const { until, ...rest } = key.parse(JSON.parse(opened.toString('utf8')));
      return until < clock.now() / 1000 ? null : rest;
    },
  };
}
