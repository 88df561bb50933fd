import { idOf } from './fact-writer.ts';
import type { Staff } from './people.ts';
import type { World } from './world.ts';

const others = ['national-security', 'data-security', 'personal-data', 'cyber', 'consular-safety'];

/** Yearly education of those who take part in it, with the gaps that real years have. */
export function writeEducation(world: World, staff: Staff): void {
  const { writer, happened, day, asOf } = world;
  const draw = world.random('education');
  for (let person = 0; person < staff.count; person++) {
    const id = idOf('person', person + 1);
    const joined = staff.joined[person] ?? asOf;
    let completed = Math.max(joined + draw.between(2, 25), asOf - draw.between(1100, 1460));
    while (staff.educated[person] === 1 && completed <= asOf) {
      writeTaught(world, id, day(completed), draw.chance(0.7) ? day(completed + 365) : null);
      completed += draw.chance(0.93) ? draw.between(330, 364) : draw.between(400, 700);
    }
    if (draw.chance(0.4)) {
      writer.write('completion', {
        person: id,
        topic: draw.pick(others),
        completedOn: happened(Math.max(joined, asOf - draw.between(1, 900))),
      });
    }
  }
}

/** The general course and the one before departure, which are two completions (docs/decisions/0070): invented people take them on one day. */
export function writeTaught({ writer }: World, person: string, completedOn: string, validUntil: string | null): void {
  for (const topic of ['counter-espionage', 'pre-departure'])
    writer.write('completion', { person, topic, completedOn, validUntil });
}
