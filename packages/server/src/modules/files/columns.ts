import { no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

/** Evidence goes with its fact; where a fact is kept longer, after ten years all the same. */
const withFact: PersonalColumn = {
  personal: 'sensitive',
  about: 'person',
  purpose: 'Evidence of a fact of the register',
  basis: 'cn-pipl-2021/art-13',
  keep: { months: 120, from: 'added_at' },
  erase: 'remove',
};

export const fileTables: readonly TableDeclaration[] = [
  {
    table: 'evidence_file',
    columns: {
      org_id: no,
      id: no,
      kind: no,
      fact: no,
      type: no,
      size: no,
      added_at: no,
      person: withFact,
      name: withFact,
      sha256: withFact,
      sealed_key: withFact,
      added_by: {
        ...withFact,
        personal: 'yes',
        about: 'added_by',
        keep: { months: 36, from: 'added_at' },
        erase: 'empty',
      },
    },
  },
];
