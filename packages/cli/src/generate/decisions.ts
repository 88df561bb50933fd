import { idOf } from './fact-writer.ts';
import { reviewable, waivable } from './rules-used.ts';
import type { World } from './world.ts';

const organisation = idOf('organisation', 1);
const signed = { reason: '示例：按程序决定', firstPerson: '示例批准人', secondPerson: '示例复核人' };

/** What was put off, let through or found about the subjects that the other parts noted: always some of each. */
export function writeDecisions(world: World): void {
  const { writer, happened, day, asOf, candidates, random, demo } = world;
  if (!demo) writeAssignments(world);
  const draw = random('decisions');
  for (const rule of Object.values(waivable)) {
    candidates.of(rule).forEach((subject, at) => {
      if (at > 0 && draw.chance(0.75)) return;
      const granted = asOf - draw.between(0, 150);
      writer.write('waiver', {
        organisation,
        rule,
        subject,
        grantedOn: day(granted),
        until: day(granted + draw.between(160, 365)),
        ...signed,
      });
    });
  }
  for (let at = 0; at < Math.min(2000, Math.max(1, writer.count('traveller') / 100)); at++) {
    if (writer.count('traveller') === 0) break;
    const granted = asOf - draw.between(0, 400);
    const subject = idOf('traveller', 1 + draw.below(writer.count('traveller')));
    writer.write('override', {
      organisation,
      rule: 'cn-cq-2023/pre-departure-education',
      subject,
      grantedOn: day(granted),
      until: day(granted + 30),
      ...signed,
    });
  }
  if (!demo && writer.count('traveller') > 0)
    // An institute in China has no duty under the rules of the United States to decide about.
    writer.write('conflictDecision', {
      organisation,
      act: 'give-personal-data-abroad',
      rule: 'us-sead3-2017/itinerary-before-travel',
      subject: idOf('traveller', 1),
      decision: 'refrain',
      decidedOn: day(asOf),
      ...signed,
    });
  for (const { rule } of reviewable) {
    candidates.of(rule).forEach((subject, at) => {
      // The first is confirmed and the second dismissed, so that even a small register shows both; half wait for a decision.
      const verdict = at === 0 ? 'confirmed' : at === 1 ? 'dismissed' : draw.pick(['confirmed', 'dismissed']);
      if (at > 1 && draw.chance(0.5)) return;
      writer.write('reviewDecision', {
        organisation,
        rule,
        subject,
        verdict,
        decidedOn: happened(asOf - draw.below(10)),
        reason: signed.reason,
        decidedBy: '示例核查人',
      });
    });
  }
}

/** Now and then somebody else than the traveller sees to a training. */
function writeAssignments({ writer, day, asOf, random }: World): void {
  const draw = random('assignments');
  const [people, travellers] = [writer.count('person'), writer.count('traveller')];
  if (people === 0 || travellers === 0) return;
  for (let at = 0; at < Math.min(2000, Math.max(1, travellers / 100)); at++)
    writer.write('dutyAssignment', {
      organisation,
      rule: 'cn-cq-2023/pre-departure-education',
      subject: idOf('traveller', 1 + draw.below(travellers)),
      person: idOf('person', 1 + draw.below(people)),
      assignedOn: day(asOf - draw.between(0, 60)),
    });
}
