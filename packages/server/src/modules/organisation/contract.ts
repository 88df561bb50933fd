import { defineAction, defineQuery, id } from '@sallyport/core/contract';
import { z } from 'zod';

/** The first part of every bearer secret of the organisation. */
const routing = z.string().regex(/^[a-z2-7]{8}$/);

const said = z.strictObject({ zh: z.string(), en: z.string() });

/** By the machine's administrator: an organisation is opened where the program runs, never over the network. */
export const openOrganisation = defineAction({
  name: 'organisation.open',
  summary: { zh: '开立单位', en: 'open an organisation' },
  input: z.strictObject({ routing, demo: z.boolean() }),
  output: z.strictObject({ organisation: id }),
  admits: {},
  errors: { 'organisation.there-already': 409 },
});

/** The country's own line to report espionage by, as its law names it. */
const line = z.strictObject({ name: said, phone: z.string(), site: z.string().nullable() });

/**
 * What every page says and counts by, before anybody signed in: whether all of it is invented, the seat's minutes east of UTC, and the
 * official line of its country; null where no pack of that country names one.
 */
export const aboutOrganisation = defineQuery({
  name: 'organisation.about',
  summary: { zh: '本单位的基本情况', en: 'What every page needs to know' },
  input: z.strictObject({}),
  output: z.strictObject({ demo: z.boolean(), offset: z.int(), line: line.nullable() }),
  admits: 'public',
});
