import { formatDay } from '@sallyport/core/calendar';
import { hasClassifiedMark } from '@sallyport/core/facts';
import { type ImplementedAction, implementAction } from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import { refuseMarked } from '../../../platform/files/inspect.ts';
import { checkPackage } from '../../../platform/scorm/check-package.ts';
import { eraseFilesOfSubjects, packageKind } from '../../files/index.ts';
import { askSecond, openActs } from '../../identity/index.ts';
import * as contract from '../contract.ts';
import type { EducationParts } from '../parts.ts';
import { isTopic } from '../topic-names.ts';
import { wholeOrganisation } from '../whole-organisation.ts';
import { opensGate } from './gated.ts';
import { endRunsOf } from './run-store.ts';
import { packageSigning } from './sign.ts';
import * as store from './store.ts';

/** Packages of a house that are not withdrawn. */
const mostPackages = 200;

export const implementPackageActs = ({
  ids,
  law,
  post,
  papers,
}: Pick<EducationParts, 'ids' | 'law' | 'post' | 'papers'>): ImplementedAction[] => [
  implementAction(contract.bringPackage, {
    place: wholeOrganisation,
    async handle(context, { ticket, ...about }) {
      const { tx, actor, now } = context;
      if (!isTopic(about.topic)) refuse('education.no-such-topic');
      if (opensGate(law, about.topic)) refuse('education.package-gates');
      if (hasClassifiedMark(about.title)) refuse('register.classified-mark');
      if ((await store.countPackages(tx)) >= mostPackages)
        refuse('education.too-many-packages', { most: mostPackages });
      const taken = await papers.peek(actor, ticket);
      if (taken?.type !== 'zip') return refuse('files.ticket-not-valid');
      const manifest = checkPackage(taken.bytes, refuseMarked);
      if (typeof manifest === 'string') return refuse('files.ticket-not-valid');
      const id = ids.uuid();
      const { fields } = await papers.keep(context, { kind: packageKind, id, person: null, ticket });
      const { file, sha256 } = fields;
      const one = { ...about, id, manifest, file, sha256: String(sha256) };
      await store.insertPackage(tx, { ...one, at: new Date(now / 1000), account: actor.account });
      const { counts: enough, ...named } = about;
      const entry = { ...named, enough, sha256, standard: manifest.standard };
      return { output: { package: id }, entry: { subject: `learning-package/${id}`, fields: entry } };
    },
  }),
  implementAction(contract.proposePackage, {
    place: wholeOrganisation,
    async handle(context, { package: id, reason }) {
      const { tx, now } = context;
      if (hasClassifiedMark(reason)) refuse('register.classified-mark');
      const found = (await store.lockPackage(tx, id)) ?? refuse('request.not-found');
      if (found.state !== 'brought') refuse('education.package-not-so');
      if ((await waitingPackages(tx, now)).has(id)) refuse('education.package-waits');
      const details = { package: id, sha256: found.sha256 };
      const asked = { kind: 'package', subject: null, role: null, unit: null, reason, details } as const;
      const output = await askSecond(context, { ids, post }, asked, packageSigning);
      const fields = { kind: 'package', reason, ...details };
      return { output, entry: { subject: `two-person-act/${output.act}`, fields } };
    },
  }),
  implementAction(contract.withdrawPackage, {
    place: wholeOrganisation,
    async handle({ tx, today }, { package: id }) {
      const found = (await store.lockPackage(tx, id)) ?? refuse('request.not-found');
      if ((await store.setWithdrawn(tx, id)) === 0) refuse('education.package-not-so');
      await endRunsOf(tx, id, formatDay(today));
      await eraseFilesOfSubjects(tx, [`${packageKind}/${id}`]);
      const fields = { sha256: found.sha256 };
      return { output: { package: id }, entry: { subject: `learning-package/${id}`, fields } };
    },
  }),
];

/** Those that wait for their second person. */
export async function waitingPackages(tx: Parameters<typeof openActs>[0], now: number): Promise<ReadonlySet<string>> {
  const acts = await openActs(tx, new Date(now / 1000));
  return new Set(acts.flatMap(({ kind, details }) => (kind === 'package' ? [details?.['package'] ?? ''] : [])));
}
