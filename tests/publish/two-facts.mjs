// A program of somebody else's: plain JavaScript that knows the two packages by name only. Run from source and from the tarballs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDay, parseDay, workingDays } from '@sallyport/core/calendar';
import {
  decisionAt,
  Explainer,
  generate,
  link,
  questionOf,
  Relations,
  runExamples,
  runKernel,
} from '@sallyport/core/duties';
import { RegisterBuilder, vocabulary } from '@sallyport/core/facts';
import { FeelSession, formatValue, parseExactJson, readContext } from '@sallyport/core/feel';
import { readLaw } from '@sallyport/core/law';
import { packsFolder } from '@sallyport/packs';

const folders = (at) =>
  readdirSync(at, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const yamlIn = (pack) =>
  readdirSync(join(packsFolder, pack), { recursive: true })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(packsFolder, pack, name), 'utf8')]);

const packs = folders(packsFolder)
  .map((pack) => [pack, new Map(yamlIn(pack))])
  .filter(([, files]) => files.has('instrument.yaml'));
const { law, problems } = readLaw(new Map(packs), vocabulary);
console.log(`${law.editions.length} editions, ${law.rules.length} rules, ${problems.length} problems`);

const days = (list) => list.map(([day, zh, en]) => [parseDay(day), zh, en]);
const calendars = new Map(
  readdirSync(join(packsFolder, 'calendars')).map((name) => {
    const file = JSON.parse(readFileSync(join(packsFolder, 'calendars', name), 'utf8'));
    const years = file.years.map((year) => ({ ...year, rest: days(year.rest), work: days(year.work) }));
    return [file.id, workingDays({ ...file, years })];
  }),
);

const required = (kind) =>
  Object.entries(kind.fields)
    .filter(([, field]) => !field.nullable && field.type === 'boolean')
    .map(([name]) => [name, false]);
const builder = new RegisterBuilder(vocabulary);
const add = (name, cells) => {
  const kind = vocabulary.kinds.get(name);
  builder.add(kind, { ...Object.fromEntries(required(kind)), ...cells });
};
add('organisation', { id: 'org-1', name: '示例单位', seat: 'cn', establishedOn: '2001-05-01' });
add('buildingProject', {
  id: 'project-1',
  organisation: 'org-1',
  inControlArea: true,
  plannedOn: '2024-01-10',
  startsOn: '2024-06-01',
});
const register = builder.build();
console.log(`${builder.problems.length} errors in the register`);

const wanted = 'cn-cel-2023/building-permit';
const question = questionOf(law, register, parseDay('2024-05-01'), calendars);
const [permit] = runKernel(link(generate(question, vocabulary), question, register)).filter(
  ({ rule }) => rule === wanted,
);
const kernel = decisionAt(permit, 0);
const rule = law.rules.find(({ id }) => id === wanted);
const [explained] = new Explainer(register, new Relations(register), question).decide(rule, 0);
for (const duty of [kernel, explained]) console.log(`${wanted} project-1 ${duty.status} due ${formatDay(duty.due)}`);

const failures = law.rules.flatMap((one) => runExamples(one, law, vocabulary, calendars));
const examples = law.rules.reduce((sum, one) => sum + one.examples.length, 0);
console.log(`${examples} examples, ${failures.length} failed`);

const context = readContext(parseExactJson('{"a": 0.1234567890123456789012345678901234}'));
const { type, value } = new FeelSession(calendars.get('cn')).run('a + 0.2', context, 'kernel');
console.log(formatValue(type, value));
