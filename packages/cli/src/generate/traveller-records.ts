import type { Day } from '@sallyport/core/calendar';
import { writeTaught } from './education.ts';
import { idOf } from './fact-writer.ts';
import type { Journey } from './journeys.ts';
import type { Staff } from './people.ts';
import type { Random } from './random.ts';
import { unitLeadAskedFor, waivable } from './rules-used.ts';
import type { World } from './world.ts';

/** One person's part in a journey and what was done about it: mostly in time, some late, some never. */
export function writeTravellerRecords(
  world: World,
  draw: Random,
  journey: Journey,
  staff: Staff,
  person: number,
  leader: boolean,
): void {
  const { writer, happened, day } = world;
  const secretBearing = staff.secretBearing[person] === 1;
  const acknowledged = journey.approved === null || draw.chance(0.07) ? null : journey.approved + draw.between(0, 4);
  const traveller = writer.write('traveller', {
    trip: journey.id,
    person: idOf('person', person + 1),
    leader,
    secretBearing: draw.chance(0.02) ? null : secretBearing,
    cleared: staff.cleared[person] === 1,
    briefingRequired: staff.cleared[person] === 1 ? draw.chance(0.8) : null,
    addedOn: day(journey.created),
    acknowledgedOn: happened(acknowledged),
    withdrawnOn: draw.chance(0.01) ? happened(Math.min(journey.created + 2, journey.departs)) : null,
  });
  if (journey.cancelled !== null) return;
  if (journey.kind !== 'private' && (journey.submitted === null || journey.submitted > journey.departs - 10)) {
    world.candidates.note(waivable.submission, traveller);
  }
  // Asked for so lately that nobody has answered yet.
  if (journey.kind !== 'private' && journey.created >= world.asOf - unitLeadAskedFor)
    world.candidates.note(waivable.lead, traveller);
  writeBefore(world, draw, journey, traveller, secretBearing);
  if (staff.educated[person] === 0) writeLateEducation(world, draw, journey, person);
  if (journey.departed !== null && journey.departed <= world.asOf) writeAway(world, draw, journey.departed, traveller);
  if (journey.returned !== null && journey.returned <= world.asOf)
    writeBack(world, draw, journey.returned, traveller, secretBearing, journey.emergency);
}

function writeBefore(
  { writer, happened }: World,
  draw: Random,
  journey: Journey,
  traveller: string,
  secretBearing: boolean,
): void {
  for (const topic of secretBearing ? ['precautions', 'secrecy'] : ['precautions']) {
    const held = happened(journey.departs - draw.between(0, 8));
    if (held !== null && !draw.chance(0.1))
      writer.write('briefing', { traveller, topic, heldOn: held, acknowledgedOn: draw.chance(0.9) ? held : null });
  }
  const checked = happened(journey.departs - 1);
  if (checked !== null && draw.chance(0.7))
    writer.write('itemCheck', { traveller, stage: 'before', checkedOn: checked });
  if (!secretBearing || journey.submitted === null) return;
  for (const role of ['secrecyBody', 'personnelBody', 'authority']) {
    const decided = happened(journey.submitted + draw.between(0, 6));
    if (decided !== null && !draw.chance(0.1)) {
      writer.write('approval', {
        traveller,
        role,
        verdict: draw.chance(0.95) ? 'agreed' : 'refused',
        decidedOn: decided,
      });
    }
  }
}

/** Who has no yearly education is taught for the trip, if at all: in time, in the last days, or when it is too late. */
function writeLateEducation(world: World, draw: Random, journey: Journey, person: number): void {
  const { happened, day } = world;
  const completed = journey.departs + draw.pick([-12, -6, -2, -1, 0, 3]);
  if (draw.chance(0.4) || happened(completed) === null) return;
  writeTaught(world, idOf('person', person + 1), day(completed), day(completed + 60));
}

function writeAway({ writer, happened }: World, draw: Random, departed: Day, traveller: string): void {
  const first = draw.chance(0.85) ? draw.between(0, 2) : draw.between(3, 6);
  for (let sent = draw.chance(0.06) ? 2 : 0; sent < 2; sent++) {
    const received = happened(departed + first + sent * 3);
    if (received === null) break;
    writer.write('checkIn', {
      traveller,
      channel: draw.pick(['page', 'page', 'phone', 'mail', 'rollCall']),
      receivedOn: received,
      receivedAt: draw.chance(0.9) ? `${received}T${draw.between(10, 20)}:${draw.between(10, 59)}:00+08:00` : null,
    });
  }
  if (!draw.chance(0.04)) return;
  const occurred = happened(departed + draw.between(0, 4));
  if (occurred === null) return;
  writer.write('deviation', {
    traveller,
    kind: draw.pick(['itinerary', 'border', 'dayTrip', 'extension', 'earlyReturn']),
    occurredOn: occurred,
    reportedOn: draw.chance(0.8) ? happened(departed + draw.between(4, 16)) : null,
  });
}

function writeBack(
  { writer, happened }: World,
  draw: Random,
  returned: Day,
  traveller: string,
  secretBearing: boolean,
  emergency: boolean,
): void {
  // Four of five in time, some late, the rest never.
  const after = draw.chance(0.8) ? draw.between(0, 5) : draw.chance(0.6) ? draw.between(6, 50) : null;
  const held = after === null ? null : happened(returned + after);
  if (held !== null) {
    const copy = draw.chance(0.85) ? happened(returned + (after ?? 0) + draw.pick([0, 0, 0, 2])) : null;
    writer.write('debrief', { traveller, heldOn: held, copyGivenOn: copy });
  }
  const checked = happened(returned + 1);
  if (checked !== null && draw.chance(0.6))
    writer.write('itemCheck', { traveller, stage: 'after', checkedOn: checked });
  const topics = [
    ...(secretBearing ? ['mattersAbroad'] : []),
    ...(emergency ? ['emergency'] : []),
    ...(draw.chance(0.2) ? ['summary'] : []),
  ];
  for (const topic of topics) {
    const filed = happened(returned + draw.between(1, 12));
    if (filed !== null && draw.chance(0.85)) writer.write('travelReport', { traveller, topic, filedOn: filed });
  }
}
