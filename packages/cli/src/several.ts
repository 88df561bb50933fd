/** For an option that may be given more than once: each value counts, and none is dropped for a later one. */
export const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export const packsHelp =
  '另加的规则包或者条款核实，可多次 / packs or overlays on top of the product’s own (repeatable)';
