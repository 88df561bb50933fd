import { defineAction, id } from '@sallyport/core/contract';
import { z } from 'zod';

/** The first part of every bearer secret of the organisation. */
const routing = z.string().regex(/^[a-z2-7]{8}$/);

/** By the machine's administrator: an organisation is opened where the program runs, never over the network. */
export const openOrganisation = defineAction({
  name: 'organisation.open',
  summary: { zh: '开立单位', en: 'open an organisation' },
  input: z.strictObject({ routing, demo: z.boolean() }),
  output: z.strictObject({ organisation: id }),
  admits: {},
  errors: { 'organisation.there-already': 409 },
});
