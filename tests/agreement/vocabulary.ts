import {
  day,
  ending,
  flag,
  integer,
  type Kind,
  kind,
  label,
  milestone,
  moment,
  ref,
  vocabulary,
  word,
} from '../../packages/core/src/facts/index.ts';

/**
 * A vocabulary in which everything a vocabulary may hold occurs: each type of field with and without null, milestones, plans, endings,
 * validity, instants, open and closed word lists, references forth, back and to the kind itself. The product's own has too many kinds
 * for a random register to make any two of them meet.
 */
const purpose = 'organisation';
const happens = (name: string) => day(name, name, { timing: 'milestone' });
const plan = (name: string) => day(name, name, { nullable: true });
const maybe = { nullable: true } as const;
const level = { low: label('低', 'low'), mid: label('中', 'mid'), high: label('高', 'high') };
const topics = { alpha: label('甲', 'alpha'), beta: label('乙', 'beta'), low: label('低', 'low') };
const roles = { body: label('机构', 'body'), lead: label('负责人', 'lead'), aide: label('助理', 'aide') };
const region = { cq: label('重庆', 'Chongqing'), sc: label('四川', 'Sichuan') };
const about: [string, string] = ['试验用', 'for tests'];
const to = (kindName: string, inverse: string, options = {}) => ref(kindName, kindName, kindName, inverse, options);

const organisation = kind('organisation', '单位', 'organisation', {
  about,
  purpose,
  happened: 'establishedOn',
  fields: {
    seat: word('所在地', 'seat', { cn: label('中国', 'China'), us: label('美国', 'United States') }),
    region: word('地区', 'region', region, maybe),
    keyUnit: flag('重点', 'key unit'),
    secret: flag('涉密', 'secret', maybe),
    size: integer('人数', 'size', maybe),
    level: word('级别', 'level', level, maybe),
    establishedOn: happens('established on'),
    markedOn: milestone('标记', 'marked on'),
    dissolvedOn: ending('解散', 'dissolved on'),
  },
});

const unit = kind('unit', '部门', 'unit', {
  about,
  purpose,
  happened: 'openedOn',
  fields: {
    organisation: to('organisation', 'units'),
    parent: to('unit', 'children', maybe),
    region: word('地区', 'region', region, maybe),
    openedOn: happens('opened on'),
    closedOn: ending('撤销', 'closed on'),
  },
});

const person = kind('person', '人员', 'person', {
  about,
  purpose,
  happened: 'joinedOn',
  fields: {
    organisation: to('organisation', 'people'),
    grade: integer('等级', 'grade', maybe),
    rank: word('职级', 'rank', level, maybe),
    trained: flag('受训', 'trained', maybe),
    bornOn: plan('born on'),
    joinedOn: happens('joined on'),
    leftOn: ending('离开', 'left on'),
  },
});

const trip = kind('trip', '出行', 'trip', {
  about,
  purpose,
  happened: 'submittedOn',
  happenedAt: 'submittedAt',
  fields: {
    organisation: to('organisation', 'trips'),
    unit: to('unit', 'trips', maybe),
    person: to('person', 'trips', maybe),
    previous: to('trip', 'following', maybe),
    submittedOn: happens('submitted on'),
    submittedAt: moment('提交', 'submitted at'),
    departsOn: plan('departs on'),
    returnsOn: day('返回', 'returns on'),
    approvedOn: milestone('批准', 'approved on'),
    arrivedAt: moment('到达', 'arrived at', maybe),
    cancelledOn: ending('取消', 'cancelled on'),
    withdrawnOn: ending('撤回', 'withdrawn on'),
    abroad: flag('出境', 'abroad', maybe),
    urgent: flag('紧急', 'urgent'),
    level: word('级别', 'level', level, maybe),
    topic: word('主题', 'topic', topics),
    code: word('代码', 'code', {}, maybe),
    cost: integer('费用', 'cost', maybe),
    days: integer('天数', 'days'),
  },
});

const visit = kind('visit', '接待', 'visit', {
  about,
  purpose,
  happened: 'plannedOn',
  fields: {
    trip: to('trip', 'visits'),
    person: to('person', 'visits'),
    plannedOn: happens('planned on'),
    endsOn: plan('ends on'),
    doneOn: milestone('完成', 'done on'),
    droppedOn: ending('取消', 'dropped on'),
    seenAt: moment('看到', 'seen at', maybe),
    secret: flag('涉密', 'secret', maybe),
    level: word('级别', 'level', level),
    score: integer('分数', 'score', maybe),
  },
});

/** Evidence with everything: a validity of its own, an instant, roles. */
const proof = kind('proof', '证明', 'proof', {
  about,
  purpose,
  happened: 'doneOn',
  happenedAt: 'doneAt',
  valid: { from: 'validFrom', until: 'validUntil' },
  fields: {
    organisation: to('organisation', 'proofs'),
    person: to('person', 'proofs', maybe),
    trip: to('trip', 'proofs', maybe),
    visit: to('visit', 'proofs', maybe),
    doneOn: happens('done on'),
    doneAt: moment('完成', 'done at'),
    checkedOn: milestone('核对', 'checked on'),
    filedAt: moment('归档', 'filed at', maybe),
    validFrom: plan('valid from'),
    validUntil: plan('valid until'),
    topic: word('主题', 'topic', topics),
    role: word('身份', 'role', roles, maybe),
    passed: flag('合格', 'passed', maybe),
    score: integer('分数', 'score', maybe),
  },
});

/** Evidence valid from the day it happened, with an instant that is not the moment it happened. */
const memo = kind('memo', '备忘', 'memo', {
  about,
  purpose,
  happened: 'madeOn',
  valid: { from: 'madeOn', until: 'lapsesOn' },
  fields: {
    organisation: to('organisation', 'memos'),
    trip: to('trip', 'memos', maybe),
    visit: to('visit', 'memos', maybe),
    madeOn: happens('made on'),
    sentOn: milestone('发出', 'sent on'),
    sentAt: moment('发出', 'sent at', maybe),
    lapsesOn: plan('lapses on'),
    topic: word('主题', 'topic', topics, maybe),
    role: word('身份', 'role', roles),
  },
});

const known = (name: string): Kind => {
  const found = vocabulary.kinds.get(name);
  if (!found) throw new Error(`there is no kind ${name}`);
  return found;
};

/** A kind of the product without what it has of kinds that are not here. */
function without(found: Kind, field: string): Kind {
  const { [field]: _, ...fields } = found.fields;
  return { ...found, fields };
}

/** Subjects of rules, kinds of evidence, and those the engine reads by itself. */
export const kinds: readonly Kind[] = [
  organisation,
  unit,
  person,
  trip,
  visit,
  proof,
  memo,
  known('waiver'),
  without(known('reviewDecision'), 'incident'),
  known('setting'),
];

export const subjects = ['organisation', 'person', 'trip', 'visit'] as const;
export type Subject = (typeof subjects)[number];
