import type { Role } from '@sallyport/core/access';
import { law } from './program.ts';

/**
 * Where the object of a question lies: in a unit and about a person; with the organisation as a whole, as an object or as none that
 * another organisation could name; with one's own account, as an object or as none; nowhere.
 */
export type Lies = 'unit' | 'house' | 'house-new' | 'mine' | 'mine-new' | 'nowhere';

export type Sample = {
  readonly lies: Lies;
  readonly input: (role: Role | 'none') => unknown;
  /** Of a list: what is in it where it is shown. */
  readonly shows?: string;
};

const rule = 'sample/rule';
const clause = [...law.clauses].find(([, { clause: each }]) => each.sureness === 'text')?.[0] ?? '';

const sample = (lies: Lies, input: Sample['input'] | object = {}, shows?: string): Sample => ({
  lies,
  input: typeof input === 'function' ? (input as Sample['input']) : () => input,
  ...(shows === undefined ? {} : { shows }),
});

/** The fact asked about: for a custodian one of custody, the only purpose of that role. */
const fact = (role: Role | 'none') =>
  role === 'custodian' ? { kind: 'copy', id: 'copy-1' } : { kind: 'completion', id: 'completion-1' };
const fields = (role: Role | 'none') =>
  role === 'custodian'
    ? { document: 'document-1', custodian: 'li', reproduction: false, madeOn: '2026-01-05' }
    : { person: 'li', topic: 'counter-espionage', completedOn: '2026-03-02', validUntil: '2027-03-02' };

const duty = { rule: law.rules.find(({ subject }) => subject === 'person')?.id ?? rule, subject: 'li', period: null };
const mine = (kind: string) => (role: Role | 'none') => ({ [kind]: `${kind}-own-${role}` });
const credential = { id: 'AA', rawId: 'AA', type: 'public-key', clientExtensionResults: {} };
const asserted = {
  response: { ...credential, response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' } },
};
const registered = { ...credential, response: { clientDataJSON: 'e30', attestationObject: 'AA', transports: [] } };
const account = (login: string) => ({ login, name: login, person: null, roles: [] });
/** One that a single rule reads. */
const setting = { name: 'loanMax', value: 20, from: '2026-11-23' };
const reason = '为了测试的缘由';

/** Evidence of the fact asked about. */
export const fileOf = (kind: string): string => (kind === 'copy' ? 'c' : 'a').repeat(32);

/** A job of the first organisation that failed for good. */
export const deadJob = '00000000-0000-4000-8000-00000000dead';

/** One valid input for each action and query: who is told what depends on it being valid. */
export const samples: Readonly<Record<string, Sample>> = {
  'duties.asOf': sample('house-new', { day: '2026-11-01', mode: 'known', rule: duty.rule }),
  'duties.assign': sample('unit', { person: null, duties: [duty] }, 'already-theirs'),
  'duties.assignees': sample('unit', { person: 'li' }, '"id":"li"'),
  'duties.endPutOff': sample('unit', { kind: 'waiver', id: 'waiver-1', reason }),
  'duties.explain': sample('unit', duty),
  'duties.groups': sample('unit', { by: 'rule' }, duty.rule),
  'duties.list': sample('unit', {}, '"subject":"li"'),
  'duties.one': sample('unit', duty),
  'duties.override': sample('unit', { ...duty, reason, until: '2026-12-31' }),
  'duties.remind': sample('unit', { duties: [duty] }, 'no-address'),
  'duties.removeView': sample('mine', (role) => ({ id: `view-own-${role}` })),
  'duties.saveView': sample('nowhere', { name: '我的清单', search: { status: 'overdue' } }),
  'duties.summary': sample('nowhere'),
  'duties.today': sample('nowhere'),
  'duties.views': sample('nowhere'),
  'duties.waive': sample('unit', { ...duty, reason, authority: '决定一号', until: '2026-12-31' }),
  'files.add': sample('unit', (role) => ({ ...fact(role), ticket: 'x' })),
  'files.list': sample('unit', fact),
  'files.open': sample('unit', (role) => ({ file: fileOf(fact(role).kind) })),
  'files.remove': sample('unit', (role) => ({ file: fileOf(fact(role).kind), reason })),
  'forms.list': sample('nowhere'),
  'forms.one': sample('unit', { print: 'print-1' }),
  'forms.paper': sample('unit', { print: 'print-1', format: 'pdf' }),
  'forms.print': sample('unit', { form: 'education-record', id: 'completion-1', language: 'zh' }),
  'forms.prints': sample('unit', { kind: 'completion', id: 'completion-1' }),
  'forms.readScan': sample('nowhere', { ticket: 'x' }),
  'forms.sample': sample('nowhere', { form: 'commitment', language: 'zh' }),
  'forms.saveTemplate': sample('house-new', {
    form: 'commitment',
    templateVersion: 0,
    template: {
      title: { zh: '承诺书', en: 'Undertaking' },
      parts: [{ part: 'signatures', labels: [{ zh: '本人', en: 'Signed by' }] }],
    },
  }),
  'forms.takeBack': sample('unit', { print: 'print-1', ticket: 'x' }),
  'forms.template': sample('nowhere', { form: 'commitment' }),
  'identity.accept-link': sample('nowhere', { token: 'x' }),
  'identity.accounts': sample('house', {}, '"account":"somebody"'),
  'identity.ask-break-glass': sample('nowhere', { role: 'case-handler', unit: null, reason }),
  'identity.ask-recovery': sample('house', { account: 'somebody', reason }),
  'identity.ask-separation-end': sample('house-new', { reason }),
  'identity.begin-totp': sample('mine-new'),
  'identity.change-password': sample('mine-new', { password: 'short' }),
  'identity.confirm-act': sample('house', { act: 'act-somebody' }),
  'identity.confirm-totp': sample('mine-new', { code: '000000' }),
  'identity.decline-act': sample('house', { act: 'act-somebody' }),
  'identity.disable-account': sample('house', { account: 'somebody', version: 1 }),
  'identity.enable-account': sample('house', { account: 'somebody', version: 1 }),
  'identity.end-other-sessions': sample('mine-new'),
  'identity.end-session': sample('mine', mine('session')),
  'identity.end-token': sample('mine', mine('token')),
  'identity.grant-role': sample('unit', (role: Role | 'none') => ({
    account: 'somebody',
    role: role === 'administrator' ? 'auditor' : 'counsel',
    unit: 'unit-a',
  })),
  'identity.grants': sample('house', {}, '"account":"somebody"'),
  'identity.invite': sample('house-new', account('new-person')),
  'identity.issue-link': sample('house', { account: 'somebody', kind: 'invitation' }),
  'identity.link-oidc': sample('mine-new', { ticket: 'x', answer: 'x' }),
  'identity.make-recovery-codes': sample('mine-new'),
  'identity.make-token': sample('mine-new', {
    label: 'x',
    scopes: ['identity.me'],
    until: '2026-12-01T00:00:00Z',
  }),
  'identity.me': sample('mine-new'),
  'identity.notices': sample('mine-new'),
  'identity.oidc-begin': sample('nowhere', { purpose: 'sign-in' }),
  'identity.oidc-sign-in': sample('nowhere', { ticket: 'x', answer: 'x' }),
  'identity.open-account': sample('house-new', account('new-person')),
  'identity.passkey-options': sample('nowhere'),
  'identity.passkey-registration-options': sample('mine-new'),
  'identity.passkey-sign-in': sample('nowhere', asserted),
  'identity.pending-acts': sample('mine-new'),
  'identity.prove': sample('mine-new', { code: '000000' }),
  'identity.prove-with-passkey': sample('mine-new', asserted),
  'identity.register-passkey': sample('mine-new', { label: 'x', response: registered }),
  'identity.remove-passkey': sample('mine', mine('passkey')),
  'identity.remove-totp': sample('mine-new'),
  'identity.require-separation': sample('house-new'),
  'identity.revoke-role': sample('unit', { grant: 'grant-somebody' }),
  'identity.separation': sample('house-new'),
  'identity.sessions': sample('mine-new'),
  'identity.sign-in': sample('nowhere', { login: 'nobody', password: 'x' }),
  'identity.sign-in-ways': sample('nowhere'),
  'identity.sign-out': sample('mine-new'),
  'identity.tell-concerned': sample('nowhere'),
  'identity.tidy': sample('nowhere'),
  'identity.tokens': sample('mine-new'),
  'identity.unlink-oidc': sample('mine-new', { issuer: 'https://issuer.example' }),
  'identity.withdraw-act': sample('mine', mine('act')),
  'imports.apply': sample('house', { import: 'import-1' }),
  'imports.discard': sample('house', { import: 'import-1' }),
  'imports.list': sample('house', {}, '"import":"import-1"'),
  'imports.one': sample('house', { import: 'import-1' }),
  'imports.preview': sample('house-new', { files: [{ ticket: 'x', kind: null }] }),
  'imports.problems': sample('house', { import: 'import-1' }),
  'imports.rows': sample('house', { import: 'import-1', what: 'add' }),
  'imports.sweep': sample('nowhere'),
  'imports.undo': sample('house', { import: 'import-2', reason }),
  'jobs.dead': sample('house', {}, `"job":"${deadJob}"`),
  'jobs.queues': sample('house-new'),
  'jobs.retry': sample('house', { job: deadJob }),
  'journal.entry': sample('house', { id: 'entry' }),
  'journal.closedDays': sample('house-new', { from: '2026-01-01', until: '2026-12-31' }),
  'journal.consistency': sample('house-new', { old: 1, size: 1 }),
  'journal.export': sample('nowhere', { handover: 'handover-1' }),
  'journal.head': sample('house-new'),
  'journal.search': sample('house-new'),
  'law.clauseRests': sample('house-new', { clause }),
  'law.confirmClause': sample('house-new', {
    clause,
    number: null,
    heading: null,
    gist: null,
    figures: {},
    citation: '公报',
    textOn: '2024-01-02',
    textHash: `sha256:${'0'.repeat(64)}`,
    reason,
  }),
  'law.confirmationImpact': sample('house-new', { clause, ends: true }),
  'law.endConfirmation': sample('house-new', { clause, reason }),
  'law.clause': sample('nowhere', { clause }),
  'law.compare': sample('nowhere', { from: '2023-06-30', to: '2023-07-01' }),
  'law.compareEditions': sample('nowhere', { one: 'cn-cel-2023', two: 'cn-celir-2017' }),
  'law.conflicts': sample('nowhere'),
  'law.edition': sample('nowhere', { edition: 'cn-cel-2023' }),
  'law.find': sample('nowhere', { text: '18' }),
  'law.instruments': sample('nowhere'),
  'law.decideSetting': sample('house-new', setting),
  'law.settingImpact': sample('house-new', setting),
  'law.settings': sample('nowhere'),
  'law.startImpact': sample('house-new', { day: '2026-01-01' }),
  'ledgers.make': sample('nowhere', {
    list: 'clauses',
    filter: { edition: 'cn-cel-2023' },
    format: 'csv',
    language: 'zh',
    handover: null,
  }),
  'notices.address': sample('mine-new'),
  'notices.hand-on': sample('house', { letter: 'letter-1' }),
  'notices.outbox': sample('house', {}, '"letter":"letter-1"'),
  'notices.send-again': sample('house', { letter: 'letter-1' }),
  'notices.set-address': sample('mine-new', { address: 'a@example.org', language: 'zh' }),
  'notices.write-digests': sample('nowhere', { after: null }),
  'organisation.about': sample('nowhere'),
  'organisation.open': sample('nowhere', { routing: 'abcdefgh', demo: false }),
  'privacy.cancelHandover': sample('house', { handover: 'handover-1', reason }),
  'privacy.confirmErasure': sample('house', { request: 'request-1' }),
  'privacy.eraseDue': sample('nowhere'),
  'privacy.erasePerson': sample('house-new', { person: 'li', reason }),
  'privacy.erasureReport': sample('house-new'),
  'privacy.handOver': sample('house-new', {
    way: 'export',
    receiver: 'supervisor',
    receiverName: '督导单位',
    country: 'CN',
    clause,
    route: 'domestic',
    personalData: false,
    until: '2026-12-31',
  }),
  'privacy.handovers': sample('house', {}, '"handover":"handover-1"'),
  'privacy.held': sample('mine-new'),
  'privacy.hold': sample('house-new', { kind: 'person', target: 'li', clause, reason, until: '2026-12-31' }),
  'privacy.holds': sample('house', {}, '"hold":"hold-1"'),
  'privacy.release': sample('house', { hold: 'hold-1', reason }),
  'privacy.replayErasures': sample('nowhere', { erased: [] }),
  'privacy.seen': sample('mine-new'),
  'people.ask-merge': sample('house-new', { keep: 'li', drop: 'wang', take: [], reason }),
  'people.confirm-merge': sample('house', { merge: 'merge-1' }),
  'people.decline-merge': sample('house', { merge: 'merge-1' }),
  'people.doubles': sample('house-new'),
  'people.end-leavers': sample('nowhere'),
  'people.hand-item': sample('house', { leaving: 'leaving-1', position: 0, receiver: 'li' }),
  'people.leave': sample('house', {
    person: 'li',
    decidedOn: '2026-11-20',
    effectiveOn: '2026-12-31',
    secretBearing: false,
    withoutPermission: false,
  }),
  'people.leaving': sample('house', { person: 'li' }),
  'people.merges': sample('house', {}, '"merge":"merge-1"'),
  'people.take-leaving-back': sample('house', { leaving: 'leaving-2', reason }),
  'people.undo-merge': sample('house', { merge: 'merge-2', reason }),
  'register.branches': sample('house', {}, '"id":"branch-1"'),
  'register.correct': sample('unit', (role) => ({ ...fact(role), version: 1, fields: {}, reason })),
  'register.give-back': sample('unit', { kind: 'person', id: 'li', fields: ['name'] }),
  'register.history': sample('unit', fact),
  'register.hold': sample('nowhere', {
    import: 'import-2',
    day: '2026-11-23',
    facts: [{ kind: 'person', fact: 'li', person: 'li', fields: ['name'] }],
  }),
  'register.import': sample('nowhere', (role) => ({ ...fact(role), id: 'new-1', fields: fields(role) })),
  'register.list': sample('unit', (role) => ({ kind: fact(role).kind }), '-1"'),
  'register.names': sample('unit', { kind: 'person', ids: ['li'] }, '"name":"li"'),
  'register.one': sample('unit', fact),
  'register.people': sample('unit', {}, '"id":"li"'),
  'register.record': sample('unit', (role) => ({ kind: fact(role).kind, fields: fields(role) })),
  'register.release': sample('nowhere', { import: 'import-2' }),
  'register.restore': sample('unit', (role) => ({
    kind: fact(role).kind,
    id: `${fact(role).kind}-gone`,
    version: 2,
    fields: fields(role),
  })),
  'register.take-over': sample('unit', { kind: 'person', id: 'li', fields: ['name'], reason }),
  'register.units': sample('unit', {}, '"id":"unit-a"'),
  'register.withdraw': sample('unit', (role) => ({ ...fact(role), version: 1, reason })),
};
