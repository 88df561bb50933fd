import { beforeAll, describe, expect, it } from 'vitest';
import { Relations } from '../../packages/core/src/duties/relations.ts';
import { factTables, insertStatements } from '../../packages/core/src/duties/sql/tables.ts';
import { cellReader } from '../../packages/core/src/duties/world.ts';
import { day, flag, integer, label, milestone, ref, word } from '../../packages/core/src/facts/field.ts';
import {
  noWord,
  RegisterBuilder,
  tableOf,
  type Vocabulary,
  vocabularyOf,
} from '../../packages/core/src/facts/index.ts';
import { kind } from '../../packages/core/src/facts/kind.ts';
import {
  evaluator,
  flagged,
  formatValue,
  joinText,
  KernelWriter,
  type Node,
  Places,
  parseExpression,
  readSqlValue,
  type Scope,
  type SqlScope,
  SqlWriter,
  scalar,
  writeKernel,
  writeSql,
} from '../../packages/core/src/feel/index.ts';
import { fromKernel } from '../../packages/core/src/feel/run/kernel.ts';
import { eachDatabase } from '../support/databases.ts';
import { cn, installFeel } from '../support/feel.ts';
import { seedOf } from '../support/seed.ts';
import { Random } from './random.ts';

const seed = seedOf('FEEL_SEED');
const shape = { purpose: 'travel', happened: 'madeOn', about: ['测试', 'for the test'] as [string, string] } as const;
const made = { madeOn: day('登记', 'made on', { timing: 'milestone' }) };
const words = { red: label('红', 'red'), blue: label('蓝', 'blue') };

const vocabulary: Vocabulary = vocabularyOf([
  kind('person', '人', 'person', {
    ...shape,
    fields: {
      ...made,
      rank: integer('级别', 'rank', { nullable: true }),
      bornOn: day('生日', 'born on', { nullable: true }),
      cleared: flag('已审', 'cleared', { nullable: true }),
      colour: word('颜色', 'colour', words, { nullable: true }),
      boss: ref('上级', 'boss', 'person', 'reports', { nullable: true }),
    },
  }),
  kind('trip', '行程', 'trip', {
    ...shape,
    fields: {
      ...made,
      departsOn: day('出发', 'departs on'),
      cancelledOn: milestone('取消', 'cancelled on'),
      colour: word('颜色', 'colour', words),
      lead: ref('领队', 'lead', 'person', 'leads'),
      deputy: ref('副领队', 'deputy', 'person', 'assists', { nullable: true }),
    },
  }),
  kind('traveller', '人员', 'traveller', {
    ...shape,
    fields: {
      ...made,
      trip: ref('行程', 'trip', 'trip', 'travellers'),
      person: ref('人', 'person', 'person', 'journeys', { nullable: true }),
      paid: integer('费用', 'paid', { nullable: true }),
    },
  }),
]);

const expressions = [
  'trip.departsOn > trip.madeOn',
  'trip.cancelledOn = null',
  'trip.cancelledOn < trip.departsOn',
  'trip.colour = trip.lead.colour',
  'trip.colour in ("red", "blue")',
  'trip.deputy.rank > 3',
  'trip.deputy.boss.rank = 2',
  'trip.deputy.boss.boss = null',
  'trip.lead = trip.deputy',
  'trip.deputy.cleared',
  'not(trip.deputy.cleared) or trip.lead.cleared',
  'count(trip.travellers)',
  'count(trip.travellers[paid > 3])',
  'count(trip.travellers[person.cleared])',
  'count(trip.travellers[item.person = trip.lead])',
  'sum(trip.travellers.paid)',
  'max(trip.travellers.paid)',
  'min(trip.travellers[paid != null].paid)',
  'min(trip.travellers.person.bornOn)',
  'trip.travellers.paid',
  'trip.travellers.madeOn',
  'trip.travellers[paid > 2].person.rank',
  'trip.travellers.person.rank = trip.travellers.paid',
  'list contains(trip.travellers.person, trip.lead)',
  'trip.lead in trip.travellers.person',
  'some t in trip.travellers satisfies t.paid > 3',
  'every t in trip.travellers satisfies t.paid > 1',
  'every t in trip.travellers satisfies t.person != null',
  'some t in trip.travellers satisfies t.person.boss.cleared',
  'some p in trip.travellers.person satisfies p.rank > 2',
  'every p in trip.travellers.person satisfies p.boss = null',
  'some t in trip.travellers, u in trip.travellers satisfies t.person = u.person and t.paid < u.paid',
  'every t in trip.travellers satisfies some r in t.person.reports satisfies r.rank > t.paid',
  'some t in trip.travellers satisfies count(t.person.journeys[trip.colour = "red"]) > 1',
  'count(trip.lead.reports[count(item.journeys) > 1])',
  'count(trip.lead.leads[departsOn > trip.departsOn])',
  'if trip.deputy = null then trip.lead.rank else trip.deputy.rank',
  'trip.departsOn - @"P30D" > trip.madeOn',
  'years and months duration(trip.deputy.bornOn, trip.departsOn)',
  'add working days(trip.departsOn, -3)',
  'some t in trip.travellers satisfies true',
  'every t in trip.travellers satisfies trip.cancelledOn > trip.madeOn',
  'some t in trip.travellers satisfies some u in trip.lead.reports satisfies trip.deputy.cleared',
  'count(trip.travellers[some x in [1, 2] satisfies x = paid])',
  'count([trip.lead.rank, trip.deputy.rank][item > 2])',
  'max(trip.deputy.leads.departsOn) < trip.departsOn',
  'count(trip.deputy.reports)',
];

const scope: Scope = {
  vocabulary,
  variables: new Map([['trip', { ref: 'trip' }]]),
  slots: new Map(),
  literals: 'all',
  declaredWords: new Set(['red', 'blue']),
  wall: () => null,
};

/** A word of the fields in place of a text: comparing them is what rules do. */
const parse = (text: string): Node =>
  parseExpression(text, text.includes('"r') ? { ...scope, literals: 'rule' } : scope);

const random = new Random(seed);
const dayText = (): string => new Date(Date.UTC(2024, 0, 20 + random.below(60))).toISOString().slice(0, 10);
const maybe = <T>(value: T): T | null => (random.chance(0.3) ? null : value);
const builder = new RegisterBuilder(vocabulary);

function add(name: string, count: number, row: (index: number) => Record<string, unknown>): void {
  const declared = vocabulary.kinds.get(name);
  for (let index = 0; index < count; index++) {
    const fields = Object.entries(row(index)).filter(([, value]) => value !== null);
    if (declared) builder.add(declared, { id: `${name}-${index}`, madeOn: dayText(), ...Object.fromEntries(fields) });
  }
}

const person = (): string => `person-${random.below(12)}`;
add('person', 12, (index) => ({
  rank: maybe(random.below(6)),
  bornOn: maybe(dayText()),
  cleared: maybe(random.chance(0.5)),
  colour: maybe(random.pick(['red', 'blue'])),
  boss: index > 2 ? maybe(`person-${random.below(index)}`) : null,
}));
add('trip', 60, () => ({
  departsOn: dayText(),
  cancelledOn: maybe(dayText()),
  colour: random.pick(['red', 'blue']),
  lead: person(),
  deputy: maybe(person()),
}));
add('traveller', 150, () => ({
  trip: `trip-${random.below(60)}`,
  person: maybe(person()),
  paid: maybe(random.below(6)),
}));
const register = builder.build();
const relations = new Relations(register);
const trips = tableOf(register, 'trip').ids;
const idOf = (name: string, row: number): string => tableOf(register, name).ids[row] ?? '';

function explained(node: Node): string[] {
  const places = new Places();
  const world = {
    around: { calendar: cn },
    reader: (name: string, field: string) => cellReader(register, tableOf(register, name).columns[field]),
    relatives: (name: string, field: string) => {
      const { offsets, members } = relations.of(name, field);
      return (row: number) => Array.from(members.subarray(offsets[row], offsets[row + 1]));
    },
  };
  const run = evaluator(node, world, places);
  const trip = places.variable('trip');
  return trips.map((_, row) => {
    const frame = places.frame({});
    frame.variables[trip] = row;
    return formatValue(node.type, run(frame), idOf);
  });
}

function compiled(node: Node): string[] {
  const writer = new KernelWriter(() => {
    throw new Error('there are no slots');
  });
  const value = writer.withVariable('trip', scalar('row'), () =>
    writeKernel(node, writer, {
      column: (name, field, row) => {
        const code = `${writer.bind({ what: 'column', kind: name, field })}[${row}]`;
        return vocabulary.kinds.get(name)?.fields[field]?.type === 'boolean'
          ? flagged(writer.temp(code))
          : scalar(code);
      },
      exists: () => null,
    }),
  );
  const given = [...writer.bindings.values()].map((binding) => {
    if (binding.what === 'column') return tableOf(register, binding.kind).columns[binding.field]?.values;
    if (binding.what === 'offsets') return relations.of(binding.kind, binding.field).offsets;
    if (binding.what === 'members') return relations.of(binding.kind, binding.field).members;
    const constant = binding.what === 'constant' ? binding.value : undefined;
    const isWord = typeof constant === 'object' && constant !== null && 'word' in constant;
    return isWord ? (register.words.codes.get(String(constant.word)) ?? noWord - 1) : constant;
  });
  // oxlint-disable-next-line typescript/no-implied-eval
  const run = new Function(
    ...writer.bindings.keys(),
    `return (row, calendar) => {\n${writer.text()}\nreturn ${value.code};\n}`,
  )(...given) as (row: number, calendar: typeof cn) => unknown;
  return trips.map((_, row) => formatValue(node.type, fromKernel(node.type, run(row, cn)), idOf));
}

function sqlText(node: Node): { text: string; params: unknown[] } {
  const writer = new SqlWriter(vocabulary, () => "'cn'");
  const subject: SqlScope = { alias: 's', kind: 'trip', joins: new Map() };
  const value = writer.withVariable('trip', subject, () => writeSql(node, writer));
  return {
    text: `SELECT s.id, to_json(${value})::text AS value FROM fact_trip s${joinText(subject)} WHERE s.org_id = 'o'`,
    params: writer.params,
  };
}

describe(`expressions over facts, FEEL_SEED=${seed}`, () => {
  it('has facts to ask about', () => {
    expect(builder.problems).toEqual([]);
    const telling = expressions.filter((text) => new Set(explained(parse(text))).size > 1);
    expect(telling.length).toBeGreaterThan(expressions.length * 0.75);
  });

  it.each(expressions)('%s on the kernel', (text) => {
    const node = parse(text);
    expect(compiled(node)).toEqual(explained(node));
  });

  eachDatabase(({ client }) => {
    beforeAll(async () => {
      await installFeel(client);
      await client.query(factTables(vocabulary));
      for (const name of vocabulary.kinds.keys()) {
        for (const { text, values } of insertStatements(register, name, 'o')) await client.query(text, values);
      }
    });

    it.each(expressions)('%s', async (text) => {
      const node = parse(text);
      const { text: statement, params } = sqlText(node);
      const { rows } = await client.query<{ id: string; value: string | null }>(statement, params);
      const answers = new Map(
        rows.map(({ id, value }) => [id, formatValue(node.type, readSqlValue(node.type, value))]),
      );
      expect(trips.map((id) => answers.get(id))).toEqual(explained(node));
    });
  });
});
