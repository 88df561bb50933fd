import { z } from 'zod';
import {
  type HostKind,
  hostKinds,
  type ItemKind,
  isAtLeast,
  itemKinds,
  type Level,
  levels,
  type PostHeld,
  postsHeld,
  type Risk,
  riskNames,
  type TripKind,
  tripKinds,
} from '../trips/index.ts';

/** What was declared of a journey and of the post held: nothing else chooses a block, and nothing else is known here of anybody. */
export type Declared = {
  readonly seat: string;
  readonly kind: TripKind;
  readonly advised: readonly { readonly place: string; readonly risk: Risk; readonly level: Level }[];
  readonly hosts: readonly HostKind[];
  readonly meetings: boolean;
  readonly items: readonly ItemKind[];
  readonly communications: boolean;
  readonly group: boolean;
  readonly overnight: boolean;
  readonly posts: readonly PostHeld[];
};

const some = <T extends readonly [string, ...string[]]>(words: T) => z.array(z.enum(words)).min(1);

/** One condition of a block: a single key. Any one of a block's conditions chooses it. */
export const conditionSchema = z.union([
  z.strictObject({ always: z.literal(true) }),
  z.strictObject({ meetings: z.literal(true) }),
  z.strictObject({ communications: z.literal(true) }),
  z.strictObject({ group: z.literal(true) }),
  z.strictObject({ overnight: z.literal(true) }),
  z.strictObject({ hosts: some(hostKinds) }),
  z.strictObject({ items: some(itemKinds) }),
  z.strictObject({ trips: some(tripKinds) }),
  z.strictObject({ posts: some(postsHeld) }),
  z.strictObject({ risks: some(riskNames), from: z.enum(levels) }),
]);
export type Condition = z.infer<typeof conditionSchema>;

/** Why a block is in a briefing, to be said in the reader's language. */
export type Reason =
  | { readonly by: 'always' | 'meetings' | 'communications' | 'group' | 'overnight' }
  | { readonly by: 'hosts'; readonly of: HostKind[] }
  | { readonly by: 'items'; readonly of: ItemKind[] }
  | { readonly by: 'trips'; readonly of: TripKind[] }
  | { readonly by: 'posts'; readonly of: PostHeld[] }
  | { readonly by: 'risk'; readonly place: string; readonly risk: Risk; readonly level: Level };

/** What in the declared facts meets a condition; nothing where it is not met. */
export function reasonsFor(condition: Condition, declared: Declared): readonly Reason[] {
  if ('always' in condition) return [{ by: 'always' }];
  if ('meetings' in condition) return declared.meetings ? [{ by: 'meetings' }] : [];
  if ('communications' in condition) return declared.communications ? [{ by: 'communications' }] : [];
  if ('group' in condition) return declared.group ? [{ by: 'group' }] : [];
  if ('overnight' in condition) return declared.overnight ? [{ by: 'overnight' }] : [];
  if ('hosts' in condition) return listed(shared(condition.hosts, declared.hosts), (of) => ({ by: 'hosts', of }));
  if ('items' in condition) return listed(shared(condition.items, declared.items), (of) => ({ by: 'items', of }));
  if ('trips' in condition) return listed(shared(condition.trips, [declared.kind]), (of) => ({ by: 'trips', of }));
  if ('posts' in condition) return listed(shared(condition.posts, declared.posts), (of) => ({ by: 'posts', of }));
  return declared.advised.flatMap(({ place, risk, level }): Reason[] =>
    condition.risks.includes(risk) && isAtLeast(level, condition.from) ? [{ by: 'risk', place, risk, level }] : [],
  );
}

const shared = <T>(asked: readonly T[], there: readonly T[]): T[] => asked.filter((one) => there.includes(one));
const listed = <T>(of: T[], reason: (of: T[]) => Reason): Reason[] => (of.length === 0 ? [] : [reason(of)]);
