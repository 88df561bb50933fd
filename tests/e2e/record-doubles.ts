import { overSocket } from '../support/over-socket.ts';

const house = 'organisation-0000001';

/** Two entries of one person and a leaver with something to hand over, and somebody who may sign second. */
export async function recordDoubles(data: string, org: string): Promise<string> {
  const record = (kind: string, id: string, fields: object): Promise<unknown> =>
    overSocket(data, org, 'register.record', { kind, id, fields });
  const person = (id: string, name: string): Promise<unknown> =>
    record('person', id, {
      organisation: house,
      unit: 'unit-0000007',
      name,
      standing: 'employee',
      joinedOn: '2021-03-01',
    });
  await person('double-1', '贺兰双双');
  await person('double-2', '贺兰双双');
  await person('leaver-1', '慕容将离');
  await record('commitment', 'double-signed', { person: 'double-2', topic: 'secrecy', signedOn: '2024-02-01' });
  await record('appointment', 'leaver-duty', {
    organisation: house,
    person: 'leaver-1',
    role: 'dutyOfficer',
    appointedOn: '2025-01-01',
    inWriting: true,
  });
  const { token } = (await overSocket(data, org, 'identity.invite', {
    login: 'second-counsel',
    name: '法律顾问',
    person: null,
    roles: [{ role: 'counsel', unit: null }],
    link: 'first-sign-in',
    address: null,
  })) as { token: string };
  return token;
}
