import { hasClassifiedMark } from '@sallyport/core/facts';
import { type ImplementedAction, implementAction, implementQuery } from '../../platform/actions/implement.ts';
import { machineAccount } from '../../platform/actions/machine.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { dutyViews, removeDutyView, saveDutyView } from './bulk-contract.ts';
import * as store from './views-store.ts';

/** As many as somebody still finds one's way among. */
const mostViews = 50;

/** Views of the list belong to the account that saved them; nobody else sees that they are there. */
export const implementViews = ({ ids }: { readonly ids: { readonly uuid: () => string } }): ImplementedAction[] => [
  implementAction(saveDutyView, {
    async handle({ tx, actor, now }, { id, name, search }) {
      const account = actor.account ?? machineAccount;
      if (hasClassifiedMark(name)) refuse('register.classified-mark');
      const views = await store.viewsOf(tx, account);
      const known = views.find((view) => view.id === id);
      if (id !== undefined && known === undefined) refuse('request.not-found');
      if (views.some((view) => view.name === name && view.id !== id)) refuse('duties.view-named-so', { name });
      if (known === undefined && views.length >= mostViews) refuse('duties.enough-views', { most: mostViews });
      const view = { id: id ?? ids.uuid(), name, search };
      await store.keepView(tx, account, view, new Date(now / 1000));
      return { output: { id: view.id }, entry: { subject: `duty-view/${view.id}`, fields: { name } } };
    },
  }),
  implementAction(removeDutyView, {
    async handle({ tx, actor }, { id }) {
      if ((await store.dropView(tx, actor.account ?? machineAccount, id)) === 0) refuse('request.not-found');
      return { output: {}, entry: { subject: `duty-view/${id}`, fields: {} } };
    },
  }),
];

export const viewsQuery = implementQuery(dutyViews, {
  answer: async ({ tx, actor }) => ({
    output: { views: await store.viewsOf(tx, actor.account ?? machineAccount) },
  }),
});
