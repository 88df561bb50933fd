import { idOf } from './fact-writer.ts';
import type { Staff } from './people.ts';
import { reviewable, standingDuties, waivable } from './rules-used.ts';
import type { World } from './world.ts';

const organisation = idOf('organisation', 1);
const years = 4;

/** What the organisation itself has in place and does year by year: most of it, most years. */
export function writeProgramme(world: World): void {
  const { writer, happened, day, asOf } = world;
  const draw = world.random('programme');
  const roles = [
    'precautionLead',
    'precautionBody',
    'secrecyBody',
    'classificationOfficer',
    'dataOfficer',
    'importantDataOfficer',
    'dutyOfficer',
  ];
  const american = [
    'facilitySecurityOfficer',
    'insiderThreatOfficial',
    'seniorManagementOfficial',
    'systemSecurityManager',
  ];
  for (const role of world.demo ? roles : [...roles, ...american]) {
    if (role === 'importantDataOfficer') continue;
    const appointed = asOf - draw.between(200, 1500);
    const person = role.endsWith('Body') ? null : idOf('person', 1 + draw.below(world.people));
    writer.write('appointment', {
      organisation,
      person,
      role,
      appointedOn: day(appointed),
      inWriting: true,
      trainedOn: draw.chance(0.7) ? happened(appointed + draw.between(1, 200)) : null,
      endedOn: draw.chance(0.1) ? day(asOf - 30) : null,
    });
  }
  for (const tier of ['keyUnit', 'secretBearing']) {
    writer.write('designationLetter', {
      organisation,
      tier,
      issuedOn: tier === 'keyUnit' ? '2022-03-01' : '2015-06-01',
      reference: `示例函〔2022〕${tier.length}号`,
    });
  }
  for (const topic of [
    'precautions',
    'secrecy',
    'travel',
    'personalData',
    'reporting',
    'rightsProtection',
    'discipline',
  ]) {
    const adopted = asOf - draw.between(300, 1400);
    const consulted = draw.chance(0.85) ? adopted - draw.between(5, 30) : null;
    writer.write('internalRule', {
      organisation,
      topic,
      touchesStaff: true,
      consultedOn: happened(consulted),
      adoptedOn: day(adopted),
      publishedOn: draw.chance(0.9) ? day(adopted + 3) : null,
    });
  }
  for (let year = 0; year < years; year++) writeYear(world, asOf - year * 365, draw);
  writer.write('setting', { organisation, name: 'debriefWithin', value: '7', fromDay: day(asOf - 400) });
  writer.write('setting', { organisation, name: 'preDepartureLead', value: '5', fromDay: day(asOf - 200) });
}

function writeYear({ writer, happened }: World, end: number, draw: ReturnType<World['random']>): void {
  const sometime = (): string | null => (draw.chance(0.85) ? happened(end - draw.between(5, 350)) : null);
  for (const topic of ['counter-espionage', 'state-secrets', 'national-security', 'data-security', 'personal-data']) {
    for (const audience of topic === 'counter-espionage'
      ? ['all', 'foreignFacing', 'publicStaff', 'pupils']
      : ['all', 'secretBearing']) {
      const held = sometime();
      if (held !== null)
        writer.write('course', {
          organisation,
          topic,
          audience,
          heldOn: held,
          attended: draw.between(12, 90),
          title: '年度教育培训',
          cancelledOn: draw.chance(0.05) ? held : null,
        });
    }
  }
  for (const topic of ['counter-espionage', 'national-security', 'education-day', 'reporting-line', 'curriculum']) {
    const published = sometime();
    if (published !== null)
      writer.write('publicityRecord', {
        organisation,
        topic,
        publishedOn: published,
        where: '宣传栏',
        toAllStaff: draw.chance(0.8),
      });
  }
  for (const programme of [
    'precautions',
    'secrecy',
    'qualification',
    'personalData',
    'dataSecurity',
    'industrialSecurity',
  ]) {
    const completed = sometime();
    if (completed !== null)
      writer.write('selfInspection', {
        organisation,
        programme,
        completedOn: completed,
        certifiedOn: draw.chance(0.8) ? completed : null,
        reportedOn: draw.chance(0.85) ? completed : null,
      });
    const submitted = sometime();
    if (submitted !== null) writer.write('annualReport', { organisation, programme, submittedOn: submitted });
    const assessed = sometime();
    if (assessed !== null) writer.write('assessment', { organisation, programme, completedOn: assessed });
  }
  for (const duty of standingDuties) {
    const reviewed = sometime();
    if (reviewed !== null) writer.write('standingReview', { organisation, duty, reviewedOn: reviewed });
  }
}

/** Yearly education of those who take part in it, with the gaps that real years have. */
export function writeEducation(world: World, staff: Staff): void {
  const { writer, happened, day, asOf } = world;
  const draw = world.random('education');
  const others = ['state-secrets', 'national-security', 'data-security', 'personal-data', 'cyber', 'consular-safety'];
  for (let person = 0; person < staff.count; person++) {
    const id = idOf('person', person + 1);
    if (staff.educated[person] === 1) {
      for (
        let completed = asOf - draw.between(1100, 1460);
        completed <= asOf;
        completed += draw.chance(0.92) ? draw.between(330, 364) : draw.between(400, 700)
      ) {
        writer.write('completion', {
          person: id,
          topic: 'counter-espionage',
          completedOn: day(completed),
          validUntil: draw.chance(0.7) ? day(completed + 365) : null,
        });
      }
    }
    if (draw.chance(0.4))
      writer.write('completion', {
        person: id,
        topic: draw.pick(others),
        completedOn: happened(asOf - draw.between(1, 900)),
      });
  }
}

/** Waivers and overrides of journeys' duties, and what was decided about records under review. */
export function writeDecisions(world: World): void {
  const { writer, happened, day, asOf } = world;
  const draw = world.random('decisions');
  const many = (count: number, share: number): number => Math.max(4, Math.min(Math.round(count * share), 5000));
  const reason = '示例:按程序决定';
  for (let at = 0; at < many(writer.count('traveller'), 0.02); at++) {
    const granted = asOf - draw.between(0, 200);
    const subject = idOf('traveller', 1 + draw.below(Math.max(1, writer.count('traveller'))));
    const shared = {
      organisation,
      subject,
      grantedOn: day(granted),
      reason,
      firstPerson: '示例批准人',
      secondPerson: '示例复核人',
    };
    writer.write('waiver', { ...shared, rule: draw.pick(waivable), until: day(granted + draw.between(201, 365)) });
    if (at % 4 === 0)
      writer.write('override', { ...shared, rule: 'cn-cq-2023/pre-departure-education', until: day(granted + 30) });
  }
  for (const { rule, kind } of reviewable) {
    const count = writer.count(kind);
    for (let at = 0; at < many(count, 0.3) && at < count; at++) {
      if (draw.chance(0.5)) continue;
      writer.write('reviewDecision', {
        organisation,
        rule,
        subject: idOf(kind, at + 1),
        verdict: draw.pick(['confirmed', 'dismissed']),
        decidedOn: happened(asOf - draw.below(20)),
        reason,
        decidedBy: '示例核查人',
      });
    }
  }
}
