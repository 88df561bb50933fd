import type { Day } from '@sallyport/core/calendar';
import { idOf } from './fact-writer.ts';
import type { Frame } from './organisation.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** What the other parts need to know of each person, by number from 0. */
export type Staff = {
  readonly count: number;
  readonly joined: Int32Array;
  readonly secretBearing: Uint8Array;
  readonly cleared: Uint8Array;
  /** Is given counter-espionage education every year, as far as the years go. */
  readonly educated: Uint8Array;
  readonly unitOf: Int32Array;
};

/** The people, each in a unit and a post, and what a post with secrets asks for before and while somebody holds it. */
export function writePeople(world: World, { units, secretPosts }: Frame): Staff {
  const { writer, people, asOf, established, happened, day, name } = world;
  const draw = world.random('people');
  const holding = world.random('secret posts');
  const staff: Staff = {
    count: people,
    joined: new Int32Array(people),
    secretBearing: new Uint8Array(people),
    cleared: new Uint8Array(people),
    educated: new Uint8Array(people),
    unitOf: new Int32Array(people),
  };
  for (let person = 0; person < people; person++) {
    const joined = Math.max(established + draw.below(60), asOf - draw.between(60, 6000));
    const left = draw.chance(0.04) ? asOf - draw.below(55) : null;
    const unit = 1 + draw.below(units);
    const post = draw.below(secretPosts.length);
    staff.unitOf[person] = unit;
    staff.joined[person] = joined;
    staff.secretBearing[person] = secretPosts[post] === true ? 1 : 0;
    staff.cleared[person] = !world.demo && draw.chance(0.05) ? 1 : 0;
    staff.educated[person] = draw.chance(0.9) ? 1 : 0;
    const id = writer.write('person', {
      organisation: idOf('organisation', 1),
      unit: idOf('unit', unit),
      name: name(),
      standing: left !== null ? 'former' : draw.chance(0.1) ? 'contractor' : draw.chance(0.03) ? 'visitor' : 'employee',
      joinedOn: day(joined),
      leftOn: happened(left),
    });
    const decided = Math.min(joined + draw.between(1, 40), asOf);
    const starts = decided + draw.between(10, 45);
    const assignment = writer.write('assignment', {
      person: id,
      post: idOf('post', 1 + post),
      organisation: idOf('organisation', 1),
      decidedOn: day(decided),
      startsOn: day(starts),
      endedOn: happened(left),
      cancelledOn: draw.chance(0.01) ? happened(asOf) : null,
    });
    if (secretPosts[post] === true) writeSecretPost(world, holding, { person: id, assignment }, decided, starts);
  }
  return staff;
}

/** Reviews and undertakings of one who handles secrets: nine of ten in time. */
function writeSecretPost(
  world: World,
  draw: Random,
  who: { person: string; assignment: string },
  decided: Day,
  starts: Day,
): void {
  const { writer, happened, day, asOf } = world;
  const done = (on: Day): string | null => (draw.chance(0.9) ? happened(draw.chance(0.92) ? on : on + 30) : null);
  for (const basis of ['prePost', 'precautionPost']) {
    const checked = done(decided + draw.between(1, 8));
    if (checked !== null)
      writer.write('eligibilityCheck', {
        ...who,
        basis,
        result: draw.chance(0.97) ? 'meets' : 'exempted',
        checkedOn: checked,
      });
  }
  for (const topic of ['secrecy', 'precaution']) {
    const signed = done(decided + draw.between(1, 9));
    if (signed !== null) writer.write('commitment', { ...who, topic, signedOn: signed });
  }
  const taught = done(decided + draw.between(2, 9));
  if (taught !== null)
    writer.write('completion', {
      person: who.person,
      topic: 'state-secrets',
      completedOn: taught,
      validUntil: day(starts + 365),
    });
  for (let year = starts + draw.between(200, 350); year <= asOf; year += draw.between(340, 364)) {
    const checked = done(year);
    if (checked !== null)
      writer.write('eligibilityCheck', {
        ...who,
        basis: 'reReview',
        result: draw.chance(0.9) ? 'meets' : null,
        checkedOn: checked,
      });
  }
}
