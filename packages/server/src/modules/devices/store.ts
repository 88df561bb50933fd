import type { DeviceAct, DeviceEntry, DeviceKind, DeviceState, Finding, SealFound } from '@sallyport/core/devices';
import type { Transaction } from '../../platform/database/transaction.ts';

export type Stored = {
  readonly id: string;
  readonly number: string;
  readonly kind: DeviceKind;
  readonly model: string;
  readonly encrypted: boolean;
  readonly lastAct: DeviceEntry['act'];
  readonly lastFinding: Finding | null;
  readonly suspect: boolean;
  readonly version: number;
  readonly trip: string | null;
  readonly traveller: string | null;
  readonly loan: string | null;
  readonly seal: string | null;
  readonly returnWithin: number | null;
  /** The borrower, and the last day of the loan, as the register has them now. */
  readonly person: string | null;
  readonly personName: string | null;
  readonly dueBackOn: string | null;
};

// Counted from the return, from the cancellation, or from the day on which the return is planned: as the rule does.
const dueBack = `CASE WHEN device.return_within IS NOT NULL THEN coalesce(
  CASE WHEN trip.cancelled_on IS NOT NULL THEN greatest(trip.cancelled_on, loan.issued_on) END,
  trip.returned_on, trip.returns_on) + device.return_within END`;

const from = `pool_device AS device
  LEFT JOIN fact_traveller AS goer ON goer.org_id = $1 AND goer.id = device.traveller
  LEFT JOIN fact_person AS somebody ON somebody.org_id = $1 AND somebody.id = goer.person
  LEFT JOIN fact_trip AS trip ON trip.org_id = $1 AND trip.id = device.trip
  LEFT JOIN fact_device_loan AS loan ON loan.org_id = $1 AND loan.id = device.loan`;
const columns = `device.id, device.number, device.kind, device.model, device.encrypted, device.last_act AS "lastAct",
  device.last_finding AS "lastFinding", device.suspect, device.version, device.trip, device.traveller, device.loan, device.seal,
  device.return_within AS "returnWithin", goer.person, somebody.name AS "personName", (${dueBack})::date AS "dueBackOn"`;

const out = `device.last_act IN ('issue', 'acknowledge')`;
const late = `coalesce((${dueBack}) < $2::date, false)`;
/** What each state is in the columns; a test holds it to the machine. `$2` is the day. */
const conditions: Readonly<Record<DeviceState, string>> = {
  'to-inspect': `device.last_act IN ('add', 'return', 'restore')`,
  available: `(device.last_act = 'release' OR (device.last_act = 'inspect' AND device.last_finding <> 'damaged'))`,
  reserved: `device.last_act = 'reserve'`,
  issued: `(device.last_act = 'issue' AND NOT ${late})`,
  held: `(device.last_act = 'acknowledge' AND NOT ${late})`,
  overdue: `(${out} AND ${late})`,
  damaged: `(device.last_act = 'inspect' AND device.last_finding = 'damaged')`,
  lost: `device.last_act = 'lose'`,
  withdrawn: `device.last_act = 'withdraw'`,
};

export const deviceOf = (tx: Transaction, id: string): Promise<Stored | null> =>
  tx.row(`SELECT ${columns} FROM ${from} WHERE device.org_id = $1 AND device.id = $2`, [tx.org, id]);

/** One after the other: whoever acts on a device holds it until they are done. */
export const lockDevice = (tx: Transaction, id: string): Promise<{ readonly id: string } | null> =>
  tx.row('SELECT id FROM pool_device WHERE org_id = $1 AND id = $2 FOR UPDATE', [tx.org, id]);

export const devicesNamed = (tx: Transaction, ids: readonly string[]): Promise<Stored[]> =>
  tx.rows(
    `SELECT ${columns} FROM ${from} WHERE device.org_id = $1 AND device.id = ANY ($2::text[]) ORDER BY device.number`,
    [tx.org, ids],
  );

/** Reserved for a trip, or in the hands of somebody on it. */
export const takenForTrip = (tx: Transaction, trip: string): Promise<Stored[]> =>
  tx.rows(
    `SELECT ${columns} FROM ${from} WHERE device.org_id = $1 AND device.trip = $2 AND device.last_act IN ('reserve', 'issue', 'acknowledge')
     ORDER BY device.id`,
    [tx.org, trip],
  );

export const takenBy = (tx: Transaction, person: string): Promise<Stored[]> =>
  tx.rows(
    `SELECT ${columns} FROM ${from} WHERE device.org_id = $1 AND goer.person = $2 AND device.last_act IN ('reserve', 'issue', 'acknowledge')
     ORDER BY device.number`,
    [tx.org, person],
  );

export type Sought = {
  readonly state?: DeviceState | undefined;
  readonly kind?: DeviceKind | undefined;
  readonly search?: string | undefined;
  /** People whose name is what was typed. */
  readonly people: readonly string[];
};

/** In the order of their numbers, which no two share. */
export function listDevices(
  tx: Transaction,
  day: string,
  { state, kind, search, people }: Sought,
  page: { readonly behind: string | null; readonly limit: number },
): Promise<Stored[]> {
  const values: unknown[] = [tx.org, day];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const tests = ['device.org_id = $1::text', '$2::date IS NOT NULL'];
  if (state !== undefined) tests.push(conditions[state]);
  if (kind !== undefined) tests.push(`device.kind = ${param(kind, 'text')}`);
  if (search !== undefined && search.trim() !== '') {
    const typed = param(search.trim().toLowerCase(), 'text');
    const has = (column: string): string => `position(${typed} IN lower(device.${column})) > 0`;
    const theirs = `(${out} OR device.last_act = 'reserve') AND goer.person = ANY (${param([...people], 'text[]')})`;
    tests.push(`(${has('number')} OR ${has('model')} OR device.seal = ${param(search.trim(), 'text')} OR (${theirs}))`);
  }
  if (page.behind !== null) tests.push(`device.number > ${param(page.behind, 'text')}`);
  return tx.once(
    `SELECT ${columns} FROM ${from} WHERE ${tests.join(' AND ')} ORDER BY device.number LIMIT ${param(page.limit, 'int')}`,
    values,
  );
}

export const insertDevice = (
  tx: Transaction,
  { id, number, kind, model, encrypted }: Pick<Stored, 'id' | 'number' | 'kind' | 'model' | 'encrypted'>,
): Promise<number> =>
  tx.count(
    `INSERT INTO pool_device (org_id, id, number, kind, model, encrypted, last_act, version) VALUES ($1, $2, $3, $4, $5, $6, 'add', 1)
     ON CONFLICT (org_id, number) DO NOTHING`,
    [tx.org, id, number, kind, model, encrypted],
  );

export const updateDevice = (
  tx: Transaction,
  one: Pick<
    Stored,
    'id' | 'lastAct' | 'lastFinding' | 'suspect' | 'version' | 'trip' | 'traveller' | 'loan' | 'seal' | 'returnWithin'
  >,
): Promise<number> =>
  tx.count(
    `UPDATE pool_device SET last_act = $3, last_finding = $4, suspect = $5, version = $6, trip = $7, traveller = $8, loan = $9, seal = $10,
       return_within = $11 WHERE org_id = $1 AND id = $2`,
    [
      tx.org,
      one.id,
      one.lastAct,
      one.lastFinding,
      one.suspect,
      one.version,
      one.trip,
      one.traveller,
      one.loan,
      one.seal,
      one.returnWithin,
    ],
  );

export type TrailRow = {
  readonly device: string;
  readonly number: number;
  readonly act: DeviceAct | 'add';
  readonly person: string | null;
  readonly on: string;
  readonly trip: string | null;
  readonly traveller: string | null;
  readonly seal: string | null;
  readonly sealFound: SealFound | null;
  readonly finding: Finding | null;
  readonly said: string | null;
};

export const insertTrail = (
  tx: Transaction,
  row: TrailRow,
  by: { readonly account: string | null; readonly at: Date },
): Promise<number> =>
  tx.count(
    `INSERT INTO device_trail (org_id, device, number, act, person, account, on_day, at, trip, traveller, seal, seal_found, finding, said)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tx.org,
      row.device,
      row.number,
      row.act,
      row.person,
      by.account,
      row.on,
      by.at,
      row.trip,
      row.traveller,
      row.seal,
      row.sealFound,
      row.finding,
      row.said,
    ],
  );

/** The newest first, with the borrower as the register has them. */
export const trailOf = (
  tx: Transaction,
  device: string,
  most: number,
): Promise<(TrailRow & Record<'borrower' | 'borrowerName' | 'byName', string | null>)[]> =>
  tx.rows(
    `SELECT trail.device, trail.number, trail.act, trail.person, trail.on_day AS "on", trail.trip, trail.traveller, trail.seal,
       trail.seal_found AS "sealFound", trail.finding, trail.said, goer.person AS borrower, borrower.name AS "borrowerName",
       actor.name AS "byName"
     FROM device_trail AS trail
       LEFT JOIN fact_traveller AS goer ON goer.org_id = $1 AND goer.id = trail.traveller
       LEFT JOIN fact_person AS borrower ON borrower.org_id = $1 AND borrower.id = goer.person
       LEFT JOIN fact_person AS actor ON actor.org_id = $1 AND actor.id = trail.person
     WHERE trail.org_id = $1 AND trail.device = $2 ORDER BY trail.number DESC LIMIT $3::int`,
    [tx.org, device, most],
  );
