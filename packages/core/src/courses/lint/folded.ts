/** Letters of other alphabets that nobody tells from Latin ones by looking. */
const alike: ReadonlyMap<string, string> = new Map([
  ...Array.from('аеорсхуіјѕһԁԛԝ').map((letter, at) => [letter, 'aeopcxyijshdqw'[at] ?? letter] as const),
  ...Array.from('АВЕКМНОРСТХУІЈЅ').map((letter, at) => [letter, 'ABEKMHOPCTXYIJS'[at] ?? letter] as const),
  ...Array.from('αοινρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ').map((letter, at) => [letter, 'aoivpuABEZHIKMNOPTYX'[at] ?? letter] as const),
]);

/** A text as it is read: what is not seen is left out, and what looks like a Latin letter is one. Nobody gets past a list of words by either. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => alike.get(letter) ?? letter);
