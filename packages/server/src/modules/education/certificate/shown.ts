import { formatDay, parseDay } from '@sallyport/core/calendar';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { Phrase } from '../../../platform/words/words.ts';
import { factsThere, kindNamed, ownOrganisation } from '../../register/index.ts';
import type { CertificateField } from '../contract.ts';
import type { Certificate } from '../store/certificates.ts';

/** As it stands on the paper and is found by. */
export const numberText = ({ year, serial }: Pick<Certificate, 'year' | 'serial'>): string =>
  `平安证-${year}-${String(serial).padStart(6, '0')}`;

/** Until is exclusive in the register; people read a last day as one that counts. */
export const lastDay = ({ validUntil }: Pick<Certificate, 'validUntil'>): string =>
  formatDay((parseDay(validUntil) ?? 0) - 1);

/** It ends with its last day, and with the facts it says the same as. */
export const hasEnded = ({ validUntil, holds }: Certificate, today: string): boolean => !holds || validUntil <= today;

export const holderName = async (tx: Transaction, person: string): Promise<string | null> => {
  const [found] = await factsThere(tx, kindNamed('person'), [person]);
  const name = found?.fields['name'];
  return typeof name === 'string' ? name : null;
};

/** A value as it is told: in words of both languages, or as a day. */
type ShownValue = { readonly text: Phrase } | { readonly day: string };
export type PublicCertificate = readonly { readonly field: CertificateField; readonly value: ShownValue }[];

/** What the holder chose, in one order; a value that is no longer there is left out. */
export async function publicOf(tx: Transaction, one: Certificate): Promise<PublicCertificate> {
  const same = (text: string | null | undefined): ShownValue | null =>
    text === null || text === undefined ? null : { text: { zh: text, en: text } };
  const values: Readonly<Record<CertificateField, () => Promise<ShownValue | null> | ShownValue | null>> = {
    holder: async () => same(await holderName(tx, one.person)),
    organisation: async () => same((await ownOrganisation(tx))?.name),
    course: () => ({ text: one.title }),
    recordNumber: () => same(numberText(one)),
    completedOn: () => ({ day: one.issuedOn }),
    validUntil: () => ({ day: lastDay(one) }),
  };
  const told: { field: CertificateField; value: ShownValue }[] = [];
  for (const [field, value] of Object.entries(values) as [CertificateField, (typeof values)[CertificateField]][]) {
    const shown = one.shown.includes(field) ? await value() : null;
    if (shown !== null) told.push({ field, value: shown });
  }
  return told;
}
