import { label, word } from '../field.ts';

/**
 * The province-level divisions of the mainland by their letters in GB/T 2260, in the order of its numbers: where a local regulation has
 * effect, and where an organisation, a department or a building site is.
 */
export const regions = {
  bj: label('北京市', 'Beijing'),
  tj: label('天津市', 'Tianjin'),
  he: label('河北省', 'Hebei'),
  sx: label('山西省', 'Shanxi'),
  nm: label('内蒙古自治区', 'Inner Mongolia'),
  ln: label('辽宁省', 'Liaoning'),
  jl: label('吉林省', 'Jilin'),
  hl: label('黑龙江省', 'Heilongjiang'),
  sh: label('上海市', 'Shanghai'),
  js: label('江苏省', 'Jiangsu'),
  zj: label('浙江省', 'Zhejiang'),
  ah: label('安徽省', 'Anhui'),
  fj: label('福建省', 'Fujian'),
  jx: label('江西省', 'Jiangxi'),
  sd: label('山东省', 'Shandong'),
  ha: label('河南省', 'Henan'),
  hb: label('湖北省', 'Hubei'),
  hn: label('湖南省', 'Hunan'),
  gd: label('广东省', 'Guangdong'),
  gx: label('广西壮族自治区', 'Guangxi'),
  hi: label('海南省', 'Hainan'),
  cq: label('重庆市', 'Chongqing'),
  sc: label('四川省', 'Sichuan'),
  gz: label('贵州省', 'Guizhou'),
  yn: label('云南省', 'Yunnan'),
  xz: label('西藏自治区', 'Tibet'),
  sn: label('陕西省', 'Shaanxi'),
  gs: label('甘肃省', 'Gansu'),
  qh: label('青海省', 'Qinghai'),
  nx: label('宁夏回族自治区', 'Ningxia'),
  xj: label('新疆维吾尔自治区', 'Xinjiang'),
};

/** Their numbers in GB/T 2260, in the same order: what registers of other programs hold, by two digits or by six. */
const numbers = [
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
  64, 65,
];

/** The other ways in which people write them: “重庆” for “重庆市”, 50, 500000. */
const also = Object.fromEntries(
  Object.entries(regions).flatMap(([region, { zh }], index) => [
    [zh.replace(/(省|市|(壮族|回族|维吾尔)?自治区)$/, ''), region],
    [String(numbers[index]), region],
    [`${numbers[index]}0000`, region],
  ]),
);

export const regionField = (zh: string, en: string) => word(zh, en, regions, { nullable: true, also });
