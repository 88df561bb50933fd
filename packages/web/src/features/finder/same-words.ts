/** Words that different people use for one thing, so that whichever is typed finds it. The console itself says the first. */
const groups: readonly (readonly string[])[] = [
  ['人员', '员工', '职工', '人事', '花名册', 'people', 'staff', 'employees', 'personnel'],
  ['部门', '处室', '科室', '机构', 'units', 'departments'],
  ['岗位', '职位', '职务', 'posts', 'positions', 'jobs'],
  ['任职', '岗位', 'assignment', 'appointment'],
  ['离岗离职', '离职', '辞职', '退休', '调离', 'leaving', 'resignation', 'retirement'],
  ['出国', '出境', '出访', '出差', 'trip', 'travel', 'journey'],
  ['培训', '教育', '学习', '课程', 'training', 'education', 'course'],
  ['导入', '上传', '批量', 'import', 'upload'],
  ['应办事项', '待办', '任务', 'duties', 'tasks', 'to-do'],
  ['法规', '法律', '条款', 'law', 'clauses', 'regulations'],
  ['参数', '设置', '配置', 'settings', 'configuration'],
  ['留痕日志', '日志', '审计', 'journal', 'audit', 'log'],
  ['受控文件', '涉密文件', '载体', 'document', 'file'],
];

/** What was typed, and the words that mean the same. */
export function sameWords(typed: string): readonly string[] {
  const text = typed.trim().toLowerCase();
  const others = groups.filter((group) =>
    group.some((word) => word === text || (text.length > 2 && word.startsWith(text))),
  );
  return [text, ...others.flat()];
}

/** What bears the words typed, and behind it what bears others that mean the same: whoever types a name meant what is called so. */
export function bearing<T extends { readonly name: string }>(typed: string, all: readonly T[]): readonly T[] {
  const [text = '', ...others] = sameWords(typed);
  const bears = ({ name }: T, word: string): boolean => name.toLowerCase().includes(word);
  return [
    ...all.filter((one) => bears(one, text)),
    ...all.filter((one) => !bears(one, text) && others.some((word) => bears(one, word))),
  ];
}

/** First what is called exactly so, whatever it is: an answer that comes later must not push it from where Enter leads. */
export function calledSo<T extends { readonly name: string }>(typed: string, all: readonly T[]): readonly T[] {
  const text = typed.trim().toLowerCase();
  const isCalledSo = ({ name }: T): boolean => name.toLowerCase() === text;
  return [...all.filter(isCalledSo), ...all.filter((one) => !isCalledSo(one))];
}
