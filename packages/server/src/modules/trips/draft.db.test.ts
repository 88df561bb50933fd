import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { plan, type TripsHouse, tripsHouse } from '../../../../../tests/support/trips.ts';

const calendar = (...lines: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:x',
    'BEGIN:VEVENT',
    'UID:1',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

eachInstallation(({ database, ownerClient }) => {
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org: 'org-tripsdraft' });
  });

  test('a trip remembers the earlier one it was begun from, and only one that whoever drafts it may see', async () => {
    const { draft, shown, program, people } = house;
    const earlier = await draft();
    const again = await draft(people.ada, { copiedFrom: earlier });
    expect(await shown(again)).toMatchObject({ copiedFrom: earlier });
    expect(await shown(earlier)).toMatchObject({ copiedFrom: null });
    const input = { kind: 'official', emergency: false, unit: null, plan: plan() };
    const ofBen = { ...input, travellers: [{ person: 'ben', leader: false }], copiedFrom: earlier };
    expect(await program.refused('run', 'trips.draft', ofBen, people.ben)).toEqual(['request.not-found']);
  });

  test('an itinerary is read and kept nowhere', async () => {
    const { program, people, rows } = house;
    const text = calendar('DTSTART;VALUE=DATE:20261220', 'LOCATION:Ultima Thule', 'ATTENDEE:mailto:a@example.org');
    expect(await program.one('trips.read-itinerary', { text }, people.ben)).toEqual({
      legs: [
        {
          place: 'Ultima Thule',
          arrivesOn: '2026-12-20',
          leavesOn: '2026-12-20',
          zone: null,
          host: null,
          hostKind: null,
          meetings: null,
        },
      ],
      left: 0,
    });
    const entry = program.entries.find(({ action }) => action === 'trips.read-itinerary');
    expect(JSON.stringify(entry)).not.toMatch(/Thule|2026-12-20|example/);
    expect(JSON.stringify(await rows('SELECT * FROM trip_plan WHERE org_id = $1'))).not.toContain('Thule');
    expect(await program.refused('run', 'trips.read-itinerary', { text: 'no calendar' }, people.ben)).toEqual([
      'trips.no-itinerary',
    ]);
    const marked = calendar('DTSTART;VALUE=DATE:20261220', 'LOCATION:Oslo', 'DESCRIPTION:机密★10年');
    expect(await program.refused('run', 'trips.read-itinerary', { text: marked }, people.ben)).toEqual([
      'register.classified-mark',
    ]);
  });

  test('an invitation is attached by whoever files the trip, and there is none for anybody else', async () => {
    const { submitted, program, people } = house;
    const trip = await submitted();
    const attach = (who: (typeof people)['ada']) =>
      program.refused('run', 'trips.attach-paper', { trip, ticket: 'none' }, who);
    expect(await attach(people.ada)).toEqual(['files.ticket-not-valid']);
    expect(await attach(people.ben)).toEqual(['request.not-found']);
    const open = { trip, file: '0'.repeat(32) };
    expect(await program.refused('ask', 'trips.open-paper', open, people.dan)).toEqual(['request.not-found']);
    expect(await program.refused('ask', 'trips.open-paper', open, people.ben)).toEqual(['request.not-found']);
    await house.act('cancel', trip, people.ada, { said: '会议取消' });
    expect(await attach(people.ada)).toEqual(['trips.not-now']);
  });

  test('what a trip planned here consists of is not changed by hand in the register; one from elsewhere is', async () => {
    const { submitted, program, people, rows, record, org } = house;
    const trip = await submitted();
    const [traveller] = await rows('SELECT id FROM fact_traveller WHERE org_id = $1 AND trip = $2', trip);
    const [leg] = await rows('SELECT id FROM fact_leg WHERE org_id = $1 AND trip = $2', trip);
    const byHand = async (name: string, input: object) =>
      program.refused('run', `register.${name}`, input, people.officer);
    const versionOf = async (kind: string, id: string) =>
      (await program.ask('register.one', { kind, id }, people.officer)) as { version: number; inRoom: object | null };
    for (const [kind, id, fields] of [
      ['trip', trip, { returnedOn: '2026-11-23' }],
      ['traveller', traveller?.['id'] ?? '', { secretBearing: false }],
      ['leg', leg?.['id'] ?? '', { place: '伦敦' }],
    ] as const) {
      const { version, inRoom } = await versionOf(kind, id);
      expect(inRoom).toEqual({ kind: 'trip', id: trip });
      const named = { kind, id, version, reason: '更正' };
      expect(await byHand('correct', { ...named, fields })).toEqual(['register.in-its-room']);
      expect(await byHand('withdraw', named)).toEqual(['register.in-its-room']);
    }
    const another = { trip, person: 'ben', leader: false, secretBearing: false, cleared: false, addedOn: '2026-11-23' };
    expect(await byHand('record', { kind: 'traveller', fields: another })).toEqual(['register.in-its-room']);
    await record('trip', 'past', {
      organisation: org,
      unit: null,
      kind: 'official',
      abroad: true,
      emergency: false,
      createdOn: '2026-01-10',
      departsOn: '2026-02-01',
      returnsOn: '2026-02-05',
    });
    expect((await versionOf('trip', 'past')).inRoom).toBeNull();
    const past = { kind: 'trip', id: 'past', version: 1, fields: { returnedOn: '2026-02-05' }, reason: '补登' };
    expect(await byHand('correct', past)).toEqual([]);
    expect(await byHand('record', { kind: 'traveller', fields: { ...another, trip: 'past' } })).toEqual([]);
  });
});
