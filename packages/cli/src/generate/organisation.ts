import { idOf } from './fact-writer.ts';
import type { World } from './world.ts';

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

/** The posts by number from 0: whether their holders handle secrets. Units and posts stay as many as people can be in them. */
export type Frame = { readonly units: number; readonly secretPosts: readonly boolean[] };

export function writeOrganisation(world: World): Frame {
  const { writer, demo, established, day } = world;
  writer.write('organisation', {
    name: demo ? '渝江精密仪器研究院（示例）' : '示例单位',
    seat: 'cn',
    region: 'cq',
    establishedOn: day(established),
    programmeStartedOn: day(established + 900),
    keyUnitSince: day(established + 700),
    secretBearingSince: day(established + 300),
    qualifiedFirmSince: day(established + 1250),
    researchSince: day(established),
    importantDataSince: '2025-02-01',
    // The demo is one believable institute; a register for tests is everything at once, so that every rule finds a subject.
    ...(demo ? {} : everyTier(world)),
    hasSuperior: true,
    foreignExchange: true,
    sendsAbroad: true,
    postsAbroad: true,
    trainsPublicStaff: !demo,
    media: !demo,
    examinesCourierLicences: !demo,
    keepsInformationSystems: true,
  });
  const units = writeUnits(world);
  return { units, secretPosts: writePosts(world, units) };
}

const everyTier = ({ established, day }: World) => ({
  infrastructureOperatorSince: '2023-05-01',
  logisticsSince: '2018-01-01',
  telecomSince: '2018-01-01',
  internetSince: '2018-01-01',
  schoolSince: '2005-09-01',
  stateOrganSince: day(established),
  clearedSince: '2021-08-24',
});

function writeUnits({ writer, people, random, established, day }: World): number {
  const draw = random('units');
  const count = Math.max(unitNames.length, Math.min(600, Math.round(people / 14)));
  for (let unit = 0; unit < count; unit++) {
    const base = unitNames[unit % unitNames.length] ?? '';
    const first = unit < unitNames.length;
    writer.write('unit', {
      organisation: idOf('organisation', 1),
      parent: first ? null : idOf('unit', 1 + draw.below(unitNames.length)),
      name: first ? base : `${base}第${Math.floor(unit / unitNames.length)}组`,
      establishedOn: day(established + draw.below(60)),
    });
  }
  return count;
}

function writePosts({ writer, people, random, established, day }: World, units: number): boolean[] {
  const draw = random('posts');
  const count = Math.max(titles.length, Math.min(3000, Math.round(people / 5)));
  return Array.from({ length: count }, (_, post) => {
    const secretClass = draw.pick(classes);
    writer.write('post', {
      organisation: idOf('organisation', 1),
      unit: idOf('unit', 1 + (post % units)),
      title: titles[post % titles.length] ?? '',
      secretClass,
      foreignFacing: draw.chance(0.2),
      keySecurityPost: draw.chance(0.1),
      publicStaff: draw.chance(0.3),
      createdOn: day(established + draw.between(10, 80)),
    });
    return secretClass !== 'none';
  });
}
