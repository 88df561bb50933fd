import type { Day } from '@sallyport/core/calendar';
import { dayOf, partsOf } from '@sallyport/core/calendar';
import { idOf } from './fact-writer.ts';
import type { Random } from './random.ts';
import { standingDuties } from './rules-used.ts';
import type { World } from './world.ts';

const organisation = idOf('organisation', 1);
const most = 6;

/** What comes round every year: courses, publicity, self-inspections, reports, reviews. Nine of ten take place. */
export function writeYears(world: World): void {
  const draw = world.random('years');
  const last = partsOf(world.asOf).year;
  const first = Math.max(partsOf(world.established).year, last - most + 1);
  for (let year = first; year <= last; year++) writeYear(world, draw, year);
}

function writeYear(world: World, draw: Random, year: number): void {
  const { writer, happened, established, demo } = world;
  const within = (from: Day, until: Day): string | null => {
    const day = draw.between(from, until);
    return day <= established || draw.chance(0.08) ? null : happened(day);
  };
  const start = dayOf(year, 1, 1) ?? 0;
  const sometime = (): string | null => within(start + 20, start + 340);
  for (const topic of ['counter-espionage', 'state-secrets', 'national-security', 'data-security', 'personal-data']) {
    for (const audience of topic === 'counter-espionage' && !demo ? ['all', 'publicStaff', 'pupils'] : ['all']) {
      const held = sometime();
      if (held === null) continue;
      const cancelledOn = draw.chance(0.05) ? held : null;
      writer.write('course', {
        organisation,
        topic,
        audience,
        heldOn: held,
        attended: draw.between(12, 90),
        title: '年度教育培训',
        cancelledOn,
      });
    }
  }
  for (const topic of ['counter-espionage', 'national-security', 'reporting-line', ...(demo ? [] : ['curriculum'])]) {
    const published = sometime();
    if (published !== null)
      writer.write('publicityRecord', {
        organisation,
        topic,
        publishedOn: published,
        where: '宣传栏',
        toAllStaff: true,
      });
  }
  // National Security Education Day is 15 April.
  const april = dayOf(year, 4, 15) ?? start;
  const educationDay = within(april - 3, april + 3);
  if (educationDay !== null)
    writer.write('publicityRecord', {
      organisation,
      topic: 'education-day',
      publishedOn: educationDay,
      where: '主题宣传',
      toAllStaff: true,
    });
  for (const programme of [
    'precautions',
    'secrecy',
    'qualification',
    'personalData',
    'dataSecurity',
    ...(demo ? [] : ['industrialSecurity']),
  ]) {
    const completed = sometime();
    if (completed !== null) {
      writer.write('selfInspection', {
        organisation,
        programme,
        completedOn: completed,
        certifiedOn: draw.chance(0.8) ? completed : null,
        reportedOn: draw.chance(0.9) ? completed : null,
      });
    }
    const [submitted, assessed] = [sometime(), sometime()];
    if (submitted !== null) writer.write('annualReport', { organisation, programme, submittedOn: submitted });
    if (assessed !== null) writer.write('assessment', { organisation, programme, completedOn: assessed });
  }
  for (const duty of standingDuties) {
    const reviewed = sometime();
    if (reviewed !== null) writer.write('standingReview', { organisation, duty, reviewedOn: reviewed });
  }
}
