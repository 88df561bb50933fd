import type { Context } from '../../platform/actions/implement.ts';
import type { ClockPort } from '../../platform/actions/ports.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Files } from '../../platform/files/files.ts';
import type { Sealer } from '../../platform/secrets/sealer.ts';

export type FilesParts = {
  readonly database: Database;
  readonly clock: ClockPort;
  readonly files: Pick<Files, 'keep' | 'read' | 'remove'>;
  /** Of tickets. */
  readonly sealer: Sealer;
  /** Written into the log outside the backup, so that a restored backup does not bring the key back. */
  readonly noteErased: (
    context: Context,
    gone: readonly { readonly kind: string; readonly id: string }[],
  ) => Promise<void>;
};
