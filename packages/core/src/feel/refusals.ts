/** What people write first, and what to write instead: one line of docs/feel.md each, tried by the tests. */
export type RefusedCase = {
  readonly expression: string;
  readonly context?: Readonly<Record<string, unknown>>;
  /** A part of the message. */
  readonly message: string;
  /** What to do; `write` is an expression that is accepted under the same context, where there is one. */
  readonly instead: string;
  readonly write?: string;
};

export const refusedCases: readonly RefusedCase[] = [
  { expression: 'today()', message: 'no clock', instead: 'write the day as a fact, or compare with a milestone' },
  { expression: 'now() > a', context: { a: 1 }, message: 'no clock', instead: 'write the moment as a fact' },
  { expression: '2 + +3', message: 'a “+” before a value', instead: 'leave the sign out', write: '2 + 3' },
  { expression: '1 == 1', message: 'equality is one', instead: 'one sign of equality', write: '1 = 1' },
  { expression: 'not 1 = 2', message: 'write not(…)', instead: 'not is a function', write: 'not(1 = 2)' },
  {
    expression: 'a not in (1, 2)',
    context: { a: 3 },
    message: 'write not(x in …)',
    instead: 'deny the whole test',
    write: 'not(a in (1, 2))',
  },
  {
    expression: 'a in 1 = b',
    context: { a: 1, b: true },
    message: 'could be read in two ways',
    instead: 'brackets round the part that is meant',
    write: '(a in 1) = b',
  },
  {
    expression: 'upper case(a) = "X"',
    context: { a: 'x' },
    message: 'outside the subset',
    instead: 'compare with each spelling, because engines disagree about letter case',
    write: 'a in ("x", "X")',
  },
  { expression: 'lower case("X")', message: 'outside the subset', instead: 'compare with each spelling' },
  {
    expression: 'matches(a, "^x")',
    context: { a: 'xy' },
    message: 'outside the subset',
    instead: 'starts with, ends with or contains: engines disagree about patterns',
    write: 'starts with(a, "x")',
  },
  {
    expression: 'replace("a", "b", "c")',
    message: 'outside the subset',
    instead: 'substring before and substring after',
  },
  { expression: 'split("a,b", ",")', message: 'outside the subset', instead: 'substring before and substring after' },
  {
    expression: 'for x in [1, 2] return x + 1',
    message: 'for … return',
    instead: 'a filter, some, every, count, min, max or sum',
    write: 'sum([1 + 1, 2 + 1])',
  },
  {
    expression: '[1, 2][1]',
    message: 'by its position',
    instead: 'filter by a condition',
    write: 'min([1, 2][item > 1])',
  },
  { expression: '{a: 1}.a', message: 'contexts', instead: 'name a fact or a value' },
  { expression: 'function(x) x', message: 'functions', instead: 'write the expression itself' },
  { expression: '1 instance of number', message: 'instance of', instead: 'types are known before a rule runs' },
  { expression: '2 ** 3', message: 'outside the subset', instead: 'multiply', write: '2 * 2 * 2' },
  { expression: '1 + "a"', message: 'cannot compute', instead: 'values of one kind' },
  { expression: '1 = "1"', message: 'never equal', instead: 'compare values of one kind', write: '1 = 1' },
  { expression: '"b" > 1', message: 'no common order', instead: 'compare values of one kind' },
  { expression: 'true < false', message: 'no order', instead: '= or !=', write: 'true != false' },
  {
    expression: '@"P1M" < @"P30D"',
    message: 'no common order',
    instead: 'months and days are two kinds: a month has no fixed number of days',
    write: '@"P1M" < @"P2M"',
  },
  {
    expression: '@"P1M" + @"P1D"',
    message: 'two kinds',
    instead: 'add them to a day, one after the other',
    write: '@"2026-01-01" + @"P1M" + @"P1D"',
  },
  {
    expression: '@"2026-01-01" + 3',
    message: 'cannot compute',
    instead: 'add a duration',
    write: '@"2026-01-01" + @"P3D"',
  },
  {
    expression: '@"2026-02-30"',
    message: 'is no day',
    instead: 'a day that exists, from 1900 to 2199',
    write: '@"2026-02-28"',
  },
  {
    expression: '@"2026-11-23T10:00:00"',
    message: 'offset',
    instead: 'add the offset',
    write: '@"2026-11-23T10:00:00+08:00"',
  },
  {
    expression: '@"2026-11-23T10:00:00@Asia/Shanghai"',
    message: 'is no day',
    instead: 'an offset: named zones change with each edition of their table',
    write: '@"2026-11-23T10:00:00+08:00"',
  },
  {
    expression: '@"10:00:00"',
    message: 'is no day',
    instead: 'times of day are outside the subset; use a point in time',
  },
  { expression: 'date("2026-1-5")', message: 'is no day', instead: 'two digits each', write: 'date("2026-01-05")' },
  {
    expression: 'date(a)',
    context: { a: '2026-01-05' },
    message: 'written text',
    instead: 'give the day as a day, {"@": "2026-01-05"}',
  },
  {
    expression: '9007199254740992',
    message: 'larger than',
    instead: 'write it with a point to get a decimal',
    write: '9007199254740992.0',
  },
  { expression: '1e3', message: 'no exponent', instead: 'write the digits', write: '1000' },
  {
    expression: 'if 1 then 2 else 3',
    message: 'condition',
    instead: 'write a condition',
    write: 'if 1 = 1 then 2 else 3',
  },
  {
    expression: 'if true then 1 else "a"',
    message: 'one kind',
    instead: 'both branches of one kind',
    write: 'if true then 1 else 2',
  },
  { expression: '[1, "a"]', message: 'one kind', instead: 'a list of one kind', write: 'count([1, 2])' },
  { expression: '[[1], [2]]', message: 'no lists', instead: 'one flat list', write: 'count([1, 2])' },
  {
    expression: 'some x in 1..3 satisfies x > 2',
    message: 'ranges',
    instead: 'go over a list',
    write: 'some x in [1, 2, 3] satisfies x > 2',
  },
  { expression: '[1..3]', message: 'after “in”', instead: 'an interval stands after in', write: '2 in [1..3]' },
  {
    expression: 'b + 1',
    context: { a: 1 },
    message: 'not known here',
    instead: 'a name of the context',
    write: 'a + 1',
  },
  {
    expression: 'count(value: [1])',
    message: 'by position',
    instead: 'give arguments by position',
    write: 'count([1])',
  },
  { expression: '"a\\q"', message: 'no escape', instead: 'one of the escapes the message lists', write: '"a\\\\q"' },
  { expression: '(1 + 2', message: 'cannot be read', instead: 'close the bracket', write: '(1 + 2)' },
  { expression: 'constructor', message: 'not known here', instead: 'a name of the context' },
  { expression: 'toString()', message: 'outside the subset', instead: 'a function of the table above' },
  {
    expression: 'some a in [1], b in [1], c in [1], d in [1], e in [1], f in [1] satisfies true',
    message: 'more than 5 deep',
    instead: 'each level multiplies the work; split the rule',
    write: 'some a in [1], b in [1] satisfies a = b',
  },
];
