import { formatDay } from '@sallyport/core/calendar';
import { clauseName } from '@sallyport/core/law';
import { implementQuery } from '../../platform/actions/implement.ts';
import { accountNames } from '../identity/index.ts';
import { handovers } from './contract.ts';
import type { PrivacyParts } from './parts.ts';
import { listHandovers } from './store/handovers.ts';
import { wholeOrganisation } from './whole-organisation.ts';

export const implementHandovers = ({ law }: Pick<PrivacyParts, 'law'>) =>
  implementQuery(handovers, {
    place: wholeOrganisation,
    async answer({ tx, today }, { cursor, limit }) {
      const found = await listHandovers(tx, cursor ?? null, limit);
      const shown = found.slice(0, limit);
      const accounts = shown.flatMap(({ account }) => account ?? []);
      const names = new Map((await accountNames(tx, accounts)).map(({ id, name }) => [id, name]));
      const day = formatDay(today);
      const items = shown.map(({ account, clause, ...one }) => ({
        ...one,
        clause: { id: clause, name: clauseName(law, clause) },
        ended: one.until <= day || one.cancelledOn !== null,
        by: account === null ? null : (names.get(account) ?? null),
      }));
      return { output: { items, next: found.length > limit ? (items.at(-1)?.handover ?? null) : null } };
    },
  });
