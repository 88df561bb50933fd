import { formatDay } from '@sallyport/core/calendar';
import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { routingOf } from '../../organisation/index.ts';
import * as contract from '../contract.ts';
import { ownPerson } from '../own.ts';
import type { EducationParts } from '../parts.ts';
import * as store from '../store/certificates.ts';
import { linkPath } from './links.ts';
import { hasEnded, lastDay, numberText } from './shown.ts';

/** A certificate is its holder's: for anybody else there is none. */
export const ownCertificate = async (tx: Transaction, person: string | null, id: string): Promise<store.Certificate> =>
  (person === null ? null : await store.certificateOf(tx, person, id)) ?? refuse('request.not-found');

/** Where the public page is; null where it is closed. */
export async function pathOf(tx: Transaction, links: EducationParts['links'], one: store.Certificate) {
  if (one.linkHash === null) return null;
  return linkPath((await routingOf(tx)) ?? '', links.tokenOf(tx.org, one.id, one.link));
}

export function implementCertificates({ links }: Pick<EducationParts, 'links'>): {
  readonly actions: ImplementedAction[];
  readonly queries: ImplementedQuery[];
} {
  const done = ({ id, person }: store.Certificate, fields: Readonly<Record<string, unknown>>) => ({
    output: { certificate: id },
    entry: { subject: `certificate/${id}`, fields, person },
  });
  const share = implementAction(contract.shareCertificate, {
    async handle({ tx, actor, today }, { certificate: id, fields }) {
      const one = await ownCertificate(tx, actor.person, id);
      if (hasEnded(one, formatDay(today))) refuse('education.certificate-ended');
      const shown = [...new Set(fields)];
      const link = one.linkHash === null ? one.link + 1 : one.link;
      const linkHash = one.linkHash ?? links.hash(links.tokenOf(tx.org, id, link));
      await store.setLink(tx, id, { shown, link, linkHash });
      return done(one, { shown });
    },
  });
  const unshare = implementAction(contract.unshareCertificate, {
    async handle({ tx, actor }, { certificate: id }) {
      const one = await ownCertificate(tx, actor.person, id);
      await store.setLink(tx, id, { shown: [], link: one.link, linkHash: null });
      return done(one, { shown: [] });
    },
  });
  const mine = implementQuery(contract.myCertificates, {
    async answer({ tx, actor, today }) {
      const found = await store.certificatesOf(tx, ownPerson(actor));
      const certificates = [];
      for (const one of found) {
        const ended = hasEnded(one, formatDay(today));
        certificates.push({
          certificate: one.id,
          recordNumber: numberText(one),
          course: one.course,
          title: one.title,
          issuedOn: one.issuedOn,
          lastDay: lastDay(one),
          ended,
          shown: ended ? [] : [...one.shown],
          path: ended ? null : await pathOf(tx, links, one),
        });
      }
      return { output: { certificates } };
    },
  });
  return { actions: [share, unshare], queries: [mine] };
}
