import { no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

const basis = 'cn-pipl-2021/art-13';

const kept = (
  about: string,
  purpose: string,
  [months, from]: readonly [number, string],
  erase: PersonalColumn['erase'],
): PersonalColumn => ({ personal: 'yes', about, purpose, basis, keep: { months, from }, erase });

const plain = (columns: readonly string[]) => Object.fromEntries(columns.map((column) => [column, no]));

const accountable = 'Who decided about the data of somebody';

export const privacyTables: readonly TableDeclaration[] = [
  {
    table: 'seen',
    columns: {
      ...plain(['org_id', 'day', 'query']),
      // Told to the person on My page; the law asks the handler to keep who had access (PIPL 51).
      person: kept('person', 'Whose data was shown', [36, 'day'], 'remove'),
      viewer: kept('viewer', 'Who saw it', [36, 'day'], 'remove'),
    },
  },
  {
    table: 'legal_hold',
    columns: {
      ...plain(['org_id', 'id', 'kind', 'clause', 'from_day', 'until_day', 'released_on']),
      target: no,
      reason: kept('target', 'Why data may not be erased yet', [36, 'until_day'], 'empty'),
      release_reason: kept('target', 'Why a hold ended early', [36, 'until_day'], 'empty'),
      made_by: kept('made_by', accountable, [120, 'until_day'], 'empty'),
      released_by: kept('released_by', accountable, [120, 'until_day'], 'empty'),
    },
  },
  { table: 'erasure', columns: plain(['org_id', 'id', 'kind', 'target', 'erased_on', 'logged']) },
  { table: 'erasure_run', columns: plain(['org_id', 'id', 'ran_at', 'erased', 'missed']) },
  {
    table: 'handover_route',
    columns: {
      ...plain(['org_id', 'handover', 'way', 'receiver_name', 'country', 'clause', 'route', 'from_day', 'until_day']),
      account: kept('account', 'Who let data leave the house', [120, 'until_day'], 'empty'),
    },
  },
];
