/**
 * Surnames that are read otherwise than their characters are elsewhere, each with characters of the reading it has as a surname: 单 is Shàn and
 * stands behind 善, not at dān. Only a person's name is read so: 单位 and 解放 are not.
 */
export const surnames: Readonly<Record<string, string>> = {
  单: '善',
  仇: '求',
  解: '谢',
  区: '欧',
  查: '渣',
  曾: '增',
  朴: '瓢',
  任: '人',
  盖: '葛',
  种: '虫',
  折: '舌',
  洗: '险',
  缪: '妙',
  乐: '月',
  员: '运',
  翟: '宅',
  黑: '贺',
  秘: '必',
  召: '哨',
  祭: '债',
  薄: '博',
  句: '勾',
  能: '奈',
  覃: '秦',
  郇: '旬',
  乜: '聂',
  华: '化',
  角: '决',
  卜: '补',
  繁: '婆',
  燕: '烟',
  长: '常',
  重: '崇',
  尉迟: '玉迟',
  万俟: '末其',
  单于: '蝉于',
  长孙: '掌孙',
  澹台: '谈台',
  令狐: '灵狐',
};

/** Code points of the longest of them. */
export const longestSurname = 2;
