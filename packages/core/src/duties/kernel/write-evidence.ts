import { firstDay } from '../../calendar/index.ts';
import { noDay } from '../../facts/index.ts';
import { isNullCode, type Node, nullCode, scalar, writeKernel } from '../../feel/index.ts';
import type { Met } from '../../law/index.ts';
import { candidates, type EvidenceWindow, type Gathered, inOrder, type Recorded, type Writing } from './candidates.ts';

/** Names of the variables that evidence code fills: when met (the clock's "not known" while not), and whether it was written to the pool. */
export type EvidenceNames = { readonly metOn: string; readonly row: string; readonly list: string };

/** Writes the search for the evidence of one `met`. One fact ends in `row`, several in `list`; `metOn` says whether it was found. */
export function writeEvidence(met: Met, names: EvidenceNames, window: EvidenceWindow, writing: Writing): void {
  const { writer, facts, clock } = writing;
  const closed = (at: string): string => (window.closes === nullCode(clock) ? 'false' : `${at}>${window.closes}`);
  if (met.form === 'milestone') {
    const at = writer.temp(writeKernel(met.path, writer, facts).code);
    const owner = writer.temp(writeKernel(met.path.of, writer, facts).code);
    writer.line(
      `if (!(${isNullCode(at, clock)}) && !(${closed(at)})) { ${names.metOn} = ${at}; ${names.row} = ${owner}; }`,
    );
    return;
  }
  if (met.form === 'count' && isOne(met.number, writing)) {
    // One is the first that fits; nothing has to be gathered.
    writeSingle({ ...met, form: 'exists' }, names, window, writing);
    return;
  }
  if (met.form === 'count' || met.form === 'needs') {
    writeSeveral(met, names, window, writing);
    return;
  }
  if (met.form === 'coversPeriod' && met.union) {
    writeUnion(met, names, window, writing);
    return;
  }
  writeSingle(met, names, window, writing);
}

const isOne = (node: Node, { writer, facts }: Writing): boolean =>
  (node.form === 'literal' || node.form === 'slot') && writeKernel(node, writer, facts).code === '1';

/** Forms that one fact meets: the earliest that fits, or for `latest` the last. */
function writeSingle(
  met: Exclude<Gathered, { form: 'count' | 'needs' }>,
  names: EvidenceNames,
  window: EvidenceWindow,
  writing: Writing,
): void {
  const { writer, facts, vocabulary, clock } = writing;
  const ordered = inOrder(met, vocabulary);
  const day =
    met.form === 'covers'
      ? met.day === 'current'
        ? 'A'
        : writer.temp(writeKernel(met.day, writer, facts).code)
      : null;
  const span =
    met.form === 'coversPeriod'
      ? [met.start, met.end].map((node) => writer.temp(writeKernel(node, writer, facts).code))
      : null;
  const guard =
    day !== null
      ? `${day}!==${noDay}`
      : span
        ? `${span[0]}!==${noDay}&&${span[1]}!==${noDay}&&${span[1]}>${span[0]}`
        : 'true';
  // Valid now: the duty was met when such a fact was first in force, not when it was last renewed.
  const current = met.form === 'covers' && met.day === 'current';
  const best = current ? writer.variable('Infinity') : names.metOn;
  writer.block(`if (${guard})`, () => {
    candidates(met, window, writing, (row, at, record) => {
      if (met.form === 'covers' || met.form === 'coversPeriod') {
        const { from, until } = validity(met, row, record, writing);
        writer.line(
          current
            ? `if (${from} > A || ${from} === ${noDay}) continue;`
            : span
              ? `if (${from} > ${span[0]} || ${from} === ${noDay} || (${until} !== ${noDay} && ${until} < ${span[1]})) continue;`
              : `if (${from} > ${day} || ${from} === ${noDay} || (${until} !== ${noDay} && ${until} <= ${day})) continue;`,
        );
        if (current) {
          writer.line(`const since = Math.max(${at},${from}); if (since < ${best}) ${best} = since;`);
          writer.line(`if (${until} !== ${noDay} && ${until} <= A) continue;`);
          writer.line(
            ordered
              ? `if (${names.row} < 0) ${names.row} = ${row};`
              : `if (${names.row} < 0 || ${at} < ${names.metOn} || (${at} === ${names.metOn} && ${row} < ${names.row})) { ${names.metOn} = ${at}; ${names.row} = ${row}; }`,
          );
          return;
        }
      }
      const last = met.form === 'latest';
      if (ordered && !last) writer.line(`${names.metOn} = ${at}; ${names.row} = ${row}; break;`);
      else if (ordered) writer.line(`${names.metOn} = ${at}; ${names.row} = ${row};`);
      else {
        const better = last ? '>' : '<';
        writer.line(
          `if (${names.row} < 0 || ${at} ${better} ${best} || (${at} === ${best} && ${row} ${better} ${names.row})) { ${names.metOn} = ${at}; ${names.row} = ${row}; }`,
        );
      }
    });
  });
  if (current) writer.line(`if (${names.row} >= 0) ${names.metOn} = ${best};`);
  if (met.form !== 'latest') return;
  writer.block(`if (${names.row} >= 0)`, () => {
    writer.withVariable('item', scalar(names.row), () => {
      writer.line(
        `if (!(${writeKernel(met.holds, writer, facts).isTrue})) { ${names.metOn} = ${nullCode(clock)}; ${names.row} = -1; }`,
      );
    });
  });
}

type Covers = Extract<Met, { form: 'covers' | 'coversPeriod' }>;

/** Names of the first day and the exclusive end (`noDay`: never) of a fact's validity. */
function validity(
  met: Covers,
  row: string,
  record: Recorded,
  { writer, facts, vocabulary }: Writing,
): { from: string; until: string } {
  const kind = vocabulary.kinds.get(met.kind);
  const valid = kind?.valid;
  if (!valid) throw new Error(`a ${met.kind} has no validity`);
  const read = (name: string): string =>
    record.day(name) ?? writer.temp(facts.column(met.kind, name, row, writer).code);
  const from = read(valid.from);
  const recorded = read(valid.until);
  if (!met.lasts || record.lasting) return { from, until: recorded };
  const { lasts } = met;
  const until = writer.variable(recorded);
  writer.block(`if (${recorded} === ${noDay})`, () => {
    writer.withVariable('item', scalar(row), () => {
      const length = writer.temp(writeKernel(lasts, writer, facts).code);
      if (lasts.nullable) writer.line(`if (${length} !== ${length}) continue;`);
      const fixed = lasts.type === 'months' && /^\d{1,4}$/.test(length);
      const end = fixed
        ? `${writer.constant({ months: Number(length) })}[${from}-(${firstDay})]`
        : `lastsUntil(${from}, ${length}, ${lasts.type === 'months'})`;
      writer.line(`if (${from} !== ${noDay}) ${until} = ${end};`);
    });
  });
  return { from, until };
}

/** `count` and `needs`: several facts, in `list`. None wanted is met on the trigger day. */
function writeSeveral(
  met: Extract<Gathered, { form: 'count' | 'needs' }>,
  names: EvidenceNames,
  window: EvidenceWindow,
  writing: Writing,
): void {
  const { writer, facts } = writing;
  const wanted =
    typeof met.number === 'object'
      ? writer.temp(writeKernel(met.number, writer, facts).code)
      : met.number === 'all' && met.form === 'needs'
        ? String(met.roles.length)
        : '1';
  writer.block(`if (${wanted} <= 0)`, () => writer.line(`${names.metOn} = ${window.on}; ${names.list} = none;`));
  writer.block(`else if (${wanted} > 0)`, () => {
    writer.line('scratch.clear();');
    if (inOrder(met, writing.vocabulary) && !(met.form === 'needs' && met.holds)) {
      writeFirst(met, wanted, names, window, writing);
      return;
    }
    const found = writer.variable('null');
    candidates(met, window, writing, (row, at) => writer.line(`scratch.rows.push(${row}); scratch.at.push(${at});`));
    if (met.form === 'count')
      writer.line(`if (scratch.rows.length >= ${wanted}) ${found} = scratch.earliest(${wanted});`);
    else {
      const roles = `[${met.roles.map((role) => writer.constant({ word: role })).join(',')}]`;
      const column = writer.bind({ what: 'column', kind: met.kind, field: met.role });
      if (met.holds) keepHolding(met.holds, column, roles, writing);
      writer.line(`if (scratch.rows.length > 0) ${found} = scratch.roles(${wanted}, ${column}, ${roles});`);
    }
    writer.line(`if (${found} !== null) { ${names.metOn} = ${found}.metOn; ${names.list} = ${found}.rows; }`);
  });
}

/** Of what was gathered the latest of each role, where the condition holds for it: an agreement that was taken back counts no more. */
function keepHolding(holds: Node, column: string, roles: string, { writer, facts }: Writing): void {
  writer.line(`scratch.keepLatest(${column}, ${roles});`);
  const at = writer.variable('scratch.rows.length - 1');
  writer.block(`for (; ${at} >= 0; ${at}--)`, () => {
    const row = writer.temp(`scratch.rows[${at}]`);
    writer.withVariable('item', scalar(row), () => {
      writer.line(
        `if (!(${writeKernel(holds, writer, facts).isTrue})) { scratch.rows.splice(${at}, 1); scratch.at.splice(${at}, 1); }`,
      );
    });
  });
}

/** Facts come in order: the wanted number of them, for `needs` each of another of the roles, is all there is to gather. */
function writeFirst(
  met: Extract<Gathered, { form: 'count' | 'needs' }>,
  wanted: string,
  names: EvidenceNames,
  window: EvidenceWindow,
  writing: Writing,
): void {
  const { writer } = writing;
  candidates(met, window, writing, (row, at) => {
    if (met.form === 'needs') {
      const column = writer.bind({ what: 'column', kind: met.kind, field: met.role });
      const roles = met.roles.map((role) => writer.constant({ word: role }));
      const role = writer.temp(`${column}[${row}]`);
      writer.line(`if (${roles.map((code) => `${role}!==${code}`).join('&&')}) continue;`);
      writer.line(`if (scratch.at.includes(${role})) continue;`);
      writer.line(`scratch.at.push(${role});`);
    }
    writer.line(`scratch.rows.push(${row});`);
    writer.line(
      `if (scratch.rows.length >= ${wanted}) { ${names.metOn} = ${at}; ${names.list} = scratch.rows; break; }`,
    );
  });
}

function writeUnion(
  met: Extract<Gathered, { form: 'coversPeriod' }>,
  names: EvidenceNames,
  window: EvidenceWindow,
  writing: Writing,
): void {
  const { writer, facts } = writing;
  const [start, end] = [met.start, met.end].map((node) => writer.temp(writeKernel(node, writer, facts).code));
  const found = writer.variable('null');
  writer.block(`if (${start}!==${noDay}&&${end}!==${noDay}&&${end}>${start})`, () => {
    writer.line('scratch.clear();');
    candidates(met, window, writing, (row, at, record) => {
      const { from, until } = validity(met, row, record, writing);
      writer.line(`if (${from} === ${noDay} || (${until} !== ${noDay} && ${until} <= ${from})) continue;`);
      writer.line(
        `scratch.rows.push(${row}); scratch.at.push(${at}); scratch.from.push(${from}); scratch.until.push(${until} === ${noDay} ? Infinity : ${until});`,
      );
    });
    writer.line(`if (scratch.rows.length > 0) ${found} = scratch.chain(${start}, ${end});`);
    writer.line(`if (${found} !== null) { ${names.metOn} = ${found}.metOn; ${names.list} = ${found}.rows; }`);
  });
}
