import type { Bilingual, YamlFile, YamlPath } from '../law/index.ts';
import { type Clauses, clauseFault, isLegal, strayArticle } from './legal-statement.ts';
import { lintText, type Part } from './lint/lint.ts';
import type { QuestionText } from './schema.ts';

const languages = ['zh', 'en'] as const;
const plainText: Part = { part: 'text' };

/** What is wrong with a question: its form, its key, what it rests on and what it teaches. */
export function checkQuestion(question: QuestionText, file: YamlFile, at: YamlPath, law: Clauses): void {
  checkForm(question, file, at);
  checkBasis(question, file, at, law);
  const texts: { path: YamlPath; text: Bilingual; part: (language: keyof Bilingual) => Part }[] = [
    { path: ['ask'], text: question.ask, part: () => plainText },
    ...(question.scenario ? [{ path: ['scenario'], text: question.scenario, part: () => plainText }] : []),
    ...question.options.flatMap(({ text, right, why }, index) => [
      {
        path: ['options', index, 'text'],
        text,
        part: (language: keyof Bilingual): Part => (right ? { part: 'right' } : { part: 'wrong', why: why[language] }),
      },
      { path: ['options', index, 'why'], text: why, part: () => plainText },
    ]),
  ];
  for (const { path, text, part } of texts)
    for (const language of languages) {
      const found = lintText(text[language], language, part(language));
      if (found) file.fault([...at, ...path, language], found.message);
      const stray = strayArticle(text[language], language, law, question.clauses ?? []);
      if (stray) file.fault([...at, ...path, language], stray);
    }
}

function checkForm(question: QuestionText, file: YamlFile, at: YamlPath): void {
  const { options } = question;
  const right = options.filter((option) => option.right).length;
  if (right === 0) file.fault([...at, 'options'], faults.none);
  else if (question.choose === undefined && right > 1) file.fault([...at, 'options'], faults.many);
  else if (question.choose === 'several' && right < 2) file.fault([...at, 'options'], faults.few);
  else if (right === options.length) file.fault([...at, 'options'], faults.every);
  if (question.scenario && question.method === undefined) file.fault([...at, 'scenario'], faults.method);
  if (!question.scenario && question.method !== undefined) file.fault([...at, 'method'], faults.scenario);
  for (const language of languages) {
    if (question.ask[language].length > (language === 'zh' ? 120 : 300))
      file.fault([...at, 'ask', language], faults.long);
    const seen = new Map<string, number>();
    for (const [index, { text }] of options.entries()) {
      const same = seen.get(text[language].trim());
      if (same !== undefined) file.fault([...at, 'options', index, 'text', language], faults.twice);
      seen.set(text[language].trim(), index);
    }
    const lengths = options.map(({ text }) => text[language].length);
    const answer = options.findIndex((option) => option.right);
    const others = Math.max(...lengths.filter((_, index) => index !== answer));
    // Who knows nothing picks the longest.
    if (right === 1 && (lengths[answer] ?? 0) > (language === 'zh' ? 16 : 40) && (lengths[answer] ?? 0) > others * 1.8)
      file.fault([...at, 'options', answer, 'text', language], faults.longest);
  }
}

function checkBasis(question: QuestionText, file: YamlFile, at: YamlPath, law: Clauses): void {
  if ((question.clauses === undefined) === (question.practice === undefined)) file.fault(at, faults.basis);
  for (const [index, id] of (question.clauses ?? []).entries()) {
    const fault = clauseFault(law, id);
    if (fault) file.fault([...at, 'clauses', index], fault);
  }
  if (!question.practice) return;
  const said = [question.ask, ...question.options.flatMap(({ text, right, why }) => (right ? [text, why] : [why]))];
  if (said.some((text) => languages.some((language) => isLegal(text[language], language))))
    file.fault([...at, 'practice'], faults.practice);
}

const faults = {
  none: {
    zh: '没有正确选项：请给最佳的一项写上right: true。',
    en: 'no option is right; give the best one right: true',
  },
  many: {
    zh: '有不止一个正确选项：请只留一个最佳选项，或者写明choose: several。',
    en: 'more than one option is right; leave one best answer, or say choose: several',
  },
  few: {
    zh: '写明了choose: several，却不足两个正确选项：请补足，或者删去choose。',
    en: 'it says choose: several and has fewer than two right options; add one, or leave choose out',
  },
  every: {
    zh: '每个选项都正确，无从选择：请加一个不正确的选项。',
    en: 'every option is right, so there is nothing to choose; add one that is not',
  },
  method: {
    zh: '情景没有写明手法：请写上method，可用的见docs/courses.md。',
    en: 'the scenario names no method; add method, docs/courses.md lists them',
  },
  scenario: {
    zh: '写了method却没有情景：请补上scenario，或者删去method。',
    en: 'there is a method and no scenario; add the scenario, or leave method out',
  },
  long: {
    zh: '题干过长：请把情节移到scenario，题干只留问题。',
    en: 'the question is too long; move the story to scenario and leave the question',
  },
  twice: { zh: '两个选项文字相同：请改写其中一个。', en: 'two options say the same; rewrite one' },
  longest: {
    zh: '正确选项比其他选项长得多，不看题也能猜中：请缩短它，或者把其他选项写得同样具体。',
    en: 'the right option is far longer than the others and can be guessed; shorten it, or make the others as specific',
  },
  basis: {
    zh: '请写明依据：clauses列出条款，或者practice: true表示这是做法而不是法律，二者取一。',
    en: 'say what it rests on: clauses, or practice: true where it is good practice and no law; one of the two',
  },
  practice: {
    zh: '题中讲到法律，不能只标为做法：请改列条款，或者改为不涉及法律的说法。',
    en: 'it speaks of the law, so practice is not enough; name the clauses, or leave the law out',
  },
};
