import { listCampaignPeople, listDue, listSessionPeople } from '../../education/contract.ts';
import { ledgerOf } from '../ledger.ts';
import { named, sayLedger } from '../words.ts';

/** Whom a campaign was addressed to, and who came since: one line each, by unit and name. */
export const campaign = ledgerOf(listCampaignPeople, {
  title: (_filter, { title }) => sayLedger('title.campaign', { campaign: { zh: title, en: title } }),
  rows: ({ items }) => items,
  columns: [
    { head: sayLedger('unit'), share: 4, of: ({ unitName, unit }) => unitName ?? unit },
    { head: sayLedger('name'), share: 3, of: ({ name, person }) => name ?? person },
    {
      head: sayLedger('inCampaign'),
      share: 3,
      of: ({ standing }, { language }) => named('campaign', standing)[language],
    },
    { head: sayLedger('metOn'), share: 2, align: 'center', of: ({ completedOn }) => completedOn },
    { head: sayLedger('id'), share: 3, of: ({ person }) => person },
  ],
});

/** Who has education to complete, by unit and name. */
export const educationDue = ledgerOf(listDue, {
  title: sayLedger('title.educationDue'),
  rows: ({ items }) => items,
  columns: [
    { head: sayLedger('unit'), share: 4, of: ({ unitName, unit }) => unitName ?? unit },
    { head: sayLedger('name'), share: 3, of: ({ name }) => name },
    { head: sayLedger('duty'), share: 5, of: ({ title }, { language }) => title[language] },
    { head: sayLedger('state'), share: 2, of: ({ status }, { language }) => named('status', status)[language] },
    { head: sayLedger('due'), share: 2, align: 'center', of: ({ due }, { moment }) => moment(due) },
    { head: sayLedger('exemptUntil'), share: 2, align: 'center', of: ({ exemptUntil }) => exemptUntil },
  ],
});

/** Who is expected at a session, with room to sign: printed before it, and taken back signed. */
export const signIn = ledgerOf(listSessionPeople, {
  title: (_filter, { title, heldOn }) =>
    sayLedger('title.signIn', { session: { zh: `${title}（${heldOn}）`, en: `${title} (${heldOn})` } }),
  rows: ({ items }) => items,
  columns: [
    { head: sayLedger('unit'), share: 4, of: ({ unitName, unit }) => unitName ?? unit },
    { head: sayLedger('name'), share: 3, of: ({ name }) => name },
    { head: sayLedger('signature'), share: 4, of: () => null },
    {
      head: sayLedger('recorded'),
      share: 2,
      align: 'center',
      of: ({ completion }, { language }) => (completion === null ? null : sayLedger('yes')[language]),
    },
  ],
});
