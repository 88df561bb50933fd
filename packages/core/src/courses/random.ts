/** A whole number from 0 up to but without `limit`, each as likely as every other. */
export type Below = (limit: number) => number;

/** A stream of numbers that is the same on every machine: xoshiro128**, seeded from a text by FNV-1a and SplitMix. */
export function randomFrom(seed: string): Below {
  const words = seedWords(seed);
  const next = (): number => {
    const [a, b, c, d] = words;
    const out = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    const third = c ^ a;
    const fourth = d ^ b;
    words[0] = a ^ fourth;
    words[1] = b ^ third;
    words[2] = third ^ shifted;
    words[3] = rotated(fourth, 11);
    return out;
  };
  return (limit) => {
    // What is left over at the top would make the first numbers likelier.
    const even = 4294967296 - (4294967296 % limit);
    let drawn = next();
    while (drawn >= even) drawn = next();
    return drawn % limit;
  };
}

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

function seedWords(text: string): [number, number, number, number] {
  let hash = 2166136261;
  let other = 374761393;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ unit, 16777619);
    other = Math.imul(other ^ unit, 2246822519) ^ (other >>> 15);
  }
  const mixed = (from: number): number => {
    let word = from;
    word = Math.imul(word ^ (word >>> 16), 2246822507);
    word = Math.imul(word ^ (word >>> 13), 3266489909);
    return word ^ (word >>> 16);
  };
  // One word is odd, so that not all four can be zero, from which the stream would never leave.
  return [mixed(hash), mixed(other), mixed(hash ^ other ^ text.length), mixed(hash + 2654435769) | 1];
}

/** `count` of the items in random order. */
export function sample<Item>(items: readonly Item[], count: number, below: Below): Item[] {
  const left = [...items];
  const taken: Item[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(below(left.length), 1));
  return taken;
}
