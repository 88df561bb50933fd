export const gateWords = {
  open: { zh: '{act}（{record}，截至{day}）：可以放行。', en: '{act} ({record}, as of {day}): may go on.' },
  held: {
    zh: '{act}（{record}，截至{day}）：未满足，不能放行。',
    en: '{act} ({record}, as of {day}): held, the gate is not met.',
  },
  none: { zh: '  没有须先办结的事项。', en: '  No duty stands before it.' },
  holds: { zh: '未满足', en: 'holds' },
  passes: { zh: '已满足', en: 'open' },
  group: {
    zh: '  {mark}  {title}（{record}）：{status}。依据：{clauses}。',
    en: '  {mark}  {title} ({record}): {status}. By {clauses}.',
  },
  overridden: {
    zh: '    已例外放行，至{until}（当日不计）止；本项仍为“{status}”，照旧计入。',
    en: '    Opened by an override until {until}, that day not counted; the duty stays “{status}” and is counted so.',
  },
  opensBy: { zh: '    {title}：{needs}', en: '    {title}: {needs}' },
  mayOverride: {
    zh: '    确须先行的，由两人决定例外放行，写明理由和截止日期。',
    en: '    What must go on all the same takes an override: two persons, a reason, an end date.',
  },
  noOverride: { zh: '    本项不得例外放行。', en: '    It takes no override.' },
  conflict: {
    zh: '  义务冲突（{record}）：{demands}要求的事，{restrains}加以限制。请两人作出决定并登记；决定之前不得实施。',
    en: '  Conflict ({record}): what {demands} demands, {restrains} restrains. Two persons decide and record it; until then the act is held.',
  },
  decided: {
    zh: '  义务冲突（{record}）：{demands}要求的事，{restrains}加以限制；已有处理决定{decision}。',
    en: '  Conflict ({record}): what {demands} demands, {restrains} restrains; decided in {decision}.',
  },
  noAct: {
    zh: '没有“{act}”这一前置条件。可用的有：{list}。',
    en: 'There is no gate "{act}". There are: {list}.',
  },
  noRecord: {
    zh: '登记信息中没有编号为“{id}”的{kinds}。',
    en: 'The register has no {kinds} with the id "{id}".',
  },
};
