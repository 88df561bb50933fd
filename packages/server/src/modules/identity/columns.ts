import { impersonal, no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

/** Who signs in is known to the employer because it must know who acted (PIPL 13, first paragraph, items 2 and 3). */
const account = (about: string, months: number, from: string, erase: PersonalColumn['erase']): PersonalColumn => ({
  personal: 'yes',
  about,
  purpose: 'inspection',
  basis: 'cn-pipl-2021/art-13',
  keep: { months, from },
  erase,
});

/** An account is disabled, never deleted: its name goes three years after the last role it held ended. */
const disabled = (standIn?: string): PersonalColumn => ({
  ...account('id', 36, 'made_at', 'empty'),
  keep: {
    months: 36,
    from: 'made_at',
    when: `status = 'disabled' AND NOT EXISTS (SELECT FROM role_grant AS role WHERE role.org_id = account.org_id
      AND role.account = account.id AND coalesce(role.ended_at, 'infinity') >= bound)`,
  },
  ...(standIn === undefined ? {} : { standIn }),
});

/** Rows that go with what they serve: a proof, a session, a token. */
const removed = (months: number, from: string): PersonalColumn => account('account', months, from, 'remove');

const columns = (
  table: string,
  impersonalOnes: readonly string[],
  personal: Readonly<Record<string, PersonalColumn>>,
): TableDeclaration => ({
  table,
  columns: { ...Object.fromEntries(impersonalOnes.map((column) => [column, no])), ...personal },
});

/** What every column of this room holds of people. Network context of staff is emptied after three months (PEOPLE.md). */
export const identityColumns: readonly TableDeclaration[] = [
  columns('account', ['org_id', 'id', 'status', 'made_at', 'version'], {
    login: disabled('id'),
    name: disabled("'—'"),
    person: disabled(),
    password_hash: disabled(),
    password_set_at: disabled(),
  }),
  columns('account_totp', ['org_id', 'made_at', 'confirmed_at', 'last_step'], {
    account: removed(36, 'made_at'),
    secret: removed(36, 'made_at'),
  }),
  columns('account_passkey', ['org_id', 'id', 'counter', 'transports', 'made_at'], {
    account: removed(36, 'made_at'),
    label: removed(36, 'made_at'),
    credential: removed(36, 'made_at'),
    public_key: removed(36, 'made_at'),
    used_at: removed(36, 'made_at'),
  }),
  columns('account_recovery_code', ['org_id', 'made_at'], {
    account: removed(36, 'made_at'),
    hash: removed(36, 'made_at'),
    used_at: removed(36, 'made_at'),
  }),
  columns('account_subject', ['org_id', 'issuer', 'made_at'], {
    subject: removed(36, 'made_at'),
    account: removed(36, 'made_at'),
  }),
  columns('account_session', ['org_id', 'id', 'hash', 'factors', 'idle_until', 'ends_at'], {
    account: removed(3, 'ends_at'),
    started_at: removed(3, 'ends_at'),
    used_at: removed(3, 'ends_at'),
    ended_at: removed(3, 'ends_at'),
    proved_at: removed(3, 'ends_at'),
    address: account('account', 3, 'started_at', 'empty'),
    device: account('account', 3, 'started_at', 'empty'),
  }),
  columns('account_device', ['org_id', 'hash', 'made_at', 'ends_at'], { account: removed(1, 'ends_at') }),
  impersonal('sign_in_throttle', ['org_id', 'key', 'attempts', 'last_at']),
  columns('sign_in_challenge', ['org_id', 'hash', 'kind', 'session', 'data', 'ends_at'], {
    account: removed(1, 'ends_at'),
  }),
  columns('account_link', ['org_id', 'id', 'hash', 'kind', 'made_by', 'asked_by', 'made_at', 'ends_at', 'used_at'], {
    account: removed(3, 'ends_at'),
    password_hash: removed(3, 'ends_at'),
  }),
  columns(
    'api_token',
    ['org_id', 'id', 'hash', 'scopes', 'second_factor', 'made_at', 'ends_at', 'ended_at', 'handover'],
    {
      account: removed(12, 'ends_at'),
      label: removed(12, 'ends_at'),
      used_on: removed(12, 'ends_at'),
    },
  ),
  // Who held which role when, and who gave it, is what an inspection asks for.
  columns('role_grant', ['org_id', 'id', 'role', 'unit', 'from_at', 'until_at', 'made_at', 'ended_at'], {
    account: removed(120, 'ended_at'),
    stands_in_for: removed(120, 'ended_at'),
    made_by: removed(120, 'ended_at'),
    ended_by: removed(120, 'ended_at'),
  }),
  impersonal('identity_setting', ['org_id', 'separation']),
  columns('two_person_act', ['org_id', 'id', 'kind', 'role', 'unit', 'asked_at', 'ends_at', 'decided_at', 'outcome'], {
    first_account: account('first_account', 120, 'asked_at', 'remove'),
    first_session: account('first_account', 120, 'asked_at', 'remove'),
    second_account: account('second_account', 120, 'asked_at', 'remove'),
    second_session: account('second_account', 120, 'asked_at', 'remove'),
    subject_account: account('subject_account', 120, 'asked_at', 'remove'),
    reason: { ...account('subject_account', 36, 'asked_at', 'empty'), standIn: "'—'" },
    // What a room put down with its act; it names a duty, whose subject may be a person.
    details: account('first_account', 36, 'asked_at', 'empty'),
  }),
  columns('break_glass', ['org_id', 'act', 'role_grant', 'from_at', 'until_at', 'tell_by', 'told_at'], {
    account: removed(120, 'until_at'),
  }),
  columns('break_glass_notice', ['org_id', 'act', 'told_at'], { person: account('person', 36, 'told_at', 'remove') }),
];
