import { createRandom, type Random } from './random.ts';

const surnames = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎',
);
const doubleSurnames = ['欧阳', '司徒', '上官', '诸葛', '司马', '夏侯'];
const given = Array.from(
  '明华伟芳娜敏静丽强磊军洋勇艳杰娟涛超霞平刚桂英玲浩宇欣怡梓涵子轩雨桐思远嘉禾若溪知行安然一鸣云舒景行清和',
);
const tibetan = ['扎西', '卓玛', '多吉', '央金', '次仁', '拉姆', '丹增', '白玛', '格桑', '旺堆', '德吉', '洛桑'];
const uyghur = ['艾力', '古丽', '买买提', '阿依', '吐尔逊', '热依拉', '库尔班', '帕提古丽', '阿不都', '迪丽'];
const mongol = ['巴特尔', '其其格', '乌兰', '朝鲁', '娜仁', '苏和', '萨仁', '宝音', '格日勒', '那顺'];
const western = [
  'Anna',
  'Peter',
  'Maria',
  'Thomas',
  'Elena',
  'David',
  'Sofia',
  'Martin',
  'Clara',
  'Jonas',
  'Ruth',
  'Victor',
];
const families = [
  'Keller',
  'Marsh',
  'Novak',
  'Lindqvist',
  'Okafor',
  'Almeida',
  'Duval',
  'Brandt',
  'Hughes',
  'Petrov',
  'Costa',
  'Tanaka',
];
const single = ['Wayan', 'Ketut', 'Suryani', 'Myint', 'Nirmala', 'Thandeka', 'Ranjana', 'Kyaw'];

const styles: readonly ((random: Random) => string)[] = [
  (random) => random.pick(surnames) + random.pick(given),
  (random) => random.pick(surnames) + random.pick(given) + random.pick(given),
  (random) => random.pick(surnames) + random.pick(given) + random.pick(given),
  (random) => random.pick(doubleSurnames) + random.pick(given),
  (random) => random.pick(tibetan) + random.pick(tibetan),
  (random) => `${random.pick(uyghur)}·${random.pick(uyghur)}`,
  (random) => random.pick(mongol),
  (random) => `${random.pick(western)} ${random.pick(families)}`,
  (random) => `${random.pick(western)}-${random.pick(western)} ${random.pick(families)}-${random.pick(families)}`,
  (random) => random.pick(single),
];

/**
 * Invented names of several styles, from a stream of their own: what anybody is called says nothing about what the register holds
 * of them, and a change to the styles changes no fact (names.test.ts).
 */
export function createNames(seed: string): () => { readonly name: string; readonly style: number } {
  const random = createRandom(seed, 'names');
  return () => {
    const style = random.below(styles.length);
    return { name: styles[style]?.(random) ?? '', style };
  };
}
