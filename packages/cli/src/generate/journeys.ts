import type { Day } from '@sallyport/core/calendar';
import { idOf } from './fact-writer.ts';
import type { Staff } from './people.ts';
import type { Random } from './random.ts';
import { unitLeadAskedFor } from './rules-used.ts';
import { writeTravellerRecords } from './traveller-records.ts';
import type { World } from './world.ts';

/** The days of one journey; null where the thing did not happen, or is not known. */
export type Journey = {
  readonly id: string;
  readonly kind: string;
  readonly created: Day;
  readonly submitted: Day | null;
  readonly approved: Day | null;
  readonly departs: Day;
  readonly returns: Day;
  readonly departed: Day | null;
  readonly returned: Day | null;
  readonly cancelled: Day | null;
  readonly emergency: boolean;
};

/** Trips lie in the three years before the day of the register and the three months after it. */
const span = { before: 1095, after: 92 };

const kinds = [
  'official',
  'official',
  'official',
  'official',
  'official',
  'official',
  'posting',
  'training',
  'study',
  'private',
];
const purposes = [
  '学术会议',
  '合作项目洽谈',
  '设备验收',
  '展览参展',
  '技术培训',
  '联合实验',
  '标准工作组会议',
  '访问学习',
];
const places = ['示例国甲', '示例国乙', '示例国丙', '示例国丁', '示例国戊', '示例地区己'];

export function writeJourneys(world: World, staff: Staff, progress: (done: number) => void): void {
  const draw = world.random('journeys');
  const records = world.random('traveller records');
  for (let trip = 0; trip < world.trips; trip++) {
    const first = draw.below(staff.count);
    const journey = writeTrip(world, draw, staff.unitOf[first] ?? 1);
    writeLegs(world, draw, journey);
    writeApprovals(world, draw, journey);
    const group = draw.chance(0.9) ? 1 : draw.between(2, 4);
    for (let member = 0; member < group; member++) {
      const person = member === 0 ? first : draw.below(staff.count);
      writeTravellerRecords(world, records, journey, staff, person, member === 0 && group > 1);
    }
    if (trip % 1000 === 0) progress(trip);
  }
}

function daysOf(world: World, draw: Random): Omit<Journey, 'id' | 'kind'> {
  const { asOf } = world;
  const departs = asOf + draw.between(-span.before, span.after);
  const returns = departs + draw.between(2, 21);
  const emergency = draw.chance(0.03);
  const created = Math.min(departs - (emergency ? draw.between(1, 3) : draw.between(14, 60)), asOf - draw.below(10));
  // Most are submitted in good time, some on the last days, a few not at all.
  const submitted = draw.chance(0.02)
    ? null
    : draw.chance(0.1)
      ? departs - draw.between(0, 6)
      : created + draw.below(4);
  const approved = submitted === null || draw.chance(0.04) ? null : submitted + draw.between(1, 6);
  const cancelled = draw.chance(0.04) ? created + draw.between(1, 10) : null;
  const goes = cancelled === null && departs <= asOf;
  const departed = goes ? departs + (draw.chance(0.05) ? draw.between(1, 2) : 0) : null;
  const back = returns + (draw.chance(0.08) ? draw.between(1, 5) : 0);
  const returned = departed !== null && !draw.chance(0.01) ? back : null;
  return { created, submitted, approved, departs, returns, departed, returned, cancelled, emergency };
}

function writeTrip(world: World, draw: Random, unit: number): Journey {
  const { writer, happened, day } = world;
  const days = daysOf(world, draw);
  const kind = draw.pick(kinds);
  // Whether a trip leaves the country, and when, is left open now and then: such duties are unclear and must show.
  const abroad = draw.chance(0.97) ? true : draw.chance(0.5) ? null : false;
  const id = writer.write('trip', {
    organisation: idOf('organisation', 1),
    unit: idOf('unit', unit),
    kind,
    abroad,
    purposeText: draw.pick(purposes),
    emergency: days.emergency,
    createdOn: day(days.created),
    submittedOn: happened(days.submitted),
    approvedOn: happened(days.approved),
    departsOn: draw.chance(0.01) ? null : day(days.departs),
    returnsOn: day(days.returns),
    departedOn: happened(days.departed),
    returnedOn: happened(days.returned),
    oralNoticeOn: days.emergency && draw.chance(0.7) ? happened(days.departs - 1) : null,
    closedOn: days.returned !== null && draw.chance(0.6) ? happened(days.returned + draw.between(10, 40)) : null,
    cancelledOn: happened(days.cancelled),
  });
  return { ...days, id, kind };
}

function writeLegs({ writer, day }: World, draw: Random, journey: Journey): void {
  const legs = draw.chance(0.8) ? 1 : 2;
  for (let leg = 1; leg <= legs; leg++) {
    const named = draw.chance(0.85);
    writer.write('leg', {
      trip: journey.id,
      order: leg,
      place: draw.pick(places),
      host: named ? '示例接待单位' : null,
      hostNamed: named,
      plannedOn: day(journey.created),
      arrivesOn: day(leg === 1 ? journey.departs : journey.departs + 1),
      leavesOn: day(leg === legs ? journey.returns : journey.departs + 1),
    });
  }
}

function writeApprovals({ writer, happened, asOf }: World, draw: Random, journey: Journey): void {
  if (journey.submitted === null || journey.submitted > asOf) return;
  for (const role of ['unitLead', 'leader']) {
    const decided = happened(journey.submitted + draw.between(0, 5));
    if (decided === null || draw.chance(0.08)) continue;
    const verdict = draw.chance(0.9) ? 'agreed' : draw.pick(['conditions', 'refused']);
    // Since the organisation asks for it of each who travels, it still waits.
    if (journey.created >= asOf - unitLeadAskedFor) continue;
    writer.write('approval', { trip: journey.id, role, verdict, decidedOn: decided });
  }
}
