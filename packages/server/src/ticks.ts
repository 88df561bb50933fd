import type { Instant } from '@sallyport/core/calendar';
import type { Log } from './platform/log/log.ts';

export type Ticks = {
  /** Carries time into the duties of an organisation: a job a minute. */
  tick(this: void, org: string): Promise<void>;
  /** Before the first request; an organisation that cannot be carried keeps nobody else from their work. */
  catchUp(this: void, orgs: readonly string[]): Promise<void>;
  /** Organisations whose last tick failed: their duties stand as they did then. */
  behind(this: void): readonly string[];
};

type Parts = {
  readonly tick: (org: string, now: Instant) => Promise<void>;
  readonly now: () => Instant;
  readonly log: Pick<Log, 'error'>;
};

export function createTicks({ tick: carry, now, log }: Parts): Ticks {
  const behind = new Set<string>();
  const tick = async (org: string): Promise<void> => {
    try {
      await carry(org, now());
      behind.delete(org);
    } catch (error) {
      behind.add(org);
      throw error;
    }
  };
  return {
    tick,
    behind: () => [...behind].toSorted(),
    async catchUp(orgs) {
      for (const org of orgs) await tick(org).catch((error: unknown) => log.error('duties.behind', error));
    },
  };
}
