import { addMonths, formatDay } from '@sallyport/core/calendar';
import { type Context, type ImplementedAction, implementAction } from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import { kindNamed, writeFact } from '../../register/index.ts';
import * as contract from '../contract.ts';
import { ownPerson } from '../own.ts';
import type { EducationParts } from '../parts.ts';
import * as runs from './run-store.ts';
import { type Package, packageOf, type Verb } from './store.ts';

/** Whether what the package says is what it takes. */
const isEnough = ({ counts }: Package, verb: Verb): boolean =>
  verb === 'passed' || (verb === 'completed' && counts === 'completed');

export function implementRuns({ ids, door }: Pick<EducationParts, 'ids' | 'door'>): ImplementedAction[] {
  /** Without a certificate: it would say more than a browser can answer for (docs/decisions/0099). */
  async function complete(context: Context, { topic, validMonths }: Package, person: string) {
    const { today } = context;
    const end = addMonths(today, validMonths);
    if (end === null) throw new Error('a package counts beyond the calendar');
    const id = ids.uuid();
    const given = { person, topic, completedOn: formatDay(today), validUntil: formatDay(end) };
    const { fields } = await writeFact(context, kindNamed('completion'), id, given);
    return { completions: [{ id, ...fields }] };
  }

  return [
    implementAction(contract.beginPackage, {
      async handle({ tx, actor, today }, { package: id }) {
        const person = ownPerson(actor);
        const found = (await packageOf(tx, id)) ?? refuse('request.not-found');
        if (found.state !== 'in-force') refuse('education.package-not-so');
        const day = formatDay(today);
        const pathTo = (run: string): string =>
          door.pathTo({ org: tx.org, package: id, run }) + entryOf(found.manifest);
        const begun = (run: string) => ({
          output: { run, path: pathTo(run) },
          entry: { subject: null, fields: { package: id }, person },
        });
        const open = await runs.openRun(tx, person, id);
        if (open !== null && !open.counted) return begun(open.id);
        // One that counted already and was left open: whoever comes again begins anew.
        if (open !== null) await runs.endRun(tx, open.id, day);
        const run = ids.uuid();
        if (await runs.insertRun(tx, { id: run, person, package: id, begunOn: day })) return begun(run);
        // Begun twice at once, it is the one that came first.
        return begun((await runs.openRun(tx, person, id))?.id ?? refuse('request.not-found'));
      },
    }),
    implementAction(contract.trackPackage, {
      async handle(context, { run: id, verb: said, location, suspendData, ended }) {
        const { tx, actor, today } = context;
        const run =
          (actor.person === null ? null : await runs.lockRun(tx, actor.person, id)) ?? refuse('request.not-found');
        if (run.endedOn !== null) refuse('education.run-over');
        const found = (await packageOf(tx, run.package)) ?? refuse('request.not-found');
        if (found.state !== 'in-force') refuse('education.package-not-so');
        const counts = !run.counted && isEnough(found, said);
        const completed = counts ? await complete(context, found, run.person) : {};
        const counted = run.counted || counts;
        // What counted once is not taken back by another look at the questions.
        const verb = run.counted ? run.verb : said;
        const kept = { location: storable(location), suspendData: storable(suspendData) };
        await runs.setRun(tx, id, { verb, counted, ...kept });
        if (ended) await runs.endRun(tx, id, formatDay(today));
        const fields = counts ? { package: found.id, ...completed } : {};
        return { output: { run: id, counted }, entry: { subject: null, fields, person: run.person } };
      },
    }),
  ];
}

/** The database holds every character but this one. */
const storable = (text: string): string => text.replaceAll('\0', '');

/** The address of the first page within a package. */
export const entryOf = ({ entry, query }: Package['manifest']): string =>
  entry.split('/').map(encodeURIComponent).join('/') + query;
