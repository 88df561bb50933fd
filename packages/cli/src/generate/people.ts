import { idOf } from './fact-writer.ts';
import type { World } from './world.ts';

/** What the other parts need to know of each person, by number from 0. */
export type Staff = {
  readonly count: number;
  readonly secretBearing: Uint8Array;
  readonly cleared: Uint8Array;
  /** Is given counter-espionage education every year, as far as the years go. */
  readonly educated: Uint8Array;
  readonly left: Uint8Array;
  readonly unitOf: Int32Array;
};

const titles = [
  '研究员',
  '工程师',
  '项目主管',
  '综合管理岗',
  '外事专员',
  '实验员',
  '信息管理岗',
  '财务岗',
  '设计师',
  '采购专员',
];
const unitNames = [
  '综合办公室',
  '科研管理处',
  '人力资源处',
  '国际合作处',
  '财务处',
  '信息中心',
  '保密办公室',
  '质量管理处',
];
const classes = ['none', 'none', 'none', 'none', 'none', 'none', 'none', 'general', 'general', 'important', 'core'];

/** The organisation, its units, posts and people. Units and posts stay as many as people can be in them. */
export function writePeople(world: World): Staff {
  writeOrganisation(world);
  const units = writeUnits(world);
  const posts = writePosts(world, units);
  return writeStaff(world, units, posts);
}

function writeOrganisation({ writer, demo }: World): void {
  writer.write('organisation', {
    name: demo ? '渝江精密仪器研究院(示例)' : '示例单位',
    seat: 'cn',
    establishedOn: '1998-04-12',
    keyUnitSince: '2022-03-01',
    secretBearingSince: '2015-06-01',
    qualifiedFirmSince: '2019-09-10',
    researchSince: '1998-04-12',
    importantDataSince: '2025-02-01',
    ...(demo
      ? {}
      : {
          infrastructureOperatorSince: '2023-05-01',
          logisticsSince: '2018-01-01',
          telecomSince: '2018-01-01',
          internetSince: '2018-01-01',
          schoolSince: '2005-09-01',
          stateOrganSince: '1998-04-12',
          clearedSince: '2021-08-24',
        }),
    hasSuperior: true,
    foreignExchange: true,
    sendsAbroad: true,
    postsAbroad: true,
    trainsPublicStaff: !demo,
    media: !demo,
    examinesCourierLicences: !demo,
    keepsInformationSystems: true,
  });
}

function writeUnits({ writer, people, random }: World): number {
  const draw = random('units');
  const count = Math.max(unitNames.length, Math.min(600, Math.round(people / 14)));
  for (let unit = 0; unit < count; unit++) {
    const base = unitNames[unit % unitNames.length] ?? '';
    const parent = unit < unitNames.length ? null : idOf('unit', 1 + draw.below(unitNames.length));
    writer.write('unit', {
      organisation: idOf('organisation', 1),
      parent,
      name: unit < unitNames.length ? base : `${base}第${Math.floor(unit / unitNames.length)}组`,
      establishedOn: `${2000 + draw.below(20)}-03-01`,
    });
  }
  return count;
}

function writePosts({ writer, people, random }: World, units: number): number {
  const draw = random('posts');
  const count = Math.max(titles.length, Math.min(3000, Math.round(people / 5)));
  for (let post = 0; post < count; post++) {
    writer.write('post', {
      organisation: idOf('organisation', 1),
      unit: idOf('unit', 1 + (post % units)),
      title: titles[post % titles.length] ?? '',
      secretClass: draw.pick(classes),
      foreignFacing: draw.chance(0.2),
      keySecurityPost: draw.chance(0.1),
      publicStaff: draw.chance(0.3),
      createdOn: `${2002 + draw.below(20)}-01-15`,
    });
  }
  return count;
}

function writeStaff(world: World, units: number, posts: number): Staff {
  const { writer, people, asOf, happened, day, name } = world;
  const draw = world.random('people');
  const staff: Staff = {
    count: people,
    secretBearing: new Uint8Array(people),
    cleared: new Uint8Array(people),
    educated: new Uint8Array(people),
    left: new Uint8Array(people),
    unitOf: new Int32Array(people),
  };
  for (let person = 0; person < people; person++) {
    const joined = asOf - draw.between(60, 6000);
    const left = draw.chance(0.04) ? asOf - draw.below(55) : null;
    const unit = 1 + draw.below(units);
    staff.unitOf[person] = unit;
    staff.left[person] = left === null ? 0 : 1;
    staff.secretBearing[person] = draw.chance(0.15) ? 1 : 0;
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
    const decided = joined + draw.between(1, 40);
    writer.write('assignment', {
      person: id,
      post: idOf('post', 1 + draw.below(posts)),
      organisation: idOf('organisation', 1),
      decidedOn: happened(Math.min(decided, asOf)),
      startsOn: day(decided + draw.between(5, 45)),
      endedOn: happened(left),
      cancelledOn: draw.chance(0.01) ? happened(asOf) : null,
    });
  }
  return staff;
}
