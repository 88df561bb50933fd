import { civilDay, defineQuery, id, text } from '@sallyport/core/contract';
import { binds, instrumentKinds, relations, speaks, sureness } from '@sallyport/core/law';
import { z } from 'zod';

/** The law is the same for every organisation and holds nothing of any: whoever is signed in may read it. */
const admits = 'signed-in';
const said = z.strictObject({ zh: z.string(), en: z.string() });

/** A clause as another page names it. */
const clauseRef = z.strictObject({ clause: z.string(), name: said, heading: said });

/** Two people of this organisation compared it with the official text: "confirmed here by", never "official". */
const confirmed = z.strictObject({
  by: z.array(z.string()),
  on: civilDay,
  citation: said,
  textHash: z.string(),
  /** The day of the text that was read; null where the confirmation came with the packs, and is withdrawn there. */
  textOn: civilDay.nullable(),
});

/** With a day: the law as it stood on it. */
const on = civilDay.optional();
const asOf = z.strictObject({ day: civilDay, state: z.enum(['ahead', 'inForce', 'ended']) }).nullable();

const instrument = z.strictObject({
  edition: z.string(),
  kind: z.enum(instrumentKinds),
  jurisdiction: z.enum(['cn', 'us', 'any']),
  /** The region a local regulation has effect in; null for what has effect in the whole country. */
  territory: said.nullable(),
  title: said,
  short: said,
  inForceFrom: civilDay,
  /** The first day it is no longer in force. */
  inForceTo: civilDay.nullable(),
  clauses: z.int(),
  /** How many of the clauses were read in the text itself. */
  read: z.int(),
  rules: z.int(),
  standing: z.int(),
});

export const listInstruments = defineQuery({
  name: 'law.instruments',
  summary: { zh: '查看法规文件', en: 'List instruments' },
  input: z.strictObject({}),
  output: z.strictObject({ instruments: z.array(instrument) }),
  admits,
});

export const showEdition = defineQuery({
  name: 'law.edition',
  summary: { zh: '查看一份法规文件', en: 'Show an instrument' },
  input: z.strictObject({ edition: id, on }),
  output: instrument.extend({
    asOf,
    issuer: said,
    adopted: civilDay.nullable(),
    /** How many articles it has, and how many of them were read; null where it does not count in articles. */
    articles: z.strictObject({ confirmed: z.int(), articles: z.int() }).nullable(),
    revision: z.int(),
    whereText: said,
    sources: z.array(said),
    basedOn: z.array(z.strictObject({ edition: z.string(), short: said })),
    provisions: z.array(
      clauseRef.extend({
        sureness: z.enum(sureness),
        confirmed: z.boolean(),
        gist: said,
        speaks: z.array(z.enum(speaks)),
        /** Those in force on the day asked of. */
        rules: z.int(),
        asOf,
      }),
    ),
  }),
  admits,
});

const conflict = z.strictObject({ demanded: z.array(clauseRef), restrained: z.array(clauseRef), reason: said });

const parallel = clauseRef.extend({
  gist: said,
  sureness: z.enum(sureness),
  /** What the clause one comes from is to this one. */
  relation: z.enum(relations),
  reason: said,
});

export const showClause = defineQuery({
  name: 'law.clause',
  summary: { zh: '查看条款', en: 'Show a clause' },
  input: z.strictObject({ clause: id, on }),
  output: clauseRef.extend({
    asOf,
    sureness: z.enum(sureness),
    confirmed: confirmed.nullable(),
    edition: z.string(),
    instrument: said,
    gist: said,
    source: said,
    speaks: z.array(z.enum(speaks)),
    binds: z.array(z.enum(binds)),
    ladder: z.array(said),
    /** To be read with it: the rights beside a duty. */
    beside: z.array(clauseRef),
    figures: z.array(said),
    previous: clauseRef.nullable(),
    next: clauseRef.nullable(),
    rules: z.array(z.strictObject({ rule: z.string(), title: said, standing: z.boolean() })),
    /** Rules whose breach this clause punishes or answers. */
    consequenceOf: z.array(z.strictObject({ rule: z.string(), title: said })),
    parallels: z.array(parallel),
    without: z.array(z.strictObject({ short: said, reason: said })),
    conflicts: z.array(conflict),
  }),
  admits,
  showsPerson: true,
});

const ruleChange = z.strictObject({ rule: z.string(), title: said, instrument: said });

export const compareLaw = defineQuery({
  name: 'law.compare',
  summary: { zh: '比较两日的法规', en: 'Compare the law of two days' },
  input: z.strictObject({ from: civilDay, to: civilDay }),
  output: z.strictObject({
    begun: z.array(z.strictObject({ edition: z.string(), title: said, on: civilDay })),
    ended: z.array(z.strictObject({ edition: z.string(), title: said, on: civilDay })),
    gained: z.array(ruleChange),
    lost: z.array(ruleChange),
    /** In force on both days. */
    kept: z.int(),
  }),
  admits,
  errors: { 'law.days-reversed': 400 },
});

const namedEdition = z.strictObject({ edition: z.string(), title: said, short: said });

export const compareEditions = defineQuery({
  name: 'law.compareEditions',
  summary: { zh: '对照两份法规文件', en: 'Put two instruments side by side' },
  input: z.strictObject({ one: id, two: id }),
  output: z.strictObject({
    one: namedEdition,
    two: namedEdition,
    pairs: z.array(z.strictObject({ own: clauseRef.extend({ gist: said }), other: parallel })),
    /** Clauses that answer none of the other instrument. */
    onlyOne: z.array(clauseRef),
    onlyTwo: z.array(clauseRef),
  }),
  admits,
});

export const findClauses = defineQuery({
  name: 'law.find',
  summary: { zh: '查找条款', en: 'Find clauses' },
  input: z.strictObject({ text: text(100).pipe(z.string().min(1)) }),
  output: z.strictObject({
    clauses: z.array(clauseRef),
    /** Rules whose title, or whose clause, bears the words: each leads to its duties. */
    rules: z.array(z.strictObject({ rule: z.string(), title: said, clause: clauseRef.nullable() })),
  }),
  admits,
});

export const listConflicts = defineQuery({
  name: 'law.conflicts',
  summary: { zh: '查看规定之间的冲突', en: 'List conflicts between instruments' },
  input: z.strictObject({}),
  output: z.strictObject({ conflicts: z.array(conflict) }),
  admits,
});

export * from './confirm-contract.ts';
export * from './setting-contract.ts';
