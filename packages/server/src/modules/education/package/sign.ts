import { formatDay } from '@sallyport/core/calendar';
import { refuse } from '../../../platform/actions/refusal.ts';
import type { RoomAct, RoomActs, Signing } from '../../identity/index.ts';
import { topicName } from '../topic-names.ts';
import * as store from './store.ts';

/** As with the destination list: no lead of a unit, since a package is for the whole house. */
export const packageSigning: Signing = { second: ['approver', 'counsel', 'security-officer'], persons: [] };

/** Puts a package in force: the second person goes through it first, and signs for the file as it is. */
const putInForce: RoomAct = {
  signing: async () => packageSigning,
  async told(given, tx) {
    const found = await store.packageOf(tx, given['package'] ?? '');
    if (found === null) return null;
    const { id, title, topic, validMonths, counts, manifest, sha256 } = found;
    const { standard } = manifest;
    return {
      about: 'package',
      package: id,
      title,
      topic: topicName(topic),
      validMonths,
      counts,
      standard,
      sha256,
    };
  },
  async confirm({ tx, actor, today }, { first, reason, details }) {
    const id = details['package'] ?? '';
    const found = (await store.lockPackage(tx, id)) ?? refuse('education.package-not-so');
    if (found.sha256 !== details['sha256']) refuse('education.package-not-so');
    const signed = { on: formatDay(today), first, second: actor.account };
    if ((await store.putInForce(tx, id, signed)) === 0) refuse('education.package-not-so');
    return { fields: { package: id, sha256: found.sha256, reason }, person: null };
  },
};

export const packageActs: RoomActs = { package: putInForce };
