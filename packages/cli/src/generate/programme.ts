import { idOf } from './fact-writer.ts';
import { unitLeadAskedFor, waivable } from './rules-used.ts';
import type { World } from './world.ts';

const organisation = idOf('organisation', 1);
const roles = [
  'precautionLead',
  'precautionBody',
  'secrecyBody',
  'classificationOfficer',
  'dataOfficer',
  'dutyOfficer',
];
const american = [
  'facilitySecurityOfficer',
  'insiderThreatOfficial',
  'seniorManagementOfficial',
  'systemSecurityManager',
];
const topics = [
  'precautions',
  'secrecy',
  'travel',
  'personalData',
  'dataSecurity',
  'reporting',
  'rightsProtection',
  'networkHandling',
  'insiderThreat',
  'discipline',
];

/** What the organisation has in place: people named, rules adopted, letters received, numbers of its own. Most of it in time. */
export function writeProgramme(world: World): void {
  const { writer, happened, day, asOf, established } = world;
  const draw = world.random('programme');
  const start = (): number => established + (draw.chance(0.85) ? draw.between(8, 60) : draw.between(120, 900));
  for (const role of world.demo ? roles : [...roles, ...american]) {
    const appointed = start();
    writer.write('appointment', {
      organisation,
      person: role.endsWith('Body') ? null : idOf('person', 1 + draw.below(world.people)),
      role,
      appointedOn: day(appointed),
      inWriting: draw.chance(0.9),
      trainedOn: draw.chance(0.7) ? happened(appointed + draw.between(1, 200)) : null,
      endedOn: draw.chance(0.1) ? day(asOf - 30) : null,
    });
  }
  for (const [tier, after] of [
    ['keyUnit', 700],
    ['secretBearing', 300],
    ['research', 1],
  ] as const) {
    if (tier === 'keyUnit' && !world.demo) {
      // The letter cannot be found, and two persons have put the duty off: even the smallest register shows a waiver.
      world.candidates.note(waivable.letter, organisation);
      continue;
    }
    writer.write('designationLetter', {
      organisation,
      tier,
      issuedOn: day(established + after),
      reference: '示例函1号',
    });
  }
  for (const topic of topics) {
    if (draw.chance(0.15)) continue;
    const adopted = start();
    const touchesStaff = draw.chance(0.6);
    writer.write('internalRule', {
      organisation,
      topic,
      touchesStaff,
      consultedOn: touchesStaff && draw.chance(0.9) ? happened(adopted - draw.between(1, 7)) : null,
      adoptedOn: day(adopted),
      publishedOn: draw.chance(0.9) ? day(adopted + 3) : null,
    });
  }
  writer.write('setting', { organisation, name: 'debriefWithin', value: '7', fromDay: day(asOf - 400) });
  writer.write('setting', { organisation, name: 'preDepartureLead', value: '5', fromDay: day(asOf - 200) });
  writer.write('setting', {
    organisation,
    name: 'unitLeadApproval',
    value: '1',
    fromDay: day(asOf - unitLeadAskedFor),
  });
}
